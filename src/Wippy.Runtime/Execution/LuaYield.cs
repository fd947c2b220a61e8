using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// What generated code awaits for <c>coroutine.yield</c>. It always suspends: the frame that awaits it is the innermost one of its thread, and
/// the next <c>coroutine.resume</c> goes on there, however many calls are between it and the body of the coroutine.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LuaYield
{
    private readonly LuaThread thread;

    internal LuaYield(LuaThread thread) => this.thread = thread;

    /// <summary>The same for those who await a frame.</summary>
    internal LuaFrame<LuaValues> Frame => new LuaYieldFrame(thread);

    /// <summary>The same for the first value only.</summary>
    public First One => new(thread);

    /// <summary>For <c>await</c>.</summary>
    public Awaiter GetAwaiter() => new(thread);

    /// <summary>A yield of which only the first value is used.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The awaiter pattern.")]
    public readonly struct First
    {
        private readonly LuaThread thread;

        internal First(LuaThread thread) => this.thread = thread;

        /// <summary>For <c>await</c>.</summary>
        public Awaiter GetAwaiter() => new(thread);

        /// <summary>What <c>await</c> uses.</summary>
        public readonly struct Awaiter : ICriticalNotifyCompletion, ILuaAwaiter
        {
            private readonly LuaThread thread;

            internal Awaiter(LuaThread thread) => this.thread = thread;

            /// <summary>Never at once.</summary>
            public bool IsCompleted => false;

            /// <summary>The first value given to <c>coroutine.resume</c>.</summary>
            public LuaValue GetResult() => thread.First;

            /// <inheritdoc cref="LuaYield.Awaiter.OnCompleted"/>
            public void OnCompleted(Action continuation) => throw OnlyLua();

            /// <inheritdoc cref="LuaYield.Awaiter.OnCompleted"/>
            public void UnsafeOnCompleted(Action continuation) => throw OnlyLua();

            internal void SetParent(LuaFrame parent) => thread.Innermost = parent;

            void ILuaAwaiter.SetParent(LuaFrame parent) => SetParent(parent);
        }
    }

    /// <summary>What <c>await</c> uses.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The awaiter pattern.")]
    public readonly struct Awaiter : ICriticalNotifyCompletion, ILuaAwaiter
    {
        private readonly LuaThread thread;

        internal Awaiter(LuaThread thread) => this.thread = thread;

        /// <summary>Never at once.</summary>
        public bool IsCompleted => false;

        /// <summary>The values given to <c>coroutine.resume</c>.</summary>
        public LuaValues GetResult() => thread.Take();

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void OnCompleted(Action continuation) => throw OnlyLua();

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void UnsafeOnCompleted(Action continuation) => throw OnlyLua();

        internal void SetParent(LuaFrame parent) => thread.Innermost = parent;

        void ILuaAwaiter.SetParent(LuaFrame parent) => SetParent(parent);
    }

    private static InvalidOperationException OnlyLua() => new("A LuaYield can only be awaited by a method that returns a LuaTask.");
}

/// <summary>A yield by way of the function value: goes on at once when its thread does.</summary>
internal sealed class LuaYieldFrame : LuaFrame<LuaValues>
{
    private readonly LuaThread thread;

    public LuaYieldFrame(LuaThread thread)
    {
        this.thread = thread;
        thread.Innermost = this;
    }

    internal override LuaValues TakeResult() => thread.Take();

    internal override void Resume() => IsCompleted = true;
}
