using System;
using System.Text.RegularExpressions;

namespace Wippy.Runtime;

/// <summary>A validator after a type: <c>@min @max @min_len @max_len @pattern</c> (spec/lua.md section 9). Acts in validation only.</summary>
public sealed class LuaTypeValidator
{
    private readonly LuaValue limit;
    private readonly Lazy<Regex>? pattern;

    /// <summary>A validator of this name, without the <c>@</c>; unknown names accept everything.</summary>
    public LuaTypeValidator(string name, LuaValue argument)
    {
        Name = name;
        limit = argument;
        if (name == "pattern" && argument.TryGetString(out var text))
        {
            pattern = new Lazy<Regex>(() => Re2Pattern.Compile(text.ToString()));
        }
    }

    /// <summary>The name without the <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>The text of the validator, by which types compare.</summary>
    public override string ToString() => $"@{Name}({limit})";

    /// <summary>What is wrong with a value; null when the validator accepts it or does not concern it.</summary>
    internal string? Violation(LuaValue value) => Name switch
    {
        "min" when value.IsNumber && limit.IsNumber && LuaOperators.LessThan(value, limit, 0) => "value below minimum",
        "max" when value.IsNumber && limit.IsNumber && LuaOperators.LessThan(limit, value, 0) => "value above maximum",
        "min_len" when LengthOf(value) is { } length && limit.IsNumber && LuaOperators.LessThan(length, limit, 0) => "length below minimum",
        "max_len" when LengthOf(value) is { } length && limit.IsNumber && LuaOperators.LessThan(limit, length, 0) => "length above maximum",
        "pattern" when pattern is not null && value.TryGetString(out var text) && !pattern.Value.IsMatch(text.ToString()) => "pattern mismatch",
        _ => null,
    };

    private static long? LengthOf(LuaValue value) =>
        value.TryGetString(out var text) ? text.Length : value.TryGetTable(out var table) ? table.Length : null;
}
