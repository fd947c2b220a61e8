using System;

namespace Wippy.Runtime;

/// <summary>A built-in type.</summary>
internal sealed class PrimitiveType(string name, string kind, Func<LuaValue, bool> accepts) : LuaTypeValue
{
    public override string TypeKind => kind;

    public override string ToString() => name;

    public bool Contains(LuaValue value) => accepts(value);

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => accepts(value) || check.Mismatch(value, shown);
}

/// <summary>A value as a type.</summary>
internal sealed class LiteralType(LuaValue literal) : LuaTypeValue
{
    public LuaValue Constant => literal;

    public override string TypeKind => "literal";

    public override string ToString() => literal.IsString ? "\"" + literal.ToString() + "\"" : literal.ToString();

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) =>
        LuaOperators.RawEqual(value, literal) || check.Mismatch(value, shown);
}

/// <summary>A type of a built-in module: an opaque object, or a table that the module makes.</summary>
internal sealed class HostType(string name) : LuaTypeValue
{
    public string Name => name;

    public override string TypeKind => "interface";

    public override string ToString() => name;

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => IsInstance(value) || check.Mismatch(value, shown);

    private bool IsInstance(LuaValue value) => name is "channel.SelectResult" or "process.Event" or "process.Options"
        ? value.IsTable
        : value.TryGetUserdata<LuaUserdata>(out var userdata) && string.Equals(userdata.HostType, name, StringComparison.Ordinal);
}

/// <summary>A generic parameter that nothing replaced: no value is valid.</summary>
internal sealed class ParameterType(string name) : LuaTypeValue
{
    public string Name => name;

    public override string TypeKind => "generic";

    public override string ToString() => name;

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => check.Mismatch(value, shown);

    internal override LuaTypeValue Substitute(System.Collections.Generic.IReadOnlyDictionary<string, LuaTypeValue> arguments) =>
        arguments.TryGetValue(name, out var type) ? type : this;
}
