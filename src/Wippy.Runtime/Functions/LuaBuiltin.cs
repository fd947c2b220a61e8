using System;

namespace Wippy.Runtime;

/// <summary>A library function with up to three parameters that wants to know how many arguments it got ("no value" in messages).</summary>
internal sealed class LuaBuiltin : LuaFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue, int, LuaValue> body;

    public LuaBuiltin(string name, Func<LuaValue, LuaValue, LuaValue, int, LuaValue> body, string? takes = null)
        : base(name)
    {
        this.body = body;
        Parameters = takes is null ? null : LuaParameters.Parse(takes);
    }

    internal override LuaParameters? Parameters { get; }

    public override LuaValue Call() => body(default, default, default, 0);

    public override LuaValue Call(LuaValue a) => body(a, default, default, 1);

    public override LuaValue Call(LuaValue a, LuaValue b) => body(a, b, default, 2);

    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c, 3);

    public override LuaValue Call(in LuaValues args) => body(args[0], args[1], args[2], args.Count);

    public override LuaValues CallAll() => new(body(default, default, default, 0));

    public override LuaValues CallAll(LuaValue a) => new(body(a, default, default, 1));

    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body(a, b, default, 2));

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body(a, b, c, 3));

    public override LuaValues CallAll(in LuaValues args) => new(body(args[0], args[1], args[2], args.Count));
}
