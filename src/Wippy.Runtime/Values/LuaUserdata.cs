namespace Wippy.Runtime;

/// <summary>
/// A host object seen by Lua. Its metatable is hidden and immutable (spec/lua.md section 6): what Lua can do with it is what the virtual members say.
/// </summary>
public abstract class LuaUserdata : LuaObject
{
    /// <summary>Creates the object.</summary>
    protected LuaUserdata()
        : base(LuaKind.Userdata)
    {
    }

    /// <summary>The result of <c>type()</c>.</summary>
    public virtual string TypeName => "userdata";

    /// <summary>The name by which types call the class, such as <c>time.Time</c>; null when they cannot name it.</summary>
    public virtual string? HostType => null;

    /// <summary>The methods of the class, a frozen table; null if it has none or finds them in another way.</summary>
    public virtual LuaTable? MethodTable => null;

    /// <summary>The field or method of this name; nil if there is none.</summary>
    public virtual LuaValue Index(LuaValue key, LuaState lua) => MethodTable is { } methods ? methods[key] : default;

    /// <summary>Is it the same as another userdata (<c>==</c>)? Identity unless the class says otherwise.</summary>
    public virtual bool ValueEquals(LuaUserdata other) => ReferenceEquals(this, other);

    /// <summary>The function that stands for an operator, <c>__call</c> or <c>__len</c>; null if the object has no such operator.</summary>
    public virtual LuaFunction? Metamethod(LuaMetamethod metamethod) => null;

    /// <summary>The text that <c>tostring</c> gives.</summary>
    public override string ToString() => "userdata";
}
