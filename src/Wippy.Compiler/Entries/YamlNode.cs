using System;
using System.Globalization;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>A value of a YAML document with its place.</summary>
/// <param name="Span">Where it stands, in bytes of the file.</param>
public abstract record YamlNode(TextSpan Span)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Description { get; }
}

/// <summary>How a scalar is written.</summary>
public enum YamlScalarStyle
{
    /// <summary>Without quotes: may be a number, a boolean or null.</summary>
    Plain,

    /// <summary>In single or double quotes: always a string.</summary>
    Quoted,

    /// <summary>After <c>|</c>: always a string, lines kept.</summary>
    Literal,

    /// <summary>After <c>&gt;</c>: always a string, lines folded.</summary>
    Folded,
}

/// <summary>A single value. Types follow the core schema of YAML 1.2.</summary>
/// <param name="Value">Its text.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Span">Where it stands.</param>
public sealed record YamlScalar(string Value, YamlScalarStyle Style, TextSpan Span) : YamlNode(Span)
{
    /// <summary>Whether it is null.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Its boolean value, when it is one.</summary>
    public bool? Boolean => Style != YamlScalarStyle.Plain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>Its integer value, when it is one of 64 bits.</summary>
    public long? Integer => Style == YamlScalarStyle.Plain &&
        long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Its numeric value, when it is one.</summary>
    public double? Number => Style == YamlScalarStyle.Plain &&
        double.TryParse(Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && !double.IsInfinity(value) && !double.IsNaN(value) ? value : null;

    /// <summary>Whether it is a string and nothing else.</summary>
    public bool IsString => !IsNull && Boolean is null && Number is null;

    /// <inheritdoc/>
    public override string Description =>
        IsNull ? "empty" : Boolean is not null ? "a boolean" : Number is not null ? "a number" : "a string";
}

/// <summary>A list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Span">Where it stands.</param>
public sealed record YamlSequence(EquatableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Description => "a list";
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record YamlPair(YamlScalar Key, YamlNode Value);

/// <summary>A table; keys are unique.</summary>
/// <param name="Pairs">Keys and values in the order of the file.</param>
/// <param name="Span">Where it stands.</param>
public sealed record YamlMapping(EquatableArray<YamlPair> Pairs, TextSpan Span) : YamlNode(Span)
{
    /// <summary>The table without keys.</summary>
    public static YamlMapping Empty { get; } = new(default, default);

    /// <inheritdoc/>
    public override string Description => "a table";

    /// <summary>The pair of a key, or null.</summary>
    public YamlPair? Find(string key)
    {
        foreach (var pair in Pairs)
        {
            if (string.Equals(pair.Key.Value, key, StringComparison.Ordinal))
            {
                return pair;
            }
        }

        return null;
    }

    /// <summary>The value of a key; null when it is absent or empty.</summary>
    public YamlNode? this[string key] => Find(key)?.Value is { } value and not YamlScalar { IsNull: true } ? value : null;
}
