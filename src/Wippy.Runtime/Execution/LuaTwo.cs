using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>What generated code awaits for the first two results of a call that waits: no list of the results is made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LuaTwo
{
    private readonly LuaFrame<LuaValues> frame;

    /// <summary>The first two results of a call.</summary>
    public LuaTwo(LuaFrame<LuaValues> frame) => this.frame = frame;

    /// <summary>For <c>await</c>.</summary>
    public Awaiter GetAwaiter() => new(frame);

    /// <summary>What <c>await</c> uses.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The awaiter pattern.")]
    public readonly struct Awaiter : ICriticalNotifyCompletion, ILuaAwaiter
    {
        private readonly LuaFrame<LuaValues> frame;

        internal Awaiter(LuaFrame<LuaValues> frame) => this.frame = frame;

        /// <summary>Has the frame a result or failed?</summary>
        public bool IsCompleted => frame.IsCompleted;

        /// <summary>The first two results; raises what the frame failed with.</summary>
        public (LuaValue First, LuaValue Second) GetResult()
        {
            if (frame is LuaSuspension suspension)
            {
                return suspension.TakeTwo();
            }

            var results = frame.TakeResult();
            return (results.First, results.Second);
        }

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void OnCompleted(Action continuation) => throw new InvalidOperationException("A LuaFrame can only be awaited by a method that returns a LuaTask.");

        /// <summary>Only Lua code can wait for Lua code.</summary>
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        internal void SetParent(LuaFrame parent) => frame.Parent = parent;

        void ILuaAwaiter.SetParent(LuaFrame parent) => SetParent(parent);
    }
}
