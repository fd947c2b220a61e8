using System;

namespace Wippy.Runtime;

/// <summary>The events of metatables (spec/lua.md section 6).</summary>
public enum LuaMetamethod
{
    /// <summary>__index.</summary>
    Index,

    /// <summary>__newindex.</summary>
    NewIndex,

    /// <summary>__call.</summary>
    Call,

    /// <summary>__tostring.</summary>
    ToString,

    /// <summary>__name.</summary>
    Name,

    /// <summary>__len.</summary>
    Length,

    /// <summary>__concat.</summary>
    Concat,

    /// <summary>__unm.</summary>
    Negate,

    /// <summary>__bnot.</summary>
    BitNot,

    /// <summary>__add.</summary>
    Add,

    /// <summary>__sub.</summary>
    Subtract,

    /// <summary>__mul.</summary>
    Multiply,

    /// <summary>__div.</summary>
    Divide,

    /// <summary>__idiv.</summary>
    FloorDivide,

    /// <summary>__mod.</summary>
    Modulo,

    /// <summary>__pow.</summary>
    Power,

    /// <summary>__band.</summary>
    BitAnd,

    /// <summary>__bor.</summary>
    BitOr,

    /// <summary>__bxor.</summary>
    BitXor,

    /// <summary>__shl.</summary>
    ShiftLeft,

    /// <summary>__shr.</summary>
    ShiftRight,

    /// <summary>__eq.</summary>
    Equal,

    /// <summary>__lt.</summary>
    LessThan,

    /// <summary>__le.</summary>
    LessOrEqual,

    /// <summary>__pairs.</summary>
    Pairs,

    /// <summary>__metatable.</summary>
    Metatable,
}

/// <summary>The names of the events.</summary>
internal static class LuaMetamethods
{
    private static readonly LuaString[] Names = Array.ConvertAll(
        [
            "__index", "__newindex", "__call", "__tostring", "__name", "__len", "__concat", "__unm", "__bnot", "__add", "__sub", "__mul", "__div",
            "__idiv", "__mod", "__pow", "__band", "__bor", "__bxor", "__shl", "__shr", "__eq", "__lt", "__le", "__pairs", "__metatable",
        ],
        (string name) => LuaString.Literal(name));

    public static int Count => Names.Length;

    public static LuaString Name(LuaMetamethod metamethod) => Names[(int)metamethod];
}
