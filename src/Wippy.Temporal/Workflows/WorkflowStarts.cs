using System;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Modules;

namespace Wippy.Temporal.Workflows;

/// <summary>Starts workflows: as children inside a workflow, by a client outside (spec/temporal.md section 6).</summary>
internal static class WorkflowStarts
{
    /// <summary>Starts a child and gives its PID once the server has confirmed the start; its end becomes an EXIT event.</summary>
    public static LuaTask<LuaValues> SpawnChild(WorkflowHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner)
    {
        if (!TryPrepareChild(host, target, hostArgument, arguments, spawner, out var child, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        var lua = LuaState.Current;
        var own = LuaPid.TryParse(host.ProcessId, out var parsed) ? parsed : default;
        return lua.Scheduler.RunCommand(async () =>
        {
            ChildWorkflowHandle handle;
            try
            {
                handle = await StartAsync(child);
                foreach (var (topic, payloads) in spawner.StartMessages)
                {
                    await SignalChildAsync(handle, host.Scope with { Sender = host.ProcessId }, topic, payloads);
                }
            }
            catch (Exception error) when (error is FailureException or OperationCanceledException or ArgumentException)
            {
                return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
            }

            var pid = new LuaPid(own.Node, hostArgument.Length == 0 ? own.Host : hostArgument, handle.Id).ToString();
            lua.Scheduler.Watch(handle.GetResultAsync<IRawValue>(), result => host.Mailbox.PostEvent(Exited(pid, (Task<IRawValue>)result, host.UtcNow)));
            return new LuaValues(pid, LuaValue.Nil);
        });
    }

    /// <summary>Starts a child and waits for its result. <paramref name="defaultErrors"/>: unspecified kinds and retryability become Internal and true.</summary>
    public static LuaTask<LuaValues> ExecuteChild(WorkflowHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner, bool defaultErrors)
    {
        if (FunctionTarget.Check(target, "workflow") is { } malformed && host.Scope.Application.Workflow(target) is null)
        {
            return new LuaTask<LuaValues>(new LuaValues(LuaValue.Nil, malformed));
        }

        if (!TryPrepareChild(host, target, hostArgument, arguments, spawner, out var child, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return LuaState.Current.Scheduler.RunCommand(async () =>
        {
            try
            {
                var handle = await StartAsync(child);
                var result = await handle.GetResultAsync<IRawValue>();
                return new LuaValues(LuaPayloads.Decode(result.Payload), LuaValue.Nil);
            }
            catch (Exception error) when (error is FailureException or OperationCanceledException or ArgumentException or LuaException)
            {
                var seen = LuaFailures.FromException(error);
                return new LuaValues(LuaValue.Nil, !defaultErrors ? seen : new LuaError(seen.Kind.Length == 0 ? LuaError.Internal : seen.Kind, seen.MessageBytes)
                {
                    Retryable = seen.Retryable ?? true,
                    Details = seen.Details,
                });
            }
        });
    }

    /// <summary>Starts a workflow by a client and gives its PID.</summary>
    public static LuaTask<LuaValues> Spawn(IWippyHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner, bool monitor, bool link)
    {
        if (!TryPrepareStart(host, target, hostArgument, arguments, spawner, out var start, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        var lua = LuaState.Current;
        return lua.Scheduler.RunCommand(async () =>
        {
            try
            {
                var handle = await start.StartAsync();
                var pid = new LuaPid(start.Worker.ClientId, start.Worker.Id, handle.Id).ToString();

                // A spawned and monitored workflow is watched by its run; monitor() alone follows the latest.
                var run = start.Client.GetWorkflowHandle(handle.Id, handle.ResultRunId);
                if (monitor)
                {
                    ProcessControl.Watch(lua, host, pid, run, "monitor");
                }

                if (link)
                {
                    ProcessControl.Watch(lua, host, pid, run, "link");
                }

                return new LuaValues(pid, LuaValue.Nil);
            }
            catch (Exception error) when (error is TemporalException or ArgumentException or InvalidOperationException)
            {
                return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
            }
        });
    }

    /// <summary>Starts a workflow by a client and waits for its result.</summary>
    public static LuaTask<LuaValues> Execute(IWippyHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner)
    {
        if (!TryPrepareStart(host, target, hostArgument, arguments, spawner, out var start, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return LuaState.Current.Scheduler.RunCommand(async () =>
        {
            try
            {
                var handle = await start.StartAsync();
                var result = await handle.GetResultAsync<IRawValue>();
                return new LuaValues(LuaPayloads.Decode(result.Payload), LuaValue.Nil);
            }
            catch (Exception error) when (error is TemporalException or ArgumentException or InvalidOperationException or LuaException)
            {
                return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
            }
        });
    }

    /// <summary>Continues the workflow as new: its own type, or that of an id; never returns to Lua.</summary>
    public static LuaTask<LuaValues> ContinueAsNew(WorkflowHost host, string target, LuaValues arguments)
    {
        if (!CallArguments.TryEncode(arguments, out var encoded, out var failure))
        {
            throw new LuaException(failure.Second);
        }

        var type = target.Length == 0 ? Workflow.Info.WorkflowType : host.Scope.Application.Workflow(target)?.TypeName ?? target;
        return LuaState.Current.Scheduler.Terminate(LuaStack.OnOrigin(() => Workflow.CreateContinueAsNewException(type, encoded)));
    }

    /// <summary>The EXIT event of a result.</summary>
    public static LuaTable Exited(string pid, Task<IRawValue> result, DateTimeOffset at)
    {
        try
        {
            return result.IsCompletedSuccessfully
                ? ProcessEvents.Exited(pid, LuaPayloads.Decode(result.Result.Payload), null, at)
                : ProcessEvents.Exited(pid, LuaValue.Nil, Failure(result), at);
        }
        catch (LuaException undecodable)
        {
            return ProcessEvents.Exited(pid, LuaValue.Nil, LuaFailures.FromRaised(undecodable), at);
        }
    }

    /// <summary>The error of a result that is none.</summary>
    public static LuaError Failure(Task result) =>
        result.Exception?.InnerException is { } error ? LuaFailures.FromException(error) : new LuaError(LuaError.Canceled, "operation canceled") { Retryable = false };

    private static async Task SignalChildAsync(ChildWorkflowHandle handle, InvocationScope scope, string topic, object?[] payloads)
    {
        var previous = InvocationScope.Current;
        InvocationScope.Current = scope;
        try
        {
            await handle.SignalAsync(topic, payloads, new ChildWorkflowSignalOptions { CancellationToken = System.Threading.CancellationToken.None });
        }
        finally
        {
            InvocationScope.Current = previous;
        }
    }

    private static Task<ChildWorkflowHandle> StartAsync(PreparedChild child)
    {
        var previous = InvocationScope.Current;
        InvocationScope.Current = child.Scope;
        try
        {
            return Workflow.StartChildWorkflowAsync(child.Type, child.Arguments, child.Options);
        }
        finally
        {
            InvocationScope.Current = previous;
        }
    }

    private static bool TryPrepareChild(
        WorkflowHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner, out PreparedChild child, out LuaValues failure)
    {
        child = null!;
        if (!CallArguments.TryEncode(arguments, out var encoded, out failure))
        {
            return false;
        }

        var application = host.Scope.Application;

        // A worker's id means its queue, temporal:queue that queue, anything else is a queue name as it stands.
        var queue = application.Workers.TryGetValue(hostArgument, out var worker) ? worker.TaskQueue
            : hostArgument.StartsWith("temporal:", StringComparison.Ordinal) ? hostArgument["temporal:".Length..] : hostArgument;
        try
        {
            var scope = spawner.Values is null ? host.Scope : host.Scope with { Values = host.Scope.Values.With(spawner.Values) };
            child = new PreparedChild(application.Workflow(target)?.TypeName ?? target, encoded, StartOptionsReader.Child(spawner, queue, application.ChildQueue(target, Workflow.Info.TaskQueue)), scope);
            return true;
        }
        catch (OptionException error)
        {
            failure = LuaError.Fail(LuaError.Invalid, $"invalid temporal child workflow options for {target}: {error.Message}");
            return false;
        }
    }

    private static bool TryPrepareStart(
        IWippyHost host, string target, string hostArgument, LuaValues arguments, ProcessSpawner spawner, out PreparedStart start, out LuaValues failure)
    {
        start = null!;
        var application = host.Scope.Application;
        if (hostArgument.Length == 0)
        {
            failure = LuaError.Fail(LuaError.Invalid, "host ID required");
            return false;
        }

        if (application.Host(hostArgument) is not { } worker || !application.TryGetClient(worker.ClientId, out var client))
        {
            var details = new LuaTable { ["host_id"] = hostArgument };
            failure = new LuaValues(LuaValue.Nil, new LuaError(LuaError.NotFound, "host not found") { Retryable = false, Details = details });
            return false;
        }

        if (!CallArguments.TryEncode(arguments, out var encoded, out failure))
        {
            return false;
        }

        try
        {
            var scope = (spawner.Values is null ? host.Scope : host.Scope with { Values = host.Scope.Values.With(spawner.Values) })
                with
            { Sender = ((LuaHost)host).ProcessId };
            start = new PreparedStart(
                client!, worker, application.Workflow(target)?.TypeName ?? target, encoded, StartOptionsReader.Client(spawner, worker.TaskQueue), scope, spawner);
            return true;
        }
        catch (OptionException error)
        {
            failure = LuaError.Fail(LuaError.Invalid, error.Message);
            return false;
        }
    }

    private sealed record PreparedChild(string Type, object?[] Arguments, ChildWorkflowOptions Options, InvocationScope Scope);

    private sealed record PreparedStart(
        ITemporalClient Client, WorkerConfiguration Worker, string Type, object?[] Arguments, WorkflowOptions Options, InvocationScope Scope, ProcessSpawner Spawner)
    {
        /// <summary>Starts, with the first startup message in the start itself where the server allows it, and sends the others in order.</summary>
        public async Task<WorkflowHandle> StartAsync()
        {
            InvocationScope.Current = Scope;
            var rest = Spawner.StartMessages;
            if (rest.Count > 0 && (Options.IdConflictPolicy != WorkflowIdConflictPolicy.Fail || !IsNamed))
            {
                Options.IdConflictPolicy = Options.IdConflictPolicy == WorkflowIdConflictPolicy.Fail ? WorkflowIdConflictPolicy.UseExisting : Options.IdConflictPolicy;
                Options.StartSignal = rest[0].Topic;
                Options.StartSignalArgs = rest[0].Arguments;
                rest = rest.Skip(1).ToArray();
            }

            var handle = await Client.StartWorkflowAsync(Type, Arguments, Options);
            foreach (var (topic, payloads) in rest)
            {
                await handle.SignalAsync(topic, payloads.Length == 0 ? [null] : payloads);
            }

            return handle;
        }

        private bool IsNamed => Spawner.Name is not null || !new OptionTable("workflow", bare: false, Spawner.Options)["id"].IsNil;
    }
}
