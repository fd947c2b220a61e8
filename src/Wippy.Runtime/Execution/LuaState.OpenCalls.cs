namespace Wippy.Runtime;

/// <content>Calls with another call as last argument: <c>f(a, g(x))</c>.</content>
public sealed partial class LuaState
{
    /// <summary>The values of a <see cref="LuaResult"/> that is not one value, from the call until they are read.</summary>
    internal LuaValues Results;

    /// <summary>What the call waits for of a <see cref="LuaResult"/> that is none yet, likewise.</summary>
    internal LuaFrame<LuaValues>? Waiting;

    /// <summary>Calls a value for all results, which another call takes as its last arguments.</summary>
    public LuaResult CallOpen(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail().Finished() : LuaResult.Of(CallSlow(f, LuaValues.Empty, at, what));
    }

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a).Finished() : LuaResult.Of(CallSlow(f, new LuaValues(a), at, what));
    }

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a, b).Finished() : LuaResult.Of(CallSlow(f, new LuaValues(a, b), at, what));
    }

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a, b, c).Finished() : LuaResult.Of(CallSlow(f, new LuaValues([a, b, c]), at, what));
    }

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(args).Finished() : LuaResult.Of(CallSlow(f, args, at, what));
    }

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaResult last, long at, string? what = null) =>
        last.IsOne ? CallOpen(f, last.One, at, what) : CallOpen(f, last.All(), at, what);

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValue a, LuaResult last, long at, string? what = null) =>
        last.IsOne ? CallOpen(f, a, last.One, at, what) : CallOpen(f, LuaValues.Append(a, last.All()), at, what);

    /// <inheritdoc cref="CallOpen(LuaValue, long, string?)"/>
    public LuaResult CallOpen(LuaValue f, LuaValue a, LuaValue b, LuaResult last, long at, string? what = null) =>
        last.IsOne ? CallOpen(f, a, b, last.One, at, what) : CallOpen(f, LuaValues.Append(a, b, last.All()), at, what);

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    public LuaValue Call(LuaValue f, LuaResult last, long at, string? what = null) =>
        last.IsOne ? Call(f, last.One, at, what) : Call(f, last.All(), at, what);

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    public LuaValue Call(LuaValue f, LuaValue a, LuaResult last, long at, string? what = null) =>
        last.IsOne ? Call(f, a, last.One, at, what) : Call(f, LuaValues.Append(a, last.All()), at, what);

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    public LuaValue Call(LuaValue f, LuaValue a, LuaValue b, LuaResult last, long at, string? what = null) =>
        last.IsOne ? Call(f, a, b, last.One, at, what) : Call(f, LuaValues.Append(a, b, last.All()), at, what);
}
