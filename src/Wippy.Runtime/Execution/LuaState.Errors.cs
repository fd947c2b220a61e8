namespace Wippy.Runtime;

/// <content><c>error</c> (Lua manual 6.1) where the compiler knows that a call raises: at its own position, or at level 0 without one.</content>
public sealed partial class LuaState
{
    /// <summary>What to throw for <c>error(value)</c> at a position; the level is 1 or 0.</summary>
    public LuaException Error(LuaValue value, long at, int level = 1) => new(Raised(value, at, level));

    /// <summary>
    /// The same as a pending result, which only <c>return</c> may use: <c>pcall</c> takes the value from it, everyone else raises it. An exception would cost a
    /// hundred times as much.
    /// </summary>
    public LuaValues Raise(LuaValue value, long at, int level = 1) => LuaValues.Error(Raised(value, at, level));

    private LuaValue Raised(LuaValue value, long at, int level)
    {
        Position = at;
        return level == 0 ? value : LuaException.WithPosition(value, at);
    }
}
