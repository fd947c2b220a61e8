using System;
using Wippy.Runtime.Modules;

namespace Wippy.Runtime;

/// <summary>A task of the scheduler or a user coroutine (spec/lua.md section 7).</summary>
public sealed class LuaThread : LuaObject
{
    internal readonly LuaFunction? Body;
    internal readonly bool IsTask;
    internal readonly bool Raises;

    // Of a task: what it waits for, and the coroutine that was running when it began to wait.
    internal LuaSuspension? Waiting;
    internal LuaThread? Active;
    internal bool WaitsForNothing;
    internal bool WaitsForMessage;
    internal ChannelWaiter? Waiter;

    // Of a coroutine: who resumed it, where it yielded, and the resumer's wait when the whole task was suspended inside.
    internal LuaThread? Resumer;
    internal LuaSuspension? YieldPoint;
    internal LuaSuspension? ResumerWait;
    internal LuaValues Transfer;
    internal Exception? Failure;

    /// <summary>A thread that has not started; <paramref name="raises"/>: errors are raised in the resumer (coroutine.wrap).</summary>
    internal LuaThread(LuaFunction? body, bool isTask, bool raises = false)
        : base(LuaKind.Thread)
    {
        Body = body;
        IsTask = isTask;
        Raises = raises;
    }

    /// <summary>The status as <c>coroutine.status</c> tells it.</summary>
    public LuaThreadStatus Status { get; internal set; }

    internal bool IsStarted { get; set; }

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
