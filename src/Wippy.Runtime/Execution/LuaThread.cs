using System;
using System.Runtime.CompilerServices;
using Wippy.Runtime.Modules;

namespace Wippy.Runtime;

/// <summary>A task of the scheduler or a user coroutine (spec/lua.md section 7).</summary>
public sealed class LuaThread : LuaObject
{
    internal readonly LuaFunction? Body;
    internal readonly bool IsTask;

    // Of a task: what it waits for, and what runs in it: itself, or the innermost of the coroutines that it has resumed.
    internal LuaSuspension? Suspension;
    internal bool IsWaiting;
    internal bool IsOnStack;
    internal LuaThread Active;
    internal ChannelPlace? Place;

    // Of a task in a queue of the scheduler: the next one there.
    internal LuaThread? Behind;

    // The frame that yielded: it goes on when the thread does.
    internal LuaFrame? Innermost
    {
        get => innermost;
        set
        {
            // As with the parent of a frame.
            if (innermost != value)
            {
                innermost = value;
            }
        }
    }

    // Of a coroutine: who resumed it, whether what it fails with is raised there, and the resumer's wait when the whole task was suspended inside.
    internal LuaThread? Resumer;
    internal bool Raises;
    internal LuaResumerWait? ResumerWait;
    internal Exception? Failure;

    // Is a handler of xpcall at work in it because the stack was used up?
    internal bool IsHandlingOverflow;

    // The values on their way into the thread or out of it; one value is stored without touching the rest. More than two share an array.
    private LuaValue first;
    private LuaValue second;
    private LuaValue[]? many;
    private int start;
    private int count;
    private LuaFrame? innermost;

    /// <summary>A thread that has not started.</summary>
    internal LuaThread(LuaFunction? body, bool isTask)
        : base(LuaKind.Thread)
    {
        Body = body;
        IsTask = isTask;
        Active = this;
    }

    // Suspended, normal when it has been resumed, or dead: LuaScheduler.StatusOf knows which one is running.
    internal LuaThreadStatus Status;

    internal bool IsStarted { get; set; }

    /// <summary>The first of the values handed over.</summary>
    internal LuaValue First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first;
    }

    /// <summary>The second of the values handed over.</summary>
    internal LuaValue Second => count < 2 ? default : second;

    /// <summary>How many values were handed over.</summary>
    internal int Count => count;

    /// <summary>Hands no values over.</summary>
    internal void Put()
    {
        first = default;
        count = 0;
    }

    /// <summary>Hands one value over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Put(LuaValue value)
    {
        LuaValue.Store(ref first, value);
        count = 1;
    }

    /// <summary>Hands two values over.</summary>
    internal void Put(LuaValue value, LuaValue other)
    {
        LuaValue.Store(ref first, value);
        LuaValue.Store(ref second, other);
        count = 2;
    }

    /// <summary>Hands values over.</summary>
    internal void Put(in LuaValues values)
    {
        first = values.First;
        count = values.Count;
        if (count >= 2)
        {
            second = values.Second;
        }

        if (count > 2)
        {
            many = values.Share(out start);
        }
    }

    /// <summary>The values handed over.</summary>
    internal LuaValues Take() => count switch
    {
        0 => LuaValues.Empty,
        1 => new(first),
        2 => new(first, second),
        _ => new(many!, start, count),
    };

    /// <summary>The values handed over behind <c>true</c>.</summary>
    internal LuaValues TakeAfterTrue() => count switch
    {
        0 => new(LuaValue.True),
        1 => new(LuaValue.True, first),
        2 => new([LuaValue.True, first, second]),
        _ => LuaValues.Append(LuaValue.True, new LuaValues(many!, start, count)),
    };

    /// <summary>Forgets the values, so that an ended thread keeps nothing alive.</summary>
    internal void Clear()
    {
        first = default;
        second = default;
        many = null;
        count = 0;
        Innermost = null;
        Resumer = null;
    }

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.ToLuaString(this).ToString();
}

/// <summary>The status of a thread.</summary>
public enum LuaThreadStatus
{
    /// <summary>Not started, yielded or waiting.</summary>
    Suspended,

    /// <summary>Running now.</summary>
    Running,

    /// <summary>It resumed another coroutine.</summary>
    Normal,

    /// <summary>Ended or failed.</summary>
    Dead,
}
