using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>
/// Deep recursion (design: Depth). When the stack of the thread is nearly used up, the next call goes on synchronously on a thread with a big stack
/// while the caller waits; when that one is used up too, the call raises <c>stack overflow</c>.
/// </summary>
public static unsafe class LuaStack
{
    /// <summary>Some 200 000 nested Lua calls.</summary>
    private const int BigStackSize = 160 << 20;

    /// <summary>The host makes sure of at least 64 KiB more than this (128 KiB on 64-bit systems) whenever it is asked.</summary>
    private const nuint VerifiedWindow = 48 << 10;

    // The complement of the lowest address that is known to be safe: zero, the initial value of every thread, means "ask".
    [ThreadStatic]
    private static nuint verified;

    [ThreadStatic]
    private static Continuation? current;

    /// <summary>Is there too little stack left for another call?</summary>
    public static bool IsLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            byte marker;
            return ~(nuint)(&marker) > verified && IsReallyLow();
        }
    }

    /// <summary>
    /// Emitted at the entry of functions on recursive cycles that have no other guard: raises <c>stack overflow</c> when the stack is used up.
    /// Prefer <see cref="Run{TState, TResult}"/> behind <see cref="IsLow"/>, which goes on on a big stack.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (IsLow)
        {
            ThrowOverflow();
        }
    }

    /// <summary>Runs a call on a big stack: <c>if (LuaStack.IsLow) return LuaStack.Run((this, n), static s =&gt; s.Item1.f(s.n));</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TResult Run<TState, TResult>(TState state, Func<TState, TResult> call)
    {
        TResult result = default!;
        RunBig(() => result = call(state));
        return result;
    }

    /// <summary>Is this the thread that the instance was entered on?</summary>
    internal static bool IsOnOrigin => current is null;

    /// <summary>
    /// Runs host code on the thread that the instance was entered on, where ambient things (the current task scheduler, thread statics) are those of the host.
    /// Only deep recursion leaves that thread, so this is nearly always a plain call.
    /// </summary>
    public static T OnOrigin<T>(Func<T> call)
    {
        var continuation = current;
        return continuation is null ? call() : continuation.Invoke(call);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void MoveNext<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        // The state machine is a local of the waiting caller, so its address stays valid.
        var address = (nint)Unsafe.AsPointer(ref stateMachine);
        RunBig(() => Unsafe.AsRef<TStateMachine>((void*)address).MoveNext());
    }

    /// <summary>What <see cref="LuaState.IsStackLow"/> compares with on the running thread.</summary>
    internal static nuint Verified => verified;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static bool IsReallyLow()
    {
        byte marker;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        verified = ~((nuint)(&marker) - VerifiedWindow);
        return false;
    }

    private static void ThrowOverflow() => throw LuaException.StackOverflow();

    private static void RunBig(Action action)
    {
        if (current is not null)
        {
            ThrowOverflow();
        }

        new Continuation(action).Run();
    }

    /// <summary>One excursion to a big stack.</summary>
    private sealed class Continuation
    {
        private readonly Action action;
        private readonly object gate = new();
        private readonly Queue<Action> requests = new();
        private readonly LuaState? lua = LuaState.CurrentOrNull;
        private ExceptionDispatchInfo? failure;
        private bool done;

        public Continuation(Action action) => this.action = action;

        public void Run()
        {
            var thread = new Thread(Execute, BigStackSize) { IsBackground = true, Name = "Lua deep recursion" };
            if (lua is not null)
            {
                lua.IsOnBigStack = true;
            }

            thread.Start();
            while (TakeRequest() is { } request)
            {
                lua?.VerifyStackAgain();
                request();
            }

            thread.Join();
            if (lua is not null)
            {
                lua.IsOnBigStack = false;
                lua.VerifyStackAgain();
            }

            if (failure is { SourceException: LuaException raised })
            {
                // A failure on the other thread must not drag its stack trace along.
                throw raised;
            }

            failure?.Throw();
        }

        public T Invoke<T>(Func<T> call)
        {
            T result = default!;
            ExceptionDispatchInfo? problem = null;
            using var finished = new ManualResetEventSlim();
            lock (gate)
            {
                requests.Enqueue(() =>
                {
                    try
                    {
                        result = call();
                    }
                    catch (Exception exception)
                    {
                        // Handed to the thread that asked.
                        problem = ExceptionDispatchInfo.Capture(exception);
                    }
                    finally
                    {
                        finished.Set();
                    }
                });
                Monitor.Pulse(gate);
            }

            finished.Wait();
            lua?.VerifyStackAgain();
            problem?.Throw();
            return result;
        }

        private Action? TakeRequest()
        {
            lock (gate)
            {
                while (requests.Count == 0 && !done)
                {
                    Monitor.Wait(gate);
                }

                return requests.TryDequeue(out var request) ? request : null;
            }
        }

        private void Execute()
        {
            current = this;
            var previous = LuaState.Enter(lua);
            try
            {
                action();
            }
            catch (Exception exception)
            {
                // Handed to the waiting thread.
                failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                LuaState.Enter(previous);
                current = null;
                lock (gate)
                {
                    done = true;
                    Monitor.Pulse(gate);
                }
            }
        }
    }
}
