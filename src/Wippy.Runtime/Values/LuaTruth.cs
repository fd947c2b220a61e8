using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <summary>What a list of booleans stores for an element: a boolean, or nil in a list with holes. As a condition nil is false, without a further question.</summary>
public readonly struct LuaTruth
{
    // 0 is false, 1 is true, 2 is nil: the lowest bit alone is the condition.
    private readonly byte state;

    [MethodImpl(JitOptions.Accessor)]
    private LuaTruth(byte state) => this.state = state;

    /// <summary>What is stored for a boolean or nil.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal LuaTruth(LuaValue value) => state = value.IsNil ? Nil.state : (byte)value.Bits;

    internal static LuaTruth Nil
    {
        [MethodImpl(JitOptions.Accessor)]
        get => new(2);
    }

    internal bool IsNil
    {
        [MethodImpl(JitOptions.Accessor)]
        get => state == Nil.state;
    }

    internal LuaValue Value
    {
        [MethodImpl(JitOptions.Accessor)]
        get => new(IsNil ? null : LuaTag.Boolean, state & 1);
    }

    internal static int CountNils(ReadOnlySpan<LuaTruth> truths) => MemoryMarshal.AsBytes(truths).Count(Nil.state);

    /// <summary>Whether it is true; false for nil.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator bool(LuaTruth truth) => (truth.state & 1) != 0;

    /// <summary>What is stored for a boolean.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaTruth(bool value) => new(value ? (byte)1 : (byte)0);
}
