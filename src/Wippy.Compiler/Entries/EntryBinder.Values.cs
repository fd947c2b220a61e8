using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

// Reading of single values, with their findings.
public sealed partial class EntryBinder
{
    private static readonly string[] LifecycleKeys =
        ["auto_start", "startup", "requires", "depends_on", "start_timeout", "stop_timeout", "stable_threshold", "restart", "security"];

    private static readonly string[] RestartKeys = ["initial_delay", "max_delay", "backoff_factor", "jitter", "max_attempts"];

    private SourceLocation Locate(YamlNode node) => _source.GetLocation(node.Span);

    private void Report(DiagnosticDescriptor descriptor, YamlNode at, params object[] arguments) =>
        ReportAt(descriptor, Locate(at), arguments);

    private void ReportAt(DiagnosticDescriptor descriptor, SourceLocation at, params object[] arguments) =>
        _diagnostics.Report(descriptor, at, arguments);

    private void ReportUnknownKey(YamlScalar key, string owner, IEnumerable<string> known) =>
        Report(DiagnosticDescriptors.UnknownKey, key, key.Value, owner, SpellingSuggestion.Ending(key.Value, known));

    private void CheckKeys(YamlMapping table, string owner, IReadOnlyCollection<string> known)
    {
        foreach (var pair in table.Pairs)
        {
            if (!known.Contains(pair.Key.Value, StringComparer.Ordinal))
            {
                ReportUnknownKey(pair.Key, owner, known);
            }
        }
    }

