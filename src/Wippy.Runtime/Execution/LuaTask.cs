using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// The result of Lua code that may wait. Awaited exactly once, and only by other Lua code: suspension and resumption belong to the scheduler of the instance,
/// not to the thread pool. A call that completes without waiting allocates nothing.
/// </summary>
/// <typeparam name="T">The result.</typeparam>
[AsyncMethodBuilder(typeof(LuaTaskMethodBuilder<>))]
public readonly struct LuaTask<T>
{
    internal readonly LuaFrame<T>? Frame;
    internal readonly T Result;

    /// <summary>A completed task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaTask(T result)
    {
        Frame = null;
        Result = result;
    }

    internal LuaTask(LuaFrame<T> frame)
    {
        Frame = frame;
        Result = default!;
    }

    /// <summary>Has it a result or failed?</summary>
    public bool IsCompleted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Frame is null || Frame.IsCompleted;
    }

    /// <summary>A completed task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaTask<T> FromResult(T result) => new(result);

    /// <summary>The frame to await, or the result: <c>f(a).Pending(out var result) is { } frame ? await frame : result</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<T>? Pending(out T value)
    {
        if (Frame is null)
        {
            value = Result;
            return null;
        }

        return Frame.Pending(out value);
    }

    /// <summary>For <c>await</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Awaiter GetAwaiter() => new(this);

    /// <summary>What <c>await</c> uses.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The awaiter pattern.")]
    public readonly struct Awaiter : ICriticalNotifyCompletion, ILuaAwaiter
    {
        private readonly LuaTask<T> task;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Awaiter(LuaTask<T> task) => this.task = task;

        /// <summary>Has the task a result or failed?</summary>
        public bool IsCompleted
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => task.IsCompleted;
        }

        /// <summary>The result; raises what the task failed with.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T GetResult() => task.Frame is null ? task.Result : task.Frame.TakeResult();

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void OnCompleted(Action continuation) => throw new InvalidOperationException("A LuaTask can only be awaited by a method that returns a LuaTask.");

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        internal void SetParent(LuaFrame parent) => task.Frame!.Parent = parent;

        void ILuaAwaiter.SetParent(LuaFrame parent) => SetParent(parent);
    }
}

/// <summary>An awaiter that links the awaited frame to the waiting one.</summary>
internal interface ILuaAwaiter
{
    void SetParent(LuaFrame parent);
}
