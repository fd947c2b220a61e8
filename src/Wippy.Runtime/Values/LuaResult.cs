using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// What a call gives that may have any number of results but mostly has one: that value, in the size of a value, so that it is returned in registers. Another
/// number of values, or a pending tail call, stands in the state meanwhile; so a result is read once, and before the next call.
/// </summary>
public readonly struct LuaResult
{
    private const long InState = 1;

    private readonly object? reference;
    private readonly long bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaResult(object? reference, long bits)
    {
        this.reference = reference;
        this.bits = bits;
    }

    /// <summary>No values.</summary>
    public static LuaResult None => new(LuaTag.Results, 0);

    /// <summary>Is it one value?</summary>
    internal bool IsOne
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => reference != LuaTag.Results;
    }

    /// <summary>The value; the caller knows that <see cref="IsOne"/> holds.</summary>
    internal LuaValue One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(reference, bits);
    }

    /// <summary>One value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaResult(LuaValue value) => new(value.Reference, value.Bits);

    /// <summary>These values, or the pending tail call that they stand for.</summary>
    public static LuaResult Of(LuaValues values)
    {
        switch (values.Count)
        {
            case 1:
                return values.First;
            case 0:
                return None;
            default:
                LuaState.Current.Results = values;
                return new(LuaTag.Results, InState);
        }
    }

    /// <summary>The first value, nil if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue First() => IsOne ? One : bits == 0 ? default : LuaState.Finish(Take()).First;

    /// <summary>All values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValues All() => IsOne ? new(One) : LuaState.Finish(Take());

    /// <summary>The same result, after the call if it is a pending one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaResult Finished() => IsOne ? this : Of(LuaState.Finish(Take()));

    /// <summary>The values, or the pending tail call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaValues Take()
    {
        if (IsOne)
        {
            return new(One);
        }

        if (bits == 0)
        {
            return default;
        }

        var lua = LuaState.Current;
        var values = lua.Results;
        lua.Results = default;
        return values;
    }
}
