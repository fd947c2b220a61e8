using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// What one chunk says about borders, before its imports are known: declared types and the function that the entry runs. A body
/// may change without changing it, so nothing that depends on it is made again.
/// </summary>
/// <param name="Types">Types declared at the top level, in order.</param>
/// <param name="Libraries">Locals bound by <c>local x = require("alias")</c>.</param>
/// <param name="Signature">The entry's function; null when the text does not tell which it is. May hold unresolved names.</param>
public sealed record ChunkBorder(
    EquatableArray<BorderDeclaration> Types, EquatableArray<BorderLibrary> Libraries, BorderSignature? Signature)
{
    /// <summary>Reads the border of a parsed chunk; <paramref name="method"/> is null for a library.</summary>
    public static ChunkBorder Read(LuaSyntaxTree tree, string? method) => new Reader(tree).Read(method);

    private sealed class Reader(LuaSyntaxTree tree)
    {
        private readonly Dictionary<int, CommentSyntax> _commentByLine = IndexComments(tree);

        public ChunkBorder Read(string? method)
        {
            var types = new List<BorderDeclaration>();
            var libraries = new List<BorderLibrary>();
            foreach (var statement in tree.Chunk.Block.Statements)
            {
                switch (statement)
                {
                    case TypeDeclarationSyntax type:
                        // A generic type has no shape of its own.
                        var shape = type.TypeParameters.IsEmpty ? Convert(type.Type) : BorderType.Any;
                        types.Add(new BorderDeclaration(type.Name.Text, shape, CommentAbove(type)));
                        break;
                    case InterfaceDeclarationSyntax type:
                        types.Add(new BorderDeclaration(type.Name.Text, BorderType.Any, null));
                        break;
                    case LocalStatementSyntax local:
                        for (var i = 0; i < local.Variables.Count && i < local.Values.Count; i++)
                        {
                            if (RequiredAlias(local.Values[i]) is { } alias)
                            {
                                libraries.Add(new BorderLibrary(local.Variables[i].Name.Text, alias));
                            }
                        }

                        break;
                    default:
                        break;
                }
            }

            var function = method is null ? null : ChunkCompiler.FindEntryFunction(tree, method);
            return new ChunkBorder(types.ToEquatableArray(), libraries.ToEquatableArray(), function is null ? null : Signature(function));
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

        private static string? RequiredAlias(ExpressionSyntax value) =>
            value is CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "require" }, Arguments: { Count: 1 } arguments } &&
            arguments[0] is StringLiteralSyntax alias
                ? Encoding.UTF8.GetString(alias.Value.ToArray())
                : null;

        private BorderSignature Signature(FunctionBodySyntax body)
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
            return new BorderSignature(parameters, body.Vararg is not null, result, isTyped, CommentAbove(body));
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
                        f.Name.Text, f.IsOptional ? Convert(f.Type).OrNil() : Convert(f.Type), CommentOf(f))).ToEquatableArray());
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

        // A field may share its line with others: then no comment is its own.
        private string? CommentOf(RecordFieldSyntax field)
        {
            var line = tree.Source.GetLine(field.Span.Start);
            if (!StartsItsLine(field, line))
            {
                return null;
            }

            return CommentAbove(field) ?? (_commentByLine.TryGetValue(line, out var comment) && Text(comment) is { Length: > 0 } text ? text : null);
        }

        // Line comments that end right above the node, without markers; annotations for tools are left out.
        private string? CommentAbove(SyntaxNode node)
        {
            var lines = new List<string>();
            var first = tree.Source.GetLine(node.Span.Start);
            for (var line = first - 1; line >= 0 && _commentByLine.TryGetValue(line, out var comment) && StartsItsLine(comment, line); line--)
            {
                if (Text(comment) is { } text)
                {
                    lines.Add(text);
                }
            }

            lines.Reverse();
            var joined = string.Join("\n", lines).Trim('\n');
            return joined.Length == 0 ? null : joined;
        }

        private static string? Text(CommentSyntax comment)
        {
            var text = comment.Text.TrimStart('-').Trim();
            return text.StartsWith("@", StringComparison.Ordinal) || text.StartsWith("wippy:", StringComparison.Ordinal) ? null : text;
        }

        private bool StartsItsLine(SyntaxNode node, int line)
        {
            for (var i = tree.Source.GetLineStart(line); i < node.Span.Start; i++)
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
