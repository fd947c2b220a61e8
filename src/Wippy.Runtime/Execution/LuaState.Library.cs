using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>Calls of functions that surely are what their names say: those of the library.</content>
public sealed partial class LuaState
{
    /// <summary>Calls a function for its first result.</summary>
    public LuaValue CallKnown(LuaFunction f, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [], at).First : f.Call();
    }

    /// <inheritdoc cref="CallKnown(LuaFunction, long)"/>
    public LuaValue CallKnown(LuaFunction f, LuaValue a, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a], at).First : f.Call(a);
    }

    /// <inheritdoc cref="CallKnown(LuaFunction, long)"/>
    public LuaValue CallKnown(LuaFunction f, LuaValue a, LuaValue b, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a, b], at).First : f.Call(a, b);
    }

    /// <inheritdoc cref="CallKnown(LuaFunction, long)"/>
    public LuaValue CallKnown(LuaFunction f, LuaValue a, LuaValue b, LuaValue c, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a, b, c], at).First : f.Call(a, b, c);
    }

    /// <inheritdoc cref="CallKnown(LuaFunction, long)"/>
    public LuaValue CallKnown(LuaFunction f, ReadOnlySpan<LuaValue> args, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, args, at).First : f.CallOf(args);
    }

    /// <summary>Calls a function for all results.</summary>
    public LuaValues CallAllKnown(LuaFunction f, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [], at) : f.CallAll();
    }

    /// <inheritdoc cref="CallAllKnown(LuaFunction, long)"/>
    public LuaValues CallAllKnown(LuaFunction f, LuaValue a, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a], at) : f.CallAll(a);
    }

    /// <inheritdoc cref="CallAllKnown(LuaFunction, long)"/>
    public LuaValues CallAllKnown(LuaFunction f, LuaValue a, LuaValue b, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a, b], at) : f.CallAll(a, b);
    }

    /// <inheritdoc cref="CallAllKnown(LuaFunction, long)"/>
    public LuaValues CallAllKnown(LuaFunction f, LuaValue a, LuaValue b, LuaValue c, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, [a, b, c], at) : f.CallAll(a, b, c);
    }

    /// <inheritdoc cref="CallAllKnown(LuaFunction, long)"/>
    public LuaValues CallAllKnown(LuaFunction f, ReadOnlySpan<LuaValue> args, long at)
    {
        Position = at;
        return IsStackLow ? CallKnownSlow(f, args, at) : f.CallAllOf(args);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValues CallKnownSlow(LuaFunction f, ReadOnlySpan<LuaValue> args, long at) => CallSlow(f, new LuaValues(args), at, null);
}
