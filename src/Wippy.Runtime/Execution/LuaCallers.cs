namespace Wippy.Runtime;

/// <summary>
/// The positions of the calls that led to a function, for the higher levels of <c>error</c>. Only chunks that raise with such a level keep them: each function in a
/// local of its own, handed on with each call, so that nothing has to be undone when a function ends, fails or waits.
/// </summary>
public readonly struct LuaCallers
{
    private readonly long second;
    private readonly long third;
    private readonly long fourth;
    private readonly long fifth;

    /// <summary>The callers of a function that was called at a position by one with the callers <paramref name="outer"/>.</summary>
    internal LuaCallers(long at, in LuaCallers outer)
    {
        second = at;
        third = outer.second;
        fourth = outer.third;
        fifth = outer.fourth;
    }

    /// <summary>The position of a level from 2; 0 when it is not known.</summary>
    internal long Level(long level) => level switch
    {
        2 => second,
        3 => third,
        4 => fourth,
        5 => fifth,
        _ => 0,
    };
}
