using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// What one chunk says about borders, before its imports are known: declared types and exported functions. A body may change
/// without changing it, so nothing that depends on it is made again.
/// </summary>
/// <param name="Types">Types declared at the top level, in order.</param>
/// <param name="Libraries">Locals bound by <c>local x = require("alias")</c>.</param>
/// <param name="Functions">What the chunk returns; the name is empty when it returns one function.</param>
public sealed record ChunkBorder(
    EquatableArray<BorderDeclaration> Types, EquatableArray<BorderLibrary> Libraries, EquatableArray<BorderFunction> Functions)
{
    /// <summary>Reads the border of a parsed chunk.</summary>
    public static ChunkBorder Read(LuaSyntaxTree tree) => new Reader(tree).Read();

    /// <summary>The signature of the function that <paramref name="method"/> names (spec/temporal.md section 1, <c>method</c>).</summary>
    public BorderFunction? FindFunction(string method) =>
        Functions.FirstOrDefault(f => f.Name.Length == 0 || string.Equals(f.Name, method, StringComparison.Ordinal));

    private sealed class Reader(LuaSyntaxTree tree)
    {
        private readonly Dictionary<string, FunctionBodySyntax> _functions = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> _comments = new(StringComparer.Ordinal);
        private readonly List<BorderDeclaration> _types = [];
        private readonly List<BorderLibrary> _libraries = [];
        private readonly Dictionary<int, CommentSyntax> _commentByLine = IndexComments(tree);

        public ChunkBorder Read()
        {
            var functions = new List<BorderFunction>();
            foreach (var statement in tree.Chunk.Block.Statements)
            {
                switch (statement)
                {
                    case TypeDeclarationSyntax type:
                        // A generic type has no shape of its own.
                        var shape = type.TypeParameters.IsEmpty ? Convert(type.Type) : BorderType.Any;
                        _types.Add(new BorderDeclaration(type.Name.Text, shape, CommentAbove(type)));
                        break;
                    case InterfaceDeclarationSyntax type:
                        _types.Add(new BorderDeclaration(type.Name.Text, BorderType.Any, null));
                        break;
                    case LocalFunctionStatementSyntax function:
                        Remember(function.Name.Text, function.Body, function);
                        break;
                    case FunctionStatementSyntax function:
                        Remember(NameOf(function), function.Body, function);
                        break;
                    case LocalStatementSyntax local:
                        for (var i = 0; i < local.Variables.Count && i < local.Values.Count; i++)
                        {
                            ReadLocal(local.Variables[i].Name.Text, local.Values[i], local);
                        }

                        break;
                    case AssignmentStatementSyntax assignment:
                        for (var i = 0; i < assignment.Targets.Count && i < assignment.Values.Count; i++)
                        {
                            if (assignment.Values[i] is FunctionExpressionSyntax value && QualifiedName(assignment.Targets[i]) is { } name)
                            {
                                Remember(name, value.Body, assignment);
                            }
                        }

                        break;
                    case ReturnStatementSyntax { Values.Count: > 0 } result:
                        ReadResult(result.Values[0], functions);
                        break;
                }
            }

            return new ChunkBorder(_types.ToEquatableArray(), _libraries.ToEquatableArray(), functions.ToEquatableArray());
        }

        private static Dictionary<int, CommentSyntax> IndexComments(LuaSyntaxTree tree)
        {
            var result = new Dictionary<int, CommentSyntax>();
            foreach (var comment in tree.Chunk.Comments)
            {
                if (comment.Kind == CommentKind.Line)
                {
                    result[tree.Source.GetLine(comment.Span.Start)] = comment;
                }
            }

            return result;
        }

        private static string NameOf(FunctionStatementSyntax function) =>
            string.Join(".", function.Names.Select(static n => n.Text)) + (function.Method is { } method ? ":" + method.Text : string.Empty);

        private static string? QualifiedName(ExpressionSyntax expression) => expression switch
        {
            NameExpressionSyntax name => name.Name,
            FieldExpressionSyntax field when QualifiedName(field.Object) is { } owner => owner + "." + field.Name.Text,
            _ => null,
        };

        private void ReadLocal(string name, ExpressionSyntax value, SyntaxNode statement)
        {
            switch (value)
            {
                case FunctionExpressionSyntax function:
                    Remember(name, function.Body, statement);
                    break;
                case TableConstructorSyntax table:
                    foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
                    {
                        if (field.Value is FunctionExpressionSyntax member)
                        {
                            Remember(name + "." + field.Name.Text, member.Body, field);
                        }
                        else if (field.Value is NameExpressionSyntax other && _functions.TryGetValue(other.Name, out var body))
                        {
                            _functions[name + "." + field.Name.Text] = body;
                            _comments[name + "." + field.Name.Text] = _comments[other.Name];
                        }
                    }

                    break;
                case CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" }, Arguments: { Count: 1 } arguments } when arguments[0] is StringLiteralSyntax alias:
                    _libraries.Add(new BorderLibrary(name, Encoding.UTF8.GetString(alias.Value.ToArray())));
                    break;
            }
        }

        private void Remember(string name, FunctionBodySyntax body, SyntaxNode declaration)
        {
            _functions[name] = body;
            _comments[name] = CommentAbove(declaration);
        }

        private void ReadResult(ExpressionSyntax value, List<BorderFunction> functions)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax inner:
                    ReadResult(inner.Expression, functions);
                    break;
                case FunctionExpressionSyntax function:
                    functions.Add(Signature(string.Empty, function.Body, null));
                    break;
                case TableConstructorSyntax table:
                    foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
                    {
                        if (field.Value is FunctionExpressionSyntax member)
                        {
                            functions.Add(Signature(field.Name.Text, member.Body, CommentAbove(field)));
                        }
                        else if (QualifiedName(field.Value) is { } target && _functions.TryGetValue(target, out var body))
                        {
                            functions.Add(Signature(field.Name.Text, body, _comments[target]));
                        }
                    }

                    break;
                case NameExpressionSyntax name when _functions.TryGetValue(name.Name, out var body):
                    functions.Add(Signature(string.Empty, body, _comments[name.Name]));
                    break;
                case NameExpressionSyntax name:
                    foreach (var pair in _functions.OrderBy(static p => p.Key, StringComparer.Ordinal))
                    {
                        if (pair.Key.StartsWith(name.Name + ".", StringComparison.Ordinal) && pair.Key.IndexOf('.', name.Name.Length + 1) < 0)
                        {
                            functions.Add(Signature(pair.Key.Substring(name.Name.Length + 1), pair.Value, _comments[pair.Key]));
                        }
                    }

                    break;
            }
        }

        private BorderFunction Signature(string name, FunctionBodySyntax body, string? comment)
        {
            var generic = !body.TypeParameters.IsEmpty;
            var parameters = body.Parameters.Select(p =>
            {
                var type = p.Type is null || generic ? BorderType.Any : Convert(p.Type);
                return new BorderParameter(p.Name.Text, p.IsOptional ? type.OrNil() : type, p.IsOptional || type.AllowsNil);
            }).ToEquatableArray();
            var result = body.ReturnTypes switch
            {
                null => BorderType.Any,
                { Types.IsEmpty: true } => BorderType.Nil,
                _ when generic => BorderType.Any,
                var types => Convert(types.Types[0]),
            };
            var isTyped = body.ReturnTypes is not null || body.Parameters.Any(static p => p.Type is not null);
            return new BorderFunction(name, new BorderSignature(parameters, body.Vararg is not null, result, isTyped, comment));
        }

        private BorderType Convert(TypeSyntax type)
        {
            switch (type)
            {
                case NamedTypeSyntax { TypeArguments.IsEmpty: true } named:
                    return named.Names.Count == 1 && Builtin(named.Names[0].Text) is { } builtin
                        ? builtin
                        : new BorderReference(named.Names.Select(static n => n.Text).ToEquatableArray());
                case LiteralTypeSyntax literal:
                    return Literal(literal.Value);
                case OptionalTypeSyntax optional:
                    return Convert(optional.Inner).OrNil();
                case UnionTypeSyntax union:
                    return BorderUnion.Merge(union.Members.Select(Convert));
                case ArrayTypeSyntax array:
                    return new BorderList(Convert(array.Element));
                case MapTypeSyntax map:
                    return Convert(map.Key) is var key && (key == BorderType.Text || key is BorderReference)
                        ? new BorderMap(Convert(map.Value))
                        : BorderType.Any;
                case RecordTypeSyntax { Fields.IsEmpty: false } record:
                    return new BorderInlineRecord(record.Fields.Select(f => new BorderField(
                        f.Name.Text, f.IsOptional ? Convert(f.Type).OrNil() : Convert(f.Type), CommentAbove(f))).ToEquatableArray());
                case ReadonlyTypeSyntax @readonly:
                    return Convert(@readonly.Inner);
                case AnnotatedTypeSyntax annotated:
                    return Convert(annotated.Inner);
                default:
                    return BorderType.Any;
            }
        }

        private static BorderType? Builtin(string name) => name switch
        {
            "nil" => BorderType.Nil,
            "string" => BorderType.Text,
            "integer" => BorderType.Integer,
            "number" => BorderType.Number,
            "boolean" => BorderType.Boolean,
            "any" or "unknown" or "never" or "table" or "function" or "thread" or "userdata" or "error" or "Error" => BorderType.Any,
            _ => null,
        };

        private static BorderType Literal(ExpressionSyntax value) => value switch
        {
            NilExpressionSyntax => BorderType.Nil,
            TrueExpressionSyntax or FalseExpressionSyntax => BorderType.Boolean,
            StringLiteralSyntax => BorderType.Text,
            NumberLiteralSyntax { IsInteger: true } => BorderType.Integer,
            NumberLiteralSyntax => BorderType.Number,
            UnaryExpressionSyntax { Operator: UnaryOperator.Negate } negated => Literal(negated.Operand),
            _ => BorderType.Any,
        };

        // Line comments that end right above the node, without markers; annotations for tools are left out.
        private string? CommentAbove(SyntaxNode node)
        {
            var lines = new List<string>();
            var first = tree.Source.GetLine(node.Span.Start);
            for (var line = first - 1; line >= 0 && _commentByLine.TryGetValue(line, out var comment) && StartsItsLine(comment, line); line--)
            {
                var text = comment.Text.TrimStart('-').Trim();
                if (!text.StartsWith("@", StringComparison.Ordinal) && !text.StartsWith("wippy:", StringComparison.Ordinal))
                {
                    lines.Add(text);
                }
            }

            lines.Reverse();
            var joined = string.Join("\n", lines).Trim('\n');
            return joined.Length == 0 ? null : joined;
        }

        private bool StartsItsLine(CommentSyntax comment, int line)
        {
            for (var i = tree.Source.GetLineStart(line); i < comment.Span.Start; i++)
            {
                if (tree.Source[i] is not ((byte)' ' or (byte)'\t'))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>A type declared at the top level of a chunk.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it stands for; may hold unresolved names.</param>
/// <param name="Comment">The comment above it, or null.</param>
public sealed record BorderDeclaration(string Name, BorderType Type, string? Comment);

/// <summary>A local bound to a library.</summary>
/// <param name="Local">The local.</param>
/// <param name="Alias">The import.</param>
public sealed record BorderLibrary(string Local, string Alias);

/// <summary>A function that a chunk returns.</summary>
/// <param name="Name">The field; empty when the function itself is returned.</param>
/// <param name="Signature">Its border; may hold unresolved names.</param>
public sealed record BorderFunction(string Name, BorderSignature Signature);
