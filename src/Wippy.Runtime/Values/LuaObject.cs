using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// What the reference half of a <see cref="LuaValue"/> points to unless the value is a primitive.
/// The kind is a field, so that type tests are one load and one compare for every kind of value.
/// </summary>
public abstract class LuaObject
{
    internal readonly LuaKind Kind;

    /// <summary>32 bits for the derived class: the host would leave them empty for alignment.</summary>
    private protected int Extra;

    [MethodImpl(JitOptions.Accessor)]
    private protected LuaObject(LuaKind kind) => Kind = kind;
}

/// <summary>The kind of a value; unlike <see cref="LuaType"/> it tells integers and floats apart.</summary>
internal enum LuaKind : byte
{
    Nil,
    Boolean,

    /// <summary>Of the elements of a list with holes: booleans and nils. No value is of this kind.</summary>
    BooleanOrNil,
    Integer,
    Float,
    String,
    Table,
    Function,
    Userdata,
    Thread,
}

/// <summary>
/// The tags of primitives. They are literal strings, because those are the objects that the JIT compiles to constants: a test of a type is a
/// compare with an immediate, and storing a tag needs no write barrier. The first character of a string stands where a
/// <see cref="LuaObject"/> has its kind, so that reading the kind is the same for every value; both bytes of it are the kind.
/// </summary>
internal static class LuaTag
{
    public static readonly object Boolean = "\u0101";
    public static readonly object Integer = "\u0303";
    public static readonly object Float = "\u0404";

    /// <summary>In a <see cref="LuaResult"/>: not one value.</summary>
    public static readonly object Results = "\0\0";
}
