using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Wippy.Temporal.Hosting;

/// <summary>
/// Resolves <c>${env:NAME}</c>, <c>${env:NAME|default}</c> and <c>${NAME|default}</c> in entry data when the application starts; <c>$${</c> is a literal <c>${</c>
/// (spec/temporal.md section 1).
/// </summary>
internal sealed class PlaceholderResolver(EnvironmentVariables environment, Action<EntryNode, string> report)
{
    /// <summary>The node with every placeholder replaced; errors are reported and leave the text empty.</summary>
    public EntryNode Resolve(EntryNode node)
    {
        if (node.IsMap)
        {
            return node with { Value = node.Fields.Select(field => KeyValuePair.Create(field.Key, Resolve(field.Value))).ToArray() };
        }

        if (node.IsList)
        {
            return node with { Value = node.Items.Select(Resolve).ToArray() };
        }

        return node.Value is string text && text.Contains("${", StringComparison.Ordinal) ? node with { Value = ResolveText(text, node) } : node;
    }

    /// <summary>A scalar as text: the way it would be written in YAML.</summary>
    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private object? ResolveText(string text, EntryNode node)
    {
        var result = new StringBuilder();
        for (var index = 0; index < text.Length;)
        {
            var open = text.IndexOf("${", index, StringComparison.Ordinal);
            if (open < 0)
            {
                result.Append(text, index, text.Length - index);
                break;
            }

            if (open > index && text[open - 1] == '$')
            {
                result.Append(text, index, open - 1 - index).Append("${");
                index = open + 2;
                continue;
            }

            result.Append(text, index, open - index);
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                report(node, "a placeholder is not closed: write '}' after the name");
                return string.Empty;
            }

            var whole = open == 0 && close == text.Length - 1;
            var value = Look(text[(open + 2)..close], node, whole);
            if (whole)
            {
                return value;
            }

            result.Append(Text(value));
            index = close + 1;
        }

        return result.ToString();
    }

    private object? Look(string placeholder, EntryNode node, bool typed)
    {
        var bar = placeholder.IndexOf('|', StringComparison.Ordinal);
        var fallback = bar < 0 ? null : placeholder[(bar + 1)..];
        var name = (bar < 0 ? placeholder : placeholder[..bar]).Trim();
        if (name.StartsWith("env:", StringComparison.Ordinal))
        {
            name = name[4..];
        }
        else if (fallback is null)
        {
            report(node, $"write ${{env:{name}}} or ${{{name}|default}}");
            return string.Empty;
        }

        if (environment.Get(name) is { } value)
        {
            return value;
        }

        if (fallback is null)
        {
            report(node, $"environment variable '{name}' is not set: set it or write a default, ${{env:{name}|default}}");
            return string.Empty;
        }

        return typed ? Typed(fallback) : fallback;
    }

    // A field that is exactly one placeholder may take the typed default.
    private static object Typed(string text) =>
        bool.TryParse(text, out var flag) ? flag
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : text;
}
