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

    /// <summary>The type of a field that surely is a number, of the record with these fields.</summary>
    public LuaTypes TypeAt(CsAtom fields, int index)
    {
        foreach (var record in _records.Values)
        {
            if (record.Fields == fields)
            {
                return record.TypeAt(index);
            }
        }

        return LuaTypes.None;
    }

    /// <summary>Remembers what is now known of a variable.</summary>
    public void Set(string variable, KnownRecord record) => _records[variable] = record;

    /// <summary>The variable gets another value.</summary>
    public void Forget(string variable) => _records.Remove(variable);

    /// <summary>Any table may have changed.</summary>
    public void ForgetAll() => _records.Clear();

    /// <summary>
    /// A field of the record with these fields, or of an unknown one, has got a value of a type, which a variable has too. Two variables may hold one record.
    /// </summary>
    public void Store(CsAtom? fields, int index, LuaTypes type, CsAtom? value)
    {
        foreach (var variable in new List<string>(_records.Keys))
        {
            var record = _records[variable];
            _records[variable] = record.Fields == fields ? record.With(index, type, value) : record.With(index, record.TypeAt(index) == type ? type : LuaTypes.None, null);
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