    private YamlScalar? RequiredText(YamlMapping node, string key, string owner, string example)
    {
        switch (node[key])
        {
            case YamlScalar { Value.Length: > 0 } scalar:
                return scalar;
            case YamlScalar scalar:
                Report(DiagnosticDescriptors.RequiredKeyMissing, scalar, owner, key, example);
                return null;
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, key, "a string", other.Description, $"{key}: {example}");
                return null;
            default:
                // The first line of the entry is enough to find it.
                var first = node.Pairs.IsEmpty ? node.Span : TextSpan.Union(node.Pairs[0].Key.Span, node.Pairs[0].Key.Span);
                ReportAt(DiagnosticDescriptors.RequiredKeyMissing, _source.GetLocation(first), owner, key, example);
                return null;
        }
    }

    private YamlScalar? TextOf(YamlMapping table, string key)
    {
        switch (table[key])
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, key, "a string", other.Description, $"{key}: text");
                return null;
        }
    }

    private YamlMapping? TableOf(YamlMapping owner, string key)
    {
        switch (owner[key])
        {
            case null:
                return null;
            case YamlMapping table:
                return table;
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, key, "a table", other.Description, $"the keys of '{key}' below it, indented");
                return null;
        }
    }

    private List<Located<string>> ListOf(YamlMapping owner, string key, string example)
    {
        var result = new List<Located<string>>();
        switch (owner[key])
        {
            case null:
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (item is YamlScalar { IsNull: false, Value.Length: > 0 } scalar)
                    {
                        result.Add(new Located<string>(scalar.Value, Locate(scalar)));
                    }
                    else
                    {
                        Report(DiagnosticDescriptors.WrongShape, item, key, "a list of names", item.Description, $"'{example}'");
                    }
                }

                break;
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, key, "a list", other.Description, $"each name on a line such as '{example}', or [a, b]");
                break;
        }

        return result;
    }

    private Located<EntryId>? Reference(YamlMapping table, string key) =>
        TextOf(table, key) is { Value.Length: > 0 } text
            ? new Located<EntryId>(EntryId.Parse(text.Value, _namespace), Locate(text))
            : null;

    // A value that may hold placeholders; "key_env" is the deprecated way to name an environment value.
    private ConfigValue? Value(YamlMapping table, string key, ConfigType type)
    {
        switch (table[key])
        {
            case null:
                return TextOf(table, key + "_env") is { Value.Length: > 0 } name
                    ? ConfigValue.FromEnvironment(type, name.Value, Locate(name))
                    : null;
            case YamlScalar scalar:
                return Value(scalar, key, type);
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, key, TypeName(type), other.Description, $"{key}: {Example(type)}");
                return null;
        }
    }

    private ConfigValue? Value(YamlScalar scalar, string key, ConfigType type)
    {
        if (type == ConfigType.Duration && scalar.Number is { } number)
        {
            // Bare numbers have no unit (spec/temporal.md section 1).
            Report(DiagnosticDescriptors.DurationWithoutUnit, scalar, key, number.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        var malformed = new List<string>();
        var value = ConfigValue.Parse(type, scalar.Value, Locate(scalar), malformed);
        foreach (var text in malformed)
        {
            Report(DiagnosticDescriptors.MalformedPlaceholder, scalar, text);
        }

        if (!value.IsLiteral)
        {
            // The default of a value that is one placeholder must be right too.
            var fallback = value.Parts.Count == 1 ? value.Parts[0].Default : null;
            return fallback is null || type == ConfigType.Text ||
                Value(new YamlScalar(fallback.Replace("${", "$${"), YamlScalarStyle.Plain, scalar.Span), key, type) is not null ? value : null;
        }

        if (type == ConfigType.Duration && value.Nanoseconds is null)
        {
            Report(DiagnosticDescriptors.InvalidDuration, scalar, key.Replace('_', ' '), scalar.Value);
            return null;
        }

        var fits = type switch
        {
            ConfigType.Boolean => scalar.Boolean is not null,
            ConfigType.Integer => scalar.Integer is not null,
            ConfigType.Number => scalar.Number is not null,
            _ => true,
        };
        if (!fits)
        {
            Report(DiagnosticDescriptors.WrongShape, scalar, key, TypeName(type), scalar.Description, $"{key}: {Example(type)}");
            return null;
        }

        return value;
    }

    private static string TypeName(ConfigType type) => type switch
    {
        ConfigType.Boolean => "a boolean",
        ConfigType.Integer => "a whole number",
        ConfigType.Number => "a number",
        ConfigType.Duration => "a duration",
        _ => "a string",
    };

    private static string Example(ConfigType type) => type switch
    {
        ConfigType.Boolean => "true",
        ConfigType.Integer => "10",
        ConfigType.Number => "1.5",
        ConfigType.Duration => "10s",
        _ => "text",
    };

    private Lifecycle? LifecycleOf(YamlMapping data, EntryId id)
    {
        if (TableOf(data, "lifecycle") is not { } table)
        {
            return null;
        }

        CheckKeys(table, "lifecycle", LifecycleKeys);
        var startup = TextOf(table, "startup");
        if (startup is not null && startup.Value is not ("required" or "optional"))
        {
            Report(DiagnosticDescriptors.InvalidValue, startup, "startup", startup.Value, "'required' or 'optional'");
            startup = null;
        }

        var requires = ListOf(table, "requires", $"- {id.Namespace}:name")
            .Concat(ListOf(table, "depends_on", $"- {id.Namespace}:name"))
            .Select(r => new Located<EntryId>(EntryId.Parse(r.Value, id.Namespace), r.Location))
            .GroupBy(static r => r.Value)
            .Select(static g => g.First())
            .ToEquatableArray();
        return new Lifecycle(
            Value(table, "auto_start", ConfigType.Boolean),
            startup?.Value ?? "required",
            requires,
            Value(table, "start_timeout", ConfigType.Duration),
            Value(table, "stop_timeout", ConfigType.Duration),
            Value(table, "stable_threshold", ConfigType.Duration),
            RestartOf(table),
            TableOf(table, "security"));
    }

    private RestartPolicy? RestartOf(YamlMapping lifecycle)
    {
        if (TableOf(lifecycle, "restart") is not { } table)
        {
            return null;
        }

        CheckKeys(table, "lifecycle.restart", RestartKeys);
        return new RestartPolicy(
            Value(table, "initial_delay", ConfigType.Duration),
            Value(table, "max_delay", ConfigType.Duration),
            Value(table, "backoff_factor", ConfigType.Number),
            Value(table, "jitter", ConfigType.Number),
            Value(table, "max_attempts", ConfigType.Integer));
    }
}
