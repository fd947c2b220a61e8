using System;

namespace Wippy.Runtime;

/// <summary>The body of a <see cref="LuaSpanFunction"/>: the arguments lie on the stack of the caller.</summary>
internal delegate LuaValues LuaSpanBody(ReadOnlySpan<LuaValue> args);

/// <summary>A library function with any number of parameters and results; no call makes an array of its arguments.</summary>
internal sealed class LuaSpanFunction : LuaFunction
{
    private readonly LuaSpanBody body;

    public LuaSpanFunction(string name, LuaSpanBody body, string? takes = null)
        : base(name)
    {
        this.body = body;
        Parameters = takes is null ? null : LuaParameters.Parse(takes);
    }

    internal override LuaParameters? Parameters { get; }

    public override LuaValue Call() => body([]).First;

    public override LuaValues CallAll() => body([]);

    public override LuaValue Call(LuaValue a) => body(new ReadOnlySpan<LuaValue>(in a)).First;

    public override LuaValues CallAll(LuaValue a) => body(new ReadOnlySpan<LuaValue>(in a));

    public override LuaValue Call(LuaValue a, LuaValue b) => body([a, b]).First;

    public override LuaValues CallAll(LuaValue a, LuaValue b) => body([a, b]);

    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body([a, b, c]).First;

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => body([a, b, c]);

    public override LuaValue Call(in LuaValues args) => body(args.AsSpan()).First;

    public override LuaValues CallAll(in LuaValues args) => body(args.AsSpan());

    internal override LuaValue CallOf(ReadOnlySpan<LuaValue> args) => body(args).First;

    internal override LuaValues CallAllOf(ReadOnlySpan<LuaValue> args) => body(args);
}
