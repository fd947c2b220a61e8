using System.Collections.Generic;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>What is known of a record.</summary>
/// <param name="Shape">The constant with its shape, which it has or extends.</param>
/// <param name="Fields">The variable with its fields.</param>
/// <param name="IsWritable">Whether storing in a field that has a value needs nothing else.</param>
internal sealed record KnownRecord(string Shape, CsAtom Fields, bool IsWritable)
{
    // The types of fields that hold numbers.
    private readonly SortedDictionary<int, LuaTypes> _types = [];

    private KnownRecord(KnownRecord other, IDictionary<int, LuaTypes> types)
        : this(other.Shape, other.Fields, other.IsWritable) => _types = new(types);

    /// <summary>The type of a field that surely is a number.</summary>
    public LuaTypes TypeAt(int index) => _types.TryGetValue(index, out var type) ? type : LuaTypes.None;

    /// <summary>The same record with another type of a field.</summary>
    public KnownRecord With(int index, LuaTypes type)
    {
        var result = new KnownRecord(this, _types);
        if (type == LuaTypes.None)
        {
            result._types.Remove(index);
        }
        else
        {
            result._types[index] = type;
        }

        return result;
    }

    /// <summary>What is known of the same record on both ways.</summary>
    public KnownRecord Meet(KnownRecord other)
    {
        var result = new KnownRecord(this, _types) { IsWritable = IsWritable && other.IsWritable };
        foreach (var pair in _types)
        {
            if (other.TypeAt(pair.Key) != pair.Value)
            {
                result._types.Remove(pair.Key);
            }
        }

        return result;
    }
}
