using System.Collections.Generic;
using System.Text;

namespace Wippy.Runtime;

/// <summary>A validation at work: where it is, and the first finding.</summary>
internal sealed class TypeCheck
{
    /// <summary>Levels of tables, and of names that lead to names (spec/lua.md section 10).</summary>
    public const int Limit = 64;

    private readonly List<LuaValue> _path = [];
    private int _hops;

    /// <summary>The last finding.</summary>
    public LuaTypeFailure? Failure { get; private set; }

    /// <summary>Whether the limit was met: no alternative is tried any more.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Validates a value from the start.</summary>
    public bool Run(LuaTypeValue type, LuaValue value) => type.Accepts(value, type, this);

    /// <summary>Validates a part of a table.</summary>
    public bool Part(LuaValue key, LuaTypeValue type, LuaValue value)
    {
        if (_path.Count >= Limit)
        {
            return Abort();
        }

        var hops = _hops;
        _hops = 0;
        _path.Add(key);
        var result = type.Accepts(value, type, this);
        _path.RemoveAt(_path.Count - 1);
        _hops = hops;
        return result;
    }

    /// <summary>Validates the same value as another type says.</summary>
    public bool Same(LuaTypeValue type, LuaValue value, LuaTypeValue shown)
    {
        if (_hops >= Limit)
        {
            return Abort();
        }

        _hops++;
        var result = type.Accepts(value, shown, this);
        _hops--;
        return result;
    }

    /// <summary>Validates a field of a record.</summary>
    public bool Field(LuaTypeField field, LuaValue value)
    {
        if (value.IsNil && field.IsOptional)
        {
            return true;
        }

        LuaValue key = field.Name;
        if (Part(key, field.DeclaredType, value))
        {
            return true;
        }

        if (value.IsNil && !IsAborted)
        {
            _path.Add(key);
            Failure = new LuaTypeFailure(PathText(), "required field missing", field.DeclaredType.ToString(), "nil", "required");
            _path.RemoveAt(_path.Count - 1);
        }

        return false;
    }

    /// <summary>Notes that the value has the wrong type.</summary>
    public bool Mismatch(LuaValue value, LuaTypeValue expected)
    {
        var name = expected.ToString();
        Failure = new LuaTypeFailure(PathText(), $"expected {name}, got {value.TypeName}", name, value.TypeName, null);
        return false;
    }

    /// <summary>Notes that a validator refuses the value.</summary>
    public bool Violation(string constraint, string text)
    {
        Failure = new LuaTypeFailure(PathText(), text, null, null, constraint);
        return false;
    }

    private bool Abort()
    {
        IsAborted = true;
        return Violation("depth", "recursion limit exceeded");
    }

    private string PathText()
    {
        var text = new StringBuilder();
        foreach (var key in _path)
        {
            if (!key.TryGetString(out var name))
            {
                text.Append('[').Append(key.ToString()).Append(']');
            }
            else if (IsIdentifier(name))
            {
                text.Append(text.Length == 0 ? "" : ".").Append(name.ToString());
            }
            else
            {
                text.Append("[\"").Append(name.ToString()).Append("\"]");
            }
        }

        return text.ToString();
    }

    private static bool IsIdentifier(LuaString name)
    {
        foreach (var c in name.Span)
        {
            if (!char.IsAsciiLetterOrDigit((char)c) && c != '_')
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsAsciiDigit((char)name.Span[0]);
    }
}
