using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Wippy.Runtime;
using Wippy.Runtime.Modules;

namespace Wippy.Temporal.Modules;

/// <summary>The future of an asynchronous call (spec/modules.md section 5, spec/temporal.md section 5).</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "An untimed source holds nothing; Lua objects are collected, not disposed.")]
internal sealed class LuaFuture : LuaUserdata
{
    private static readonly LuaTable Methods = CreateMethods();
    private readonly LuaChannel channel = new(1);
    private readonly CancellationTokenSource cancellation = new();
    private LuaValue payload;
    private LuaError? error;
    private bool completed;
    private bool canceled;

    /// <summary>Cancelled when Lua gives up the call.</summary>
    public CancellationToken CancellationToken => cancellation.Token;

    /// <inheritdoc/>
    public override string? HostType => "funcs.Future";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => "funcs.Future";

    /// <summary>Takes the outcome of the call. One that comes after a cancellation is ignored.</summary>
    public void Complete(Task<LuaValues> call)
    {
        if (canceled)
        {
            return;
        }

        completed = true;
        if (call.IsCompletedSuccessfully)
        {
            var (value, failure) = call.Result;
            if (failure.TryGetUserdata<LuaError>(out error))
            {
                channel.TryDeliver(error);
            }
            else
            {
                payload = new LuaPayload(value);
                channel.TryDeliver(payload);
            }
        }
        else
        {
            error = new LuaError(LuaError.Internal, call.Exception?.InnerException?.Message ?? "canceled");
            channel.TryDeliver(error);
        }

        channel.Close();
    }

    private LuaValues Result() =>
        canceled ? LuaError.Fail(LuaError.Canceled, "canceled")
        : error is not null ? new LuaValues(LuaValue.Nil, error)
        : new LuaValues(completed ? payload : LuaValue.Nil, LuaValue.Nil);

    private LuaValues Failure() => error is null
        ? new LuaValues(LuaValue.Nil, false)
        : new LuaValues(new LuaError(LuaError.Internal, error.MessageBytes) { Retryable = false, Details = error.Details }, true);

    private LuaValues Cancel()
    {
        if (!completed && !canceled)
        {
            canceled = true;
            cancellation.Cancel();
            channel.Close();
        }

        return new LuaValues(true, LuaValue.Nil);
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        Add("response", future => (LuaValue)future.channel);
        Add("channel", future => (LuaValue)future.channel);
        Add("result", future => future.Result());
        Add("error", future => future.Failure());
        Add("is_complete", future => (LuaValue)future.completed);
        Add("is_canceled", future => (LuaValue)future.canceled);
        Add("cancel", future => future.Cancel());
        return methods.Freeze();

        void Add(string name, Func<LuaFuture, LuaValues> body) =>
            methods[name] = new LuaMultiFunction1(name, self => body(LuaArguments.CheckUserdata<LuaFuture>(self, 1, name, "future")));
    }
}
