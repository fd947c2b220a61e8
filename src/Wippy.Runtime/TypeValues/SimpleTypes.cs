using System;
using Wippy.Runtime.Modules;

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

/// <summary>A type of a built-in module. Those of which the runtime knows no class accept every table and userdata.</summary>
internal sealed class HostType(string name) : LuaTypeValue
{
    public string Name => name;

    public override string TypeKind => "interface";

    public override string ToString() => name;

    internal override bool Accepts(LuaValue value, LuaTypeValue shown, TypeCheck check) => IsInstance(value) || check.Mismatch(value, shown);

    private bool IsInstance(LuaValue value) => name switch
    {
        "time.Time" => value.TryGetUserdata<LuaTime>(out _),
        "time.Duration" => value.TryGetUserdata<LuaDuration>(out _),
        "time.Location" => value.TryGetUserdata<LuaLocation>(out _),
        "time.Timer" => value.TryGetUserdata<LuaTimer>(out _),
        "time.Ticker" => value.TryGetUserdata<LuaTicker>(out _),
        "channel.Channel" => value.TryGetUserdata<LuaChannel>(out _),
        _ => value.IsTable || value.IsUserdata,
    };
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
