using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Wippy.Temporal.Hosting;

/// <summary>Typed reading of one map of an entry. A wrong type is reported with its line and the default is used, so that one start reports every error.</summary>
internal sealed class EntryFields(EntryNode map, string prefix, EnvironmentVariables environment, Action<EntryNode, string> report)
{
    public EntryNode Node { get; } = map;

    public bool Has(string key) => Node[key] is { Value: not null };

    public void Report(string message) => report(Node, message);

    public void Report(string key, string message) => report(Node[key] ?? Node, message);

    /// <summary>A text field. The older sibling <c>key_env</c> names a variable that supplies it.</summary>
    public string? Text(string key)
    {
        if (Node[key] is { Value: not null } node)
        {
            if (node.IsMap || node.IsList)
            {
                report(node, $"{prefix}{key} must be text");
                return null;
            }

            return PlaceholderResolver.Text(node.Value);
        }

        if (Node[key + "_env"]?.Value is not string variable || variable.Length == 0)
        {
            return null;
        }

        var value = environment.Get(variable);
        if (value is null)
        {
            Report(key + "_env", $"environment variable '{variable}' named by {prefix}{key}_env is not set");
        }

        return value;
    }

    /// <summary>The variable that a field names, or null when the field or the variable is not set.</summary>
    public string? OptionalVariable(string key) => Node[key]?.Value is string { Length: > 0 } name ? environment.Get(name) : null;

    public bool Flag(string key, bool fallback)
    {
        switch (Node[key]?.Value)
        {
            case null:
                return fallback;
            case bool flag:
                return flag;
            case string text when bool.TryParse(text, out var parsed):
                return parsed;
            default:
                Report(key, $"{prefix}{key} must be true or false");
                return fallback;
        }
    }

    /// <summary>A count; zero and less silently become the default (spec/temporal.md section 3).</summary>
    public int Count(string key, int fallback)
    {
        var number = Number(key, fallback);
        return number is > 0 and <= int.MaxValue ? (int)number : fallback;
    }

    public double Number(string key, double fallback)
    {
        switch (Node[key]?.Value)
        {
            case null:
                return fallback;
            case long integer:
                return integer;
            case double number:
                return number;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                return parsed;
            default:
                Report(key, $"{prefix}{key} must be a number");
                return fallback;
        }
    }

    /// <summary>A duration: always text such as <c>1m30s</c>, never a bare number.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback)
    {
        var value = Node[key]?.Value;
        if (value is null)
        {
            return fallback;
        }

        if (value is string text && OptionDuration.TryParse(text, out var duration))
        {
            return duration;
        }

        Report(key, $"invalid {prefix}{key}: write a duration such as \"10s\" or \"1m30s\"");
        return fallback;
    }

    public EntryFields Map(string key) => new(Node[key] is { IsMap: true } map ? map : EntryNode.Map(Node.Line, Node.Column), $"{prefix}{key}.", environment, report);

    public IReadOnlyList<string> Texts(string key) =>
        (Node[key]?.Items ?? []).Select(item => item.Value as string).Where(item => !string.IsNullOrEmpty(item)).Select(item => item!).ToArray();
}
