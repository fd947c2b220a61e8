using System;
using System.Collections.Generic;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Binding;

/// <summary>Tells from the text which function an entry runs (spec/lua.md section 1, "module value").</summary>
internal sealed class EntryFunctionFinder
{
    private readonly Dictionary<string, FunctionBodySyntax?> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableConstructorSyntax> _tables = new(StringComparer.Ordinal);
    private readonly ExpressionSyntax? _result;

    /// <summary>Reads the statements of a chunk in order, so that the last function that a field got is the one told.</summary>
    public EntryFunctionFinder(ChunkSyntax chunk)
    {
        foreach (var statement in chunk.Block.Statements)
        {
            switch (statement)
            {
                case LocalFunctionStatementSyntax local:
                    _functions[local.Name.Text] = local.Body;
                    break;
                case FunctionStatementSyntax function:
                    _functions[NameOf(function)] = function.Body;
                    break;
                case LocalStatementSyntax local:
                    for (var i = 0; i < local.Variables.Count; i++)
                    {
                        var name = local.Variables[i].Name.Text;
                        _functions.Remove(name);
                        _tables.Remove(name);
                        if (i < local.Values.Count)
                        {
                            Assign(name, local.Values[i]);
                        }
                    }

                    break;
                case AssignmentStatementSyntax assignment:
                    for (var i = 0; i < assignment.Targets.Count && i < assignment.Values.Count; i++)
                    {
                        if (PathOf(assignment.Targets[i]) is { } path)
                        {
                            Assign(path, assignment.Values[i]);
                        }
                    }

                    break;
                case ReturnStatementSyntax { Values.Count: > 0 } @return:
                    _result = @return.Values[0];
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The function that <paramref name="method"/> names; null when the text does not tell.</summary>
    public FunctionBodySyntax? Find(string? method)
    {
        switch (_result?.Unwrap())
        {
            case FunctionExpressionSyntax function:
                return function.Body;
            case TableConstructorSyntax table when method is not null:
                return FindField(table, method);
            case NameExpressionSyntax name when _functions.TryGetValue(name.Name, out var body):
                return body;
            case NameExpressionSyntax name when method is not null:
                return _functions.TryGetValue(name.Name + "." + method, out var field) ? field
                    : _tables.TryGetValue(name.Name, out var constructor) ? FindField(constructor, method)
                    : null;
            default:
                return null;
        }
    }

    private FunctionBodySyntax? FindField(TableConstructorSyntax table, string method)
    {
        foreach (var field in table.Fields)
        {
            if (field is NamedTableFieldSyntax named && string.Equals(named.Name.Text, method, StringComparison.Ordinal))
            {
                return named.Value.Unwrap() switch
                {
                    FunctionExpressionSyntax function => function.Body,
                    { } value when PathOf(value) is { } path && _functions.TryGetValue(path, out var body) => body,
                    _ => null,
                };
            }
        }

        return null;
    }

    private void Assign(string path, ExpressionSyntax value)
    {
        switch (value.Unwrap())
        {
            case FunctionExpressionSyntax function:
                _functions[path] = function.Body;
                break;
            case TableConstructorSyntax table:
                _tables[path] = table;
                break;
            case { } other when PathOf(other) is { } source && _functions.TryGetValue(source, out var body):
                _functions[path] = body;
                break;
            default:
                _functions[path] = null;
                break;
        }
    }

    private static string NameOf(FunctionStatementSyntax function)
    {
        var parts = new List<string>();
        foreach (var name in function.Names)
        {
            parts.Add(name.Text);
        }

        if (function.Method is { } method)
        {
            parts.Add(method.Text);
        }

        return string.Join(".", parts);
    }

    private static string? PathOf(ExpressionSyntax expression) => expression.Unwrap() switch
    {
        NameExpressionSyntax name => name.Name,
        FieldExpressionSyntax field when PathOf(field.Object) is { } path => path + "." + field.Name.Text,
        _ => null,
    };
}
