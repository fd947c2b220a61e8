using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Wippy.Runtime;

/// <summary>
/// A suspended piece of Lua code on the heap. The chain of waiting frames is explicit, so the scheduler resumes it in a loop and completion never recurses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFrame
{
    private LuaFrame? parent;

    /// <summary>The frame that awaits this one.</summary>
    internal LuaFrame? Parent
    {
        get => parent;
        set
        {
            // Often it is the same again, and a comparison is cheaper than telling the collector.
            if (parent != value)
            {
                parent = value;
            }
        }
    }

    /// <summary>Has it a result or failed?</summary>
    internal bool IsCompleted;

    private protected LuaFrame()
    {
    }

    /// <summary>Goes on after the awaited frame has completed.</summary>
    internal abstract void Resume();
}

/// <summary>A frame with a result. Awaiting it directly keeps one reference where awaiting a <see cref="LuaTask{T}"/> keeps the result too.</summary>
/// <typeparam name="T">The result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFrame<T> : LuaFrame
{
    private T result = default!;
    private Exception? exception;

    private protected LuaFrame()
    {
    }

    /// <summary>For <c>await</c>.</summary>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>This frame, or its result when it is completed.</summary>
    internal LuaFrame<T>? Pending(out T value)
    {
        if (IsCompleted)
        {
            value = TakeResult();
            return null;
        }

        value = default!;
        return this;
    }

    internal void SetResult(T value)
    {
        result = value;
        IsCompleted = true;
    }

    internal void SetException(Exception value)
    {
        exception = value;
        IsCompleted = true;
    }

    /// <summary>The result, once; the frame may then be used again for another call.</summary>
    internal virtual T TakeResult()
    {
        var failure = exception;
        var value = result;
        Reset();
        if (failure is not null)
        {
            Throw(failure);
        }

        return value;
    }

    /// <summary>
    /// What the frame failed with, instead of <see cref="TakeResult"/>, which would raise it; null when it has not, or has to be asked for its result to tell.
    /// </summary>
    internal Exception? TakeFailure()
    {
        var failure = exception;
        if (failure is not null)
        {
            Reset();
        }

        return failure;
    }

    private protected virtual void Reset()
    {
        Parent = null;
        IsCompleted = false;
        result = default!;
        exception = null;
    }

    private protected static void Throw(Exception failure)
    {
        if (failure is LuaException)
        {
            // Thrown anew in each frame: keeping the host's stack trace would cost time quadratic in the depth, and Lua has a traceback of its own.
            throw failure;
        }

        ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>What <c>await</c> uses.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The awaiter pattern.")]
    public readonly struct Awaiter : ICriticalNotifyCompletion, ILuaAwaiter
    {
        private readonly LuaFrame<T> frame;

        internal Awaiter(LuaFrame<T> frame) => this.frame = frame;

        /// <summary>Has the frame a result or failed?</summary>
        public bool IsCompleted => frame.IsCompleted;

        /// <summary>The result; raises what the frame failed with.</summary>
        public T GetResult() => frame.TakeResult();

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void OnCompleted(Action continuation) => throw new InvalidOperationException("A LuaFrame can only be awaited by a method that returns a LuaTask.");

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        internal void SetParent(LuaFrame parent) => frame.Parent = parent;

        void ILuaAwaiter.SetParent(LuaFrame parent) => SetParent(parent);
    }
}

/// <summary>A call that failed before it ever waited.</summary>
internal sealed class LuaFailedFrame<T> : LuaFrame<T>
{
    public LuaFailedFrame(Exception failure) => SetException(failure);

    internal override void Resume() => throw new InvalidOperationException("A failed call cannot go on.");
}

/// <summary>A suspended async method. Frames of one method are used again, so waiting allocates only when more calls wait at once than ever before.</summary>
internal sealed class LuaFrame<T, TStateMachine> : LuaFrame<T>
    where TStateMachine : IAsyncStateMachine
{
    private const int MaximumPooled = 64;

    [ThreadStatic]
    private static LuaFrame<T, TStateMachine>? pool;

    [ThreadStatic]
    private static int pooled;

    internal TStateMachine StateMachine = default!;

    public static LuaFrame<T, TStateMachine> Rent()
    {
        var frame = pool;
        if (frame is null)
        {
            return new LuaFrame<T, TStateMachine>();
        }

        pool = (LuaFrame<T, TStateMachine>?)frame.Parent;
        pooled--;
        frame.Parent = null;
        return frame;
    }

    internal override void Resume() => StateMachine.MoveNext();

    private protected override void Reset()
    {
        base.Reset();
        StateMachine = default!;
        if (pooled < MaximumPooled)
        {
            pooled++;
            Parent = pool;
            pool = this;
        }
    }
}

/// <summary>
/// The innermost frame of a task that waits. Its outcome may be known before it is awaited, but the task always goes through the scheduler,
/// which resumes the <see cref="LuaFrame.Parent"/>. A task waits in one place at a time, so it has one, used again; the values are handed over in the thread.
/// </summary>
internal sealed class LuaSuspension(LuaThread task) : LuaFrame<LuaValues>
{
    private Exception? failure;

    /// <summary>The value with which the waiting code will go on.</summary>
    public void Fulfill(LuaValue value) => task.Put(value);

    /// <summary>The values with which the waiting code will go on.</summary>
    public void Fulfill(in LuaValues values) => task.Put(values);

    /// <summary>What the waiting code will raise.</summary>
    public void Fail(Exception exception) => failure = exception;

    internal override LuaValues TakeResult()
    {
        ThrowIfFailed();
        return task.Take();
    }

    /// <summary>The first value only.</summary>
    internal LuaValue TakeFirst()
    {
        ThrowIfFailed();
        return task.First;
    }

    /// <summary>The first two values only.</summary>
    internal (LuaValue First, LuaValue Second) TakeTwo()
    {
        ThrowIfFailed();
        return (task.First, task.Second);
    }

    internal override void Resume() => throw new InvalidOperationException("A suspension is completed from outside.");

    private void ThrowIfFailed()
    {
        if (failure is { } raised)
        {
            failure = null;
            Throw(raised);
        }
    }
}

/// <summary>What a resumer awaits while the whole task waits inside the coroutine: it goes on with what the coroutine yields or ends with.</summary>
internal sealed class LuaResumerWait(LuaThread coroutine) : LuaFrame<LuaValues>
{
    internal override LuaValues TakeResult() => LuaScheduler.Results(coroutine);

    internal override void Resume() => throw new InvalidOperationException("A resumer is resumed by its coroutine.");
}
