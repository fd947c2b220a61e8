namespace Wippy.Runtime;

/// <summary>
/// What the reference half of a <see cref="LuaValue"/> points to: a heap value, or the tag of a primitive.
/// The kind is a field, so that type tests are one load and one compare for every kind of value.
/// </summary>
public abstract class LuaObject
{
    internal readonly LuaKind Kind;

    /// <summary>32 bits for the derived class: the host would leave them empty for alignment.</summary>
    private protected int Extra;

    private protected LuaObject(LuaKind kind) => Kind = kind;
}

/// <summary>The kind of a value; unlike <see cref="LuaType"/> it tells integers and floats apart.</summary>
internal enum LuaKind : byte
{
    Nil,
    Boolean,
    Integer,
    Float,
    String,
    Table,
    Function,
    Userdata,
    Thread,
}

/// <summary>The tags of primitives. Frozen objects in static readonly fields are constants to the JIT.</summary>
internal sealed class LuaTag : LuaObject
{
    public static readonly LuaTag Boolean = new(LuaKind.Boolean);
    public static readonly LuaTag Integer = new(LuaKind.Integer);
    public static readonly LuaTag Float = new(LuaKind.Float);

    /// <summary>Key of a table entry whose key was removed and added again behind it.</summary>
    public static readonly LuaTag Dead = new(LuaKind.Nil);

    private LuaTag(LuaKind kind)
        : base(kind)
    {
    }
}
