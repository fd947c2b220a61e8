using System.Collections.Generic;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>What is known of a record.</summary>
/// <param name="Shape">The constant with its shape, which it has or extends.</param>
/// <param name="Fields">The variable with its fields.</param>
/// <param name="IsWritable">Whether storing in a field that has a value needs nothing else.</param>
internal sealed record KnownRecord(string Shape, CsAtom Fields, bool IsWritable)
{
    // The types of fields that hold numbers, and the variables that have the same values.
    private readonly SortedDictionary<int, (LuaTypes Type, CsAtom? Value)> _numbers = [];

    private KnownRecord(KnownRecord other, IDictionary<int, (LuaTypes Type, CsAtom? Value)> numbers)
        : this(other.Shape, other.Fields, other.IsWritable) => _numbers = new(numbers);

    /// <summary>The type of a field that surely is a number.</summary>
    public LuaTypes TypeAt(int index) => _numbers.TryGetValue(index, out var number) ? number.Type : LuaTypes.None;

    /// <summary>What has the value of a field that surely is a number of this type, if anything has.</summary>
    public CsAtom? ValueAt(int index, LuaTypes type) => _numbers.TryGetValue(index, out var number) && number.Type == type ? number.Value : null;

    /// <summary>The same record with another type of a field, and what has its value.</summary>
    public KnownRecord With(int index, LuaTypes type, CsAtom? value)
    {
        var result = new KnownRecord(this, _numbers);
        if (type == LuaTypes.None)
        {
            result._numbers.Remove(index);
        }
        else
        {
            result._numbers[index] = (type, value);
        }

        return result;
    }

    /// <summary>What is known of the same record on both ways.</summary>
    public KnownRecord Meet(KnownRecord other)
    {
        var result = new KnownRecord(this, _numbers) { IsWritable = IsWritable && other.IsWritable };
        foreach (var pair in _numbers)
        {
            if (other.TypeAt(pair.Key) != pair.Value.Type)
            {
                result._numbers.Remove(pair.Key);
            }
            else if (other.ValueAt(pair.Key, pair.Value.Type) != pair.Value.Value)
            {
                result._numbers[pair.Key] = (pair.Value.Type, null);
            }
        }

        return result;
    }
}
