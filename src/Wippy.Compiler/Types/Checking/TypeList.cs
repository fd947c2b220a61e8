using System.Collections.Generic;

namespace Wippy.Compiler.Types.Checking;

/// <summary>The types of a list of values; when it is open, more of the type <see cref="Rest"/> may follow.</summary>
internal sealed class TypeList(IReadOnlyList<StaticType> types, StaticType? rest)
{
    /// <summary>Any number of any values.</summary>
    public static TypeList Unknown { get; } = new([], StaticType.Any);

    public IReadOnlyList<StaticType> Types { get; } = types;

    /// <summary>What may follow; null when nothing does.</summary>
    public StaticType? Rest { get; } = rest;

    /// <summary>The value at an index; nil behind the end.</summary>
    public StaticType this[int index] => index < Types.Count ? Types[index] : Rest is null ? StaticType.Nil : Rest;

    /// <summary>Whether a value at this index is not certain.</summary>
    public bool IsBeyond(int index) => index >= Types.Count;
}

/// <summary>The function whose body is being checked.</summary>
internal sealed class FunctionContext(string name, FunctionType? type)
{
    public string Name { get; } = name;

    /// <summary>What it declares; null for the chunk.</summary>
    public FunctionType? Type { get; } = type;

    /// <summary>The results that <c>return</c> gives: the declared ones, else those that the place of a function literal expects; null when any may come.</summary>
    public ResultTypes? Results { get; init; } = type is { IsUntyped: false } ? type.Results : null;

    /// <summary>States at the <c>break</c> statements of the loops around, innermost last.</summary>
    public Stack<List<FlowState>> Breaks { get; } = new();
}
