using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Exceptions;
using Wippy.Runtime;
using Wippy.Temporal.Activities;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Modules;

namespace Wippy.Temporal;

/// <summary>Runs a Lua program as an activity (spec/temporal.md section 5).</summary>
public static class LuaActivity
{
    /// <summary>
    /// Runs a program to its end. When the activity has a heartbeat timeout, heartbeats are sent as long as it runs; when the attempt is cancelled, the program is aborted.
    /// </summary>
    /// <exception cref="ApplicationFailureException">The program failed; the mapping is that of spec/temporal.md section 5.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public static async Task<LuaValue> RunAsync(LuaProgram program, LuaValues arguments)
    {
        var activity = ActivityExecutionContext.HasCurrent ? ActivityExecutionContext.Current : null;
        var scope = InvocationScope.Current;
        var process = new LuaPid(scope.Worker?.ClientId ?? string.Empty, scope.Worker?.Id ?? "local", activity?.Info.ActivityId ?? Guid.NewGuid().ToString());
        var host = new FunctionHost(scope, program.Id, process.ToString(), 0, activity?.CancellationToken ?? CancellationToken.None);
        var instance = new LuaInstance(program, host);
        host.Mailbox.Attach(instance.State);

        using var running = new CancellationTokenSource();
        var heartbeats = activity?.Info.HeartbeatTimeout is { } timeout && timeout > TimeSpan.Zero ? SendHeartbeatsAsync(activity, timeout, running.Token) : Task.CompletedTask;
        try
        {
            var outcome = await instance.RunToOutcomeAsync(arguments);
            if (outcome.Error is not null)
            {
                throw LuaFailures.ToFailure(outcome.Error);
            }

            return LuaPayloads.TryEncode(outcome.Value, out _, out var reason)
                ? outcome.Value
                : throw LuaFailures.ToFailure(new LuaError(LuaError.Internal, $"failed to encode result: {reason}"));
        }
        finally
        {
            await running.CancelAsync();
            await heartbeats;
        }
    }

    // Three heartbeats per timeout: one may be lost.
    private static async Task SendHeartbeatsAsync(ActivityExecutionContext activity, TimeSpan timeout, CancellationToken stopped)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, timeout.Ticks / 3)));
        try
        {
            do
            {
                activity.Heartbeat();
            }
            while (await timer.WaitForNextTickAsync(stopped));
        }
        catch (OperationCanceledException)
        {
            // The program has ended.
        }
    }
}
