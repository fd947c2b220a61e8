namespace Wippy.Runtime;

/// <content>What <c>error</c> with a level of 2 or more needs to know.</content>
public sealed partial class LuaState
{
    private LuaCallers callers;

    // The position of the last tail call: the function that makes it is no level of its own.
    private long tailPosition;

    /// <summary>At the start of a function: the positions of the calls that led to it.</summary>
    public LuaCallers EnterFunction() => Position != 0 && Position == tailPosition ? callers : new LuaCallers(Position, callers);

    /// <summary>Hands the callers of the running function on to the function that it is about to call; gives the position of the call.</summary>
    public long From(long at, LuaCallers callers)
    {
        this.callers = callers;
        tailPosition = 0;
        return at;
    }

    /// <summary>The same for a tail call.</summary>
    public long TailFrom(long at, LuaCallers callers)
    {
        this.callers = callers;
        tailPosition = at;
        return at;
    }

    /// <summary>The position of a level of <c>error</c>; 0 when it is not known.</summary>
    internal long PositionOf(long level) => level == 1 ? Position : callers.Level(level);

    /// <summary>A function of the library calls a value, which has no name then: it is a level without a line.</summary>
    internal void EnterHost(LuaValue callee)
    {
        UnnamedCallee = callee;
        callers = new LuaCallers(Position, callers);
        Position = 0;
    }

    /// <summary>A coroutine begins: it has no callers.</summary>
    internal void EnterThread(LuaValue body)
    {
        UnnamedCallee = body;
        callers = default;
        Position = 0;
    }
}
