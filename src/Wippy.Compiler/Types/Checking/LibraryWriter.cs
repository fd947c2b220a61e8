using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>Writes the interface of a library; <see cref="LibraryTypes"/> reads it.</summary>
internal sealed class LibraryWriter
{
    private readonly BoundChunk _bound;
    private readonly SourceText _source;
    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<string, string> _exports = new(StringComparer.Ordinal);
    private bool _isComplete;

    private LibraryWriter(BoundChunk bound)
    {
        _bound = bound;
        _source = bound.Input.Tree.Source;
    }

    /// <summary>The interface of a chunk; empty when its module value is not plain.</summary>
    public static LibraryInterface Write(BoundChunk bound)
    {
        var writer = new LibraryWriter(bound);
        writer.WriteDeclarations();
        writer.WriteExports();
        var text = writer.RequiredLibraries() + writer._text;
        var words = Words(text);
        return new LibraryInterface(
            text,
            writer._isComplete,
            bound.Input.Imports.Where(i => words.IsSupersetOf(Words(i.Alias))).Select(static i => new LibraryInterfaceImport(i.Alias, i.Library.Interface)).ToEquatableArray());
    }

    private void WriteDeclarations()
    {
        foreach (var statement in _bound.Chunk.Block.Statements)
        {
            if (statement is TypeDeclarationSyntax or InterfaceDeclarationSyntax)
            {
                _text.Append(_source.ToString(statement.Span)).Append('\n');
            }
        }
    }

    // The locals that hold libraries and are named by what is written.
    private string RequiredLibraries()
    {
        var words = Words(_text.ToString());
        var result = new StringBuilder();
        foreach (var local in _bound.Chunk.Block.Statements.OfType<LocalStatementSyntax>())
        {
            for (var i = 0; i < local.Variables.Count && i < local.Values.Count; i++)
            {
                if (local.Values[i] is CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" }, Arguments: { Count: 1 } arguments } && arguments[0] is StringLiteralSyntax
                    && words.Contains(local.Variables[i].Name.Text))
                {
                    result.Append("local ").Append(local.Variables[i].Name.Text).Append(" = ").Append(_source.ToString(local.Values[i].Span)).Append('\n');
                }
            }
        }

        return result.ToString();
    }

    private static HashSet<string> Words(string text)
    {
        static bool IsInWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsInWord(text[i]))
            {
                i++;
            }

            if (i == start)
            {
                i++;
            }
            else
            {
                words.Add(text.Substring(start, i - start));
            }
        }

        return words;
    }

    private void WriteExports()
    {
        var last = _bound.Chunk.Block.Statements.LastOrDefault();
        if (_bound.Chunk.Returns.Count != 1 || last is not ReturnStatementSyntax { Values: { Count: 1 } values })
        {
            return;
        }

        if (values[0] is TableConstructorSyntax table)
        {
            _isComplete = table.Fields.All(static f => f is NamedTableFieldSyntax);
            foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
            {
                Export(field.Name.Text, field.Value);
            }
        }
        else if (values[0] is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && local.Writes == 0)
        {
            ExportFields(local);
        }

        var fields = string.Join(", ", _exports.Select(static e => e.Key + " = " + e.Value));
        _text.Append("return {").Append(fields).Append("}\n");
    }

    private void ExportFields(LocalSymbol module)
    {
        bool IsModule(SyntaxNode node) => _bound.Locals.TryGetValue(node, out var local) && local == module;
        foreach (var statement in _bound.Chunk.Block.Statements)
        {
            switch (statement)
            {
                case LocalStatementSyntax declaration when declaration.Variables.Count == 1 && IsModule(declaration.Variables[0]) && module.InitialValue is TableConstructorSyntax table:
                    foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
                    {
                        Export(field.Name.Text, field.Value);
                    }

                    break;
                case FunctionStatementSyntax { Names: { Count: 2 } names, Method: null } function when IsModule(names[0]):
                    Export(names[1].Text, function.Body, false);
                    break;
                case FunctionStatementSyntax { Names: { Count: 1 } names, Method: { } method } function when IsModule(names[0]):
                    Export(method.Text, function.Body, true);
                    break;
                case AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment
                    when assignment.Targets[0] is FieldExpressionSyntax target && IsModule(target.Object):
                    Export(target.Name.Text, assignment.Values[0]);
                    break;
                default:
                    break;
            }
        }
    }

    private void Export(string name, ExpressionSyntax value)
    {
        switch (value)
        {
            case FunctionExpressionSyntax function:
                Export(name, function.Body, false);
                break;
            case NameExpressionSyntax type when _bound.TypeValues.TryGetValue(type, out var symbol) && symbol.Scope.Parent is null:
                Add(name, symbol.Name);
                break;
            case NameExpressionSyntax local when _bound.Locals.TryGetValue(local, out var symbol) && symbol is { IsDefinedLater: false, KnownFunction.Body: { } body }:
                Export(name, body, false);
                break;
            case FieldExpressionSyntax { Object: NameExpressionSyntax owner } field
                when _bound.Locals.TryGetValue(owner, out var local) && local.InitialValue is CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" } }:
                Add(name, owner.Name + "." + field.Name.Text);
                break;
            default:
                Add(name, "nil");
                break;
        }
    }

    // A field that is assigned twice may hold either.
    private void Add(string name, string value) => _exports[name] = _exports.ContainsKey(name) ? "nil" : value;

    private void Export(string name, FunctionBodySyntax body, bool isMethod)
    {
        var parameters = body.Parameters.Select(p => _source.ToString(p.Span));
        if (isMethod)
        {
            parameters = new[] { "self" }.Concat(parameters);
        }

        if (body.Vararg is { } vararg)
        {
            parameters = parameters.Concat(new[] { _source.ToString(vararg.Span) });
        }

        var generics = body.TypeParameters.IsEmpty ? string.Empty : "<" + string.Join(", ", body.TypeParameters.Select(p => _source.ToString(p.Span))) + ">";
        var results = body.ReturnTypes is { } returns ? ": (" + string.Join(", ", returns.Types.Select(t => _source.ToString(t.Span))) + ")" : string.Empty;
        Add(name, $"function{generics}({string.Join(", ", parameters)}){results} end");
    }
}
