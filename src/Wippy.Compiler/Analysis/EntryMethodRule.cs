using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Whether the chunk of an entry gives the method that the entry names (spec/lua.md section 1, "module value"). Reported only when the
/// text shows that it does not: a table that other code has seen may have got the field there.
/// </summary>
internal sealed class EntryMethodRule
{
    private readonly string _method;
    private readonly List<ReturnStatementSyntax> _returns = [];
    private readonly Dictionary<string, TableConstructorSyntax?> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    private EntryMethodRule(string method) => _method = method;

    /// <summary>The finding; null when the method is there or may be.</summary>
    public static Diagnostic? Check(LuaSyntaxTree tree, string entryId, string method, SourceLocation location)
    {
        if (tree.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        var rule = new EntryMethodRule(method);
        rule.Visit(tree.Chunk.Block, true, true);
        var problem = "returns nothing";
        IReadOnlyCollection<string> fields = [];
        foreach (var statement in rule._returns)
        {
            if (rule.ProblemOf(statement, out fields) is not { } found)
            {
                return null;
            }

            problem = found;
        }

        var near = SpellingSuggestion.Nearest(method, fields);
        return Diagnostic.Create(
            DiagnosticDescriptors.MethodNotFound, location, entryId, method, problem, near ?? method,
            near is null ? string.Empty : $", or write 'method: {near}'");
    }

    private static ExpressionSyntax? ValueOf(ReturnStatementSyntax statement) => statement.Values.Count == 0 ? null : statement.Values[0].Unwrap();

    private string? ProblemOf(ReturnStatementSyntax statement, out IReadOnlyCollection<string> fields)
    {
        fields = [];
        switch (ValueOf(statement))
        {
            case null or NilExpressionSyntax:
                return "returns nothing";
            case (StringLiteralSyntax or NumberLiteralSyntax or TrueExpressionSyntax or FalseExpressionSyntax) and var literal:
                return $"returns a {KindOf(literal)}";
            case TableConstructorSyntax table:
                return ProblemOf(table, [], out fields);
            case NameExpressionSyntax name when !_shared.Contains(name.Name) && _tables.TryGetValue(name.Name, out var table) && table is not null:
                return ProblemOf(table, _fields.TryGetValue(name.Name, out var assigned) ? assigned : [], out fields);
            default:
                return null;
        }
    }

    private string? ProblemOf(TableConstructorSyntax table, HashSet<string> assigned, out IReadOnlyCollection<string> fields)
    {
        var names = new SortedSet<string>(assigned, StringComparer.Ordinal);
        fields = names;
        string? problem = null;
        foreach (var field in table.Fields)
        {
            var name = field switch
            {
                NamedTableFieldSyntax named => named.Name.Text,
                KeyedTableFieldSyntax { Key: StringLiteralSyntax text } => LuaText.Decode(text.Value),
                KeyedTableFieldSyntax { Key: NumberLiteralSyntax } or PositionalTableFieldSyntax => string.Empty,
                _ => null,
            };
            if (name is null)
            {
                return null;
            }

            if (name == _method && field.Value is StringLiteralSyntax or NumberLiteralSyntax or TrueExpressionSyntax or FalseExpressionSyntax or TableConstructorSyntax)
            {
                problem = $"returns a table whose field '{_method}' is a {KindOf(field.Value)}";
            }
            else if (name.Length > 0)
            {
                names.Add(name);
            }
        }

        return names.Contains(_method) ? null
            : problem ?? (names.Count == 0 ? "returns a table without it" : $"returns a table with {string.Join(", ", names.Select(static n => $"'{n}'"))} only");
    }

    private static string KindOf(ExpressionSyntax value) => value switch
    {
        StringLiteralSyntax => "string",
        NumberLiteralSyntax => "number",
        TableConstructorSyntax => "table",
        _ => "boolean",
    };

    private void Visit(BlockSyntax block, bool isChunk, bool isOutermost)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case LocalStatementSyntax local:
                    for (var i = 0; i < local.Variables.Count; i++)
                    {
                        var name = local.Variables[i].Name.Text;
                        var table = isOutermost && i < local.Values.Count ? local.Values[i] as TableConstructorSyntax : null;
                        _tables[name] = _tables.ContainsKey(name) ? null : table;
                    }

                    break;
                case LocalFunctionStatementSyntax function:
                    _tables[function.Name.Text] = null;
                    break;
                case FunctionStatementSyntax function:
                    Assign(function.Names[0].Text, function.Names.Count > 1 ? function.Names[1].Text : function.Method?.Text);
                    break;
                case AssignmentStatementSyntax assignment:
                    foreach (var target in assignment.Targets)
                    {
                        switch (target)
                        {
                            case NameExpressionSyntax name:
                                Assign(name.Name, null);
                                break;
                            case FieldExpressionSyntax { Object: NameExpressionSyntax name } field:
                                Assign(name.Name, field.Name.Text);
                                break;
                            case IndexExpressionSyntax { Object: NameExpressionSyntax name, Key: StringLiteralSyntax key }:
                                Assign(name.Name, LuaText.Decode(key.Value));
                                break;
                            case IndexExpressionSyntax { Object: NameExpressionSyntax name }:
                                _shared.Add(name.Name);
                                break;
                            default:
                                break;
                        }
                    }

                    break;
                case ReturnStatementSyntax @return when isChunk && ValueOf(@return) is NameExpressionSyntax:
                    _returns.Add(@return);
                    continue;
                case ReturnStatementSyntax @return when isChunk:
                    _returns.Add(@return);
                    break;
                default:
                    break;
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Visit(expression);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner, isChunk && statement is not (FunctionStatementSyntax or LocalFunctionStatementSyntax), false);
            }
        }
    }

    // A use other than reading, assigning or calling a field may give the table away.
    private void Visit(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NameExpressionSyntax name:
                _shared.Add(name.Name);
                return;
            case FieldExpressionSyntax { Object: NameExpressionSyntax }:
                return;
            case IndexExpressionSyntax { Object: NameExpressionSyntax } index:
                Visit(index.Key);
                return;
            case FunctionExpressionSyntax function:
                Visit(function.Body.Block, false, false);
                return;
            default:
                break;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child);
        }
    }

    private void Assign(string name, string? field)
    {
        if (field is null)
        {
            _tables[name] = null;
        }
        else if (_fields.TryGetValue(name, out var fields))
        {
            fields.Add(field);
        }
        else
        {
            _fields[name] = new HashSet<string>(StringComparer.Ordinal) { field };
        }
    }
}
