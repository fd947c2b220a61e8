using System;
using System.Runtime.ExceptionServices;

namespace Wippy.Runtime;

/// <content>
/// User coroutines (spec/lua.md section 7). A resume runs the frames of the coroutine on the stack of the resumer, a yield returns there.
/// </content>
public sealed partial class LuaScheduler
{
    /// <summary>coroutine.yield: gives values to the resumer; in a task, goes to the back of the run queue.</summary>
    internal LuaYield Yield()
    {
        var thread = Running;
        if (!thread.IsTask)
        {
            Leave(thread);
            thread.Put();
            return Yielded(thread);
        }

        return YieldTask(thread);
    }

    /// <inheritdoc cref="Yield()"/>
    internal LuaYield Yield(LuaValue value)
    {
        var thread = Running;
        if (!thread.IsTask)
        {
            Leave(thread);
            thread.Put(value);
            return Yielded(thread);
        }

        return YieldTask(thread);
    }

    /// <inheritdoc cref="Yield()"/>
    internal LuaYield Yield(in LuaValues values)
    {
        var thread = Running;
        if (!thread.IsTask)
        {
            Leave(thread);
            thread.Put(values);
            return Yielded(thread);
        }

        return YieldTask(thread);
    }

    /// <summary>Can a thread be resumed now? <paramref name="raises"/>: what it fails with is raised in the resumer (coroutine.wrap).</summary>
    internal static bool CanResume(LuaThread thread, bool raises)
    {
        if (thread.Status != LuaThreadStatus.Suspended || thread.IsTask)
        {
            return false;
        }

        thread.Raises = raises;
        return true;
    }

    /// <summary>Why a thread cannot be resumed.</summary>
    internal static string Refusal(LuaThread thread) =>
        $"cannot resume {(thread.Status == LuaThreadStatus.Dead ? "dead" : "non-suspended")} coroutine";

    /// <summary>
    /// Runs a coroutine, to which values were handed over, until it yields, ends or fails. False: the whole task waits, inside this coroutine or one that it
    /// resumed.
    /// </summary>
    internal bool Enter(LuaThread thread)
    {
        if (lua.IsStackLow)
        {
            return LuaStack.Run((Scheduler: this, thread), static s => s.Scheduler.Enter(s.thread));
        }

        var resumer = task.Active;
        if (thread.Resumer != resumer)
        {
            thread.Resumer = resumer;
        }

        task.Active = thread;
        thread.Status = LuaThreadStatus.Normal;
        var barriers = yieldBarriers;
        yieldBarriers = 0;

        // No frame raises: what it fails with is in the frame.
        if (thread.IsStarted)
        {
            Trampoline(thread.Innermost);
        }
        else
        {
            thread.IsStarted = true;
            Start(thread);
        }

        yieldBarriers = barriers;
        return thread.Status != LuaThreadStatus.Normal;
    }

    /// <summary>The same where waiting is forbidden.</summary>
    internal void EnterNow(LuaThread thread)
    {
        waitBarriers++;
        var left = Enter(thread);
        waitBarriers--;
        if (!left)
        {
            // Nothing can wait inside, so the instance has ended there.
            throw new LuaTerminationException("The instance has ended.");
        }
    }

    /// <summary>The wait of the resumer of a coroutine inside which the whole task waits.</summary>
    internal static LuaFrame<LuaValues> WaitInside(LuaThread thread) => thread.ResumerWait = new LuaResumerWait(thread);

    /// <summary>What a resume gives after <see cref="Enter"/>.</summary>
    internal static LuaValues Results(LuaThread thread)
    {
        if (thread.Failure is not null)
        {
            return FailureOf(thread);
        }

        return thread.Raises ? thread.Take() : thread.TakeAfterTrue();
    }

    /// <summary>The first two values that coroutine.resume gives after <see cref="Enter"/>.</summary>
    internal static LuaValue Results(LuaThread thread, out LuaValue second)
    {
        if (thread.Failure is null)
        {
            second = thread.First;
            return true;
        }

        (var first, second) = FailureOf(thread);
        return first;
    }

    /// <summary>The first value that a function of coroutine.wrap gives after <see cref="Enter"/>.</summary>
    internal static LuaValue FirstResult(LuaThread thread) => thread.Failure is null ? thread.First : FailureOf(thread).First;

    private static LuaValues FailureOf(LuaThread thread)
    {
        var exception = thread.Failure!;
        thread.Failure = null;
        if (!thread.Raises && LuaException.IsCatchable(exception))
        {
            return new LuaValues(false, LuaException.From(exception).Value);
        }

        if (exception is LuaException)
        {
            throw exception;
        }

        ExceptionDispatchInfo.Throw(exception);
        return default;
    }

    private void Leave(LuaThread thread)
    {
        if (yieldBarriers > 0)
        {
            // Without a position, as in the reference implementation: coroutine.yield raises it.
            throw new LuaException((LuaValue)YieldAcrossBoundary);
        }

        thread.Status = LuaThreadStatus.Suspended;
        task.Active = thread.Resumer!;
    }

    private LuaYield Yielded(LuaThread thread)
    {
        if (thread.ResumerWait is { } wait)
        {
            thread.ResumerWait = null;
            next = wait.Parent;
        }

        return new LuaYield(thread);
    }

    private LuaYield YieldTask(LuaThread thread)
    {
        ThrowIfCannotWait();
        thread.Put();
        MakeReady(task);
        return new LuaYield(thread);
    }

    /// <summary>The end of a coroutine. Gives the frame that goes on: that of a resumer which waits on the heap.</summary>
    private LuaFrame? FinishCoroutine(LuaThread thread, in LuaValues values, Exception? exception)
    {
        thread.Status = LuaThreadStatus.Dead;
        task.Active = thread.Resumer!;
        thread.Clear();
        thread.Put(values);
        thread.Failure = exception;
        var wait = thread.ResumerWait;
        thread.ResumerWait = null;
        return wait?.Parent;
    }
}
