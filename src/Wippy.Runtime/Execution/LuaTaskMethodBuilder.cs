using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>Builds <see cref="LuaTask{T}"/> for async methods. Used by the C# compiler only.</summary>
/// <typeparam name="T">The result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LuaTaskMethodBuilder<T>
{
    private LuaFrame<T>? frame;
    private T result;

    /// <summary>The task of the method.</summary>
    public readonly LuaTask<T> Task => frame is null ? new LuaTask<T>(result) : new LuaTask<T>(frame);

    /// <summary>A builder for one call.</summary>
    public static LuaTaskMethodBuilder<T> Create() => default;

    /// <summary>Runs the method up to its first wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (LuaStack.IsLow)
        {
            LuaStack.MoveNext(ref stateMachine);
        }
        else
        {
            stateMachine.MoveNext();
        }
    }

    /// <summary>Not used: the state machine is moved to the heap by <see cref="AwaitUnsafeOnCompleted"/>.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>The method has returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetResult(T result)
    {
        if (frame is null)
        {
            this.result = result;
        }
        else
        {
            frame.SetResult(result);
        }
    }

    /// <summary>The method has raised.</summary>
    public void SetException(Exception exception)
    {
        if (frame is null)
        {
            frame = new LuaFailedFrame<T>(exception);
        }
        else
        {
            frame.SetException(exception);
        }
    }

    /// <summary>Not used: what Lua code awaits is always unsafe in the sense of the host.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => ThrowForeign();

    /// <summary>The method waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var own = frame;
        if (own is null)
        {
            var rented = LuaFrame<T, TStateMachine>.Rent();
            own = rented;
            frame = rented;

            // Copied after the builder inside it knows its frame.
            rented.StateMachine = stateMachine;
        }

        // The usual cases, without boxing the awaiter.
        if (typeof(TAwaiter) == typeof(LuaTask<LuaValues>.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaTask<LuaValues>.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaFrame<LuaValues>.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaFrame<LuaValues>.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaFirst.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaFirst.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaTwo.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaTwo.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaFrame<LuaValue>.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaFrame<LuaValue>.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaYield.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaYield.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (typeof(TAwaiter) == typeof(LuaYield.First.Awaiter))
        {
            Unsafe.As<TAwaiter, LuaYield.First.Awaiter>(ref awaiter).SetParent(own);
        }
        else if (awaiter is ILuaAwaiter lua)
        {
            lua.SetParent(own);
        }
        else
        {
            ThrowForeign();
        }
    }

    private static void ThrowForeign() =>
        throw new InvalidOperationException("Lua code can only await a LuaTask; other operations go through LuaScheduler.RunCommand.");
}
