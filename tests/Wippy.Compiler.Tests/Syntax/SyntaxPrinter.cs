using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Syntax;

/// <summary>Prints a tree as nested lists, and walks over all of its nodes, so that tests cover every property of every node.</summary>
internal static class SyntaxPrinter
{
    public static string Print(object? value) => value switch
    {
        null => "_",
        string text => text,
        bool flag => flag ? "yes" : "no",
        Enum name => name.ToString(),
        IdentifierSyntax identifier => identifier.Text,
        NumberLiteralSyntax { IsInteger: true } number => number.IntegerValue.ToString(CultureInfo.InvariantCulture),
        NumberLiteralSyntax number => number.FloatValue.ToString("R", CultureInfo.InvariantCulture) + "f",
        StringLiteralSyntax text => "'" + Encoding.Latin1.GetString(text.Value.ToArray()) + "'",
        NameExpressionSyntax name => name.Name,
        BlockSyntax block => "{" + string.Join(" ", block.Statements.Select(Print)) + "}",
        SyntaxNode node => PrintNode(node),
        IEnumerable items => "[" + string.Join(" ", items.Cast<object>().Select(Print)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>The tree of a text without findings of error severity, or the findings.</summary>
    public static string Parse(string text)
    {
        var tree = LuaParser.Parse(SourceText.FromString("test.lua", text));
        var errors = tree.Diagnostics.Where(static d => d.Severity == Compiler.Diagnostics.DiagnosticSeverity.Error).ToArray();
        return errors.Length > 0
            ? string.Join("\n", errors.Select(static d => d.ToString()))
            : string.Join(" ", tree.Chunk.Block.Statements.Select(Print));
    }

    public static IEnumerable<(SyntaxNode Node, SyntaxNode? Parent)> Walk(SyntaxNode root)
    {
        var pending = new Stack<(SyntaxNode Node, SyntaxNode? Parent)>();
        pending.Push((root, null));
        while (pending.Count > 0)
        {
            var (node, parent) = pending.Pop();
            yield return (node, parent);
            foreach (var property in Properties(node))
            {
                var value = property.GetValue(node);
                if (value is SyntaxNode child)
                {
                    pending.Push((child, node));
                }
                else if (value is IEnumerable items and not string and not EquatableArray<byte>)
                {
                    foreach (var item in items.Cast<object>().OfType<SyntaxNode>())
                    {
                        pending.Push((item, node));
                    }
                }
            }
        }
    }

    private static readonly Dictionary<Type, PropertyInfo[]> Cache = [];

    private static PropertyInfo[] Properties(SyntaxNode node)
    {
        lock (Cache)
        {
            if (!Cache.TryGetValue(node.GetType(), out var properties))
            {
                properties = node.GetType().GetProperties()
                    .Where(static p => p.PropertyType != typeof(TextSpan) && p.Name != nameof(ExpressionSyntax.Depth))
                    .OrderBy(static p => p.MetadataToken)
                    .ToArray();
                Cache.Add(node.GetType(), properties);
            }

            return properties;
        }
    }

    private static string PrintNode(SyntaxNode node)
    {
        var name = node.GetType().Name;
        foreach (var suffix in new[] { "Syntax", "Expression", "Statement" })
        {
            name = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
        }

        var parts = Properties(node).Select(p => Print(p.GetValue(node))).Prepend(name);
        return "(" + string.Join(" ", parts) + ")";
    }
}
