using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>What a configuration value must be.</summary>
public enum ConfigType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A duration such as <c>10s</c>.</summary>
    Duration,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,
}

/// <summary>A piece of a configuration value: literal text, or a value of the environment read when the app starts.</summary>
/// <param name="Text">The literal text, or the name of the environment value.</param>
/// <param name="IsEnvironment">Whether it is a name.</param>
/// <param name="Default">Used when the environment does not have the name; null means that it must.</param>
public sealed record ConfigPart(string Text, bool IsEnvironment, string? Default);

/// <summary>
/// A configuration value as written (spec/temporal.md section 1, environment values). Placeholders are resolved at start and
/// never while compiling.
/// </summary>
/// <param name="Type">What it must be.</param>
/// <param name="Raw">The text as written.</param>
/// <param name="Parts">Literal text and placeholders in order; empty for the empty text.</param>
/// <param name="Location">Where it was written.</param>
public sealed record ConfigValue(ConfigType Type, string Raw, EquatableArray<ConfigPart> Parts, SourceLocation Location)
{
    /// <summary>Whether it has no placeholder.</summary>
    public bool IsLiteral => Parts.All(static p => !p.IsEnvironment);

    /// <summary>The text of a literal, with <c>$${</c> resolved; null with placeholders.</summary>
    public string? Literal => IsLiteral ? string.Concat(Parts.Select(static p => p.Text)) : null;

    /// <summary>Whether it is certainly the empty text.</summary>
    public bool IsEmpty => Literal is { Length: 0 };

    /// <summary>A literal as a boolean.</summary>
    public bool? Boolean => Type != ConfigType.Boolean ? null : Literal switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>A literal as a number.</summary>
    public double? Number => Type is ConfigType.Integer or ConfigType.Number && Literal is { } text &&
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A literal as a whole number.</summary>
    public long? Integer => Type == ConfigType.Integer && Literal is { } text &&
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A literal as a duration in nanoseconds.</summary>
    public long? Nanoseconds =>
        Type == ConfigType.Duration && Literal is { } text && DurationText.TryParse(text, out var value) ? value : null;

    /// <summary>A value that is one environment value.</summary>
    public static ConfigValue FromEnvironment(ConfigType type, string name, SourceLocation location) =>
        new(type, "${env:" + name + "}", EquatableArray.Create(new ConfigPart(name, true, null)), location);

    /// <summary>
    /// Finds the placeholders <c>${env:NAME}</c>, <c>${env:NAME|default}</c> and <c>${NAME|default}</c>; <c>$${</c> stands for
    /// <c>${</c>. What only looks like one stays text and goes to <paramref name="malformed"/>.
    /// </summary>
    public static ConfigValue Parse(ConfigType type, string raw, SourceLocation location, ICollection<string> malformed)
    {
        var parts = new List<ConfigPart>();
        var literal = new StringBuilder();
        var i = 0;
        while (i < raw.Length)
        {
            if (string.CompareOrdinal(raw, i, "$${", 0, 3) == 0)
            {
                literal.Append("${");
                i += 3;
                continue;
            }

            if (string.CompareOrdinal(raw, i, "${", 0, 2) != 0)
            {
                literal.Append(raw[i++]);
                continue;
            }

            var close = raw.IndexOf('}', i);
            var inner = close < 0 ? null : raw.Substring(i + 2, close - i - 2);
            if (inner is not null && Placeholder(inner) is { } part)
            {
                Flush();
                parts.Add(part);
                i = close + 1;
                continue;
            }

            malformed.Add(inner is null ? raw.Substring(i) : "${" + inner + "}");
            literal.Append("${");
            i += 2;
        }

        Flush();
        return new ConfigValue(type, raw, new EquatableArray<ConfigPart>(parts.ToArray()), location);

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new ConfigPart(literal.ToString(), false, null));
                literal.Clear();
            }
        }
    }

    private static ConfigPart? Placeholder(string inner)
    {
        const string Prefix = "env:";
        var prefixed = inner.StartsWith(Prefix, System.StringComparison.Ordinal);
        var rest = prefixed ? inner.Substring(Prefix.Length) : inner;
        var bar = rest.IndexOf('|');
        var name = bar < 0 ? rest : rest.Substring(0, bar);
        var fallback = bar < 0 ? null : rest.Substring(bar + 1);
        var valid = prefixed
            ? name.Length > 0 && name.All(static c => c > ' ')
            : fallback is not null && name.Length > 0 && name[0] is (>= 'A' and <= 'Z') or '_'
                && name.All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
        return valid ? new ConfigPart(name, true, fallback) : null;
    }
}
