using System;
using System.Collections.Generic;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>The variables of a typed copy that surely hold records of a shape at the place at work, and what is known of their fields.</summary>
internal sealed class KnownRecords
{
    private Dictionary<string, KnownRecord> _records = new(StringComparer.Ordinal);

    /// <summary>What is known of a variable, if it is a record of this shape.</summary>
    public KnownRecord? Find(string variable, string shape) =>
        _records.TryGetValue(variable, out var record) && record.Shape == shape ? record : null;

    /// <summary>Remembers what is now known of a variable.</summary>
    public void Set(string variable, KnownRecord record) => _records[variable] = record;

    /// <summary>The variable gets another value.</summary>
    public void Forget(string variable) => _records.Remove(variable);

    /// <summary>Any table may have changed.</summary>
    public void ForgetAll() => _records.Clear();

    /// <summary>A field of the record with these fields, or of an unknown one, has got a value of a type. Two variables may hold one record.</summary>
    public void Store(CsAtom? fields, int index, LuaTypes type)
    {
        foreach (var variable in new List<string>(_records.Keys))
        {
            var record = _records[variable];
            _records[variable] = record.Fields == fields ? record.With(index, type) : record.TypeAt(index) == type ? record : record.With(index, LuaTypes.None);
        }
    }

    /// <summary>What is known here, to come back to.</summary>
    public KnownRecords Copy() => new() { _records = new(_records, StringComparer.Ordinal) };

    /// <summary>What is known where control comes from here or from another place.</summary>
    public void Meet(KnownRecords other)
    {
        foreach (var variable in new List<string>(_records.Keys))
        {
            if (other._records.TryGetValue(variable, out var record) && record.Fields == _records[variable].Fields)
            {
                _records[variable] = _records[variable].Meet(record);
            }
            else
            {
                _records.Remove(variable);
            }
        }
    }
}

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
