using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>Monitors, links, cancellation and termination of workflows (spec/temporal.md section 8).</summary>
internal static class ProcessControl
{
    private static readonly ConditionalWeakTable<LuaHost, ProcessState> States = [];

    /// <summary><c>process.monitor(pid)</c> and <c>process.link(pid)</c>.</summary>
    public static LuaTask<LuaValues> Watch(string text, string function)
    {
        var lua = LuaState.Current;
        if (lua.Host is WorkflowHost)
        {
            return NotInWorkflow(function);
        }

        if (!TryFind(lua.Host, text, out var handle, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return lua.Scheduler.RunRegistration(() =>
        {
            Watch(lua, (IWippyHost)lua.Host, text, handle!, function);
            return new LuaValues(true);
        });
    }

    /// <summary>Starts watching a run: its end becomes an event.</summary>
    public static void Watch(LuaState lua, IWippyHost host, string pid, WorkflowHandle handle, string relation)
    {
        var state = States.GetOrCreateValue(lua.Host);
        state.Watched.Add((pid, relation));
        lua.Scheduler.Watch(handle.GetResultAsync<IRawValue>(), result =>
        {
            if (!state.Watched.Remove((pid, relation)))
            {
                return;
            }

            var at = lua.Host.UtcNow;
            if (relation == "monitor" || result.IsCompletedSuccessfully)
            {
                host.Mailbox.PostEvent(WorkflowStarts.Exited(pid, (Task<IRawValue>)result, at));
            }
            else if (state.TrapLinks)
            {
                host.Mailbox.PostEvent(ProcessEvents.LinkLost(pid, WorkflowStarts.Failure(result), at));
            }
            else
            {
                lua.Scheduler.Terminate(new LuaException((LuaValue)new LuaError(LuaError.Internal, "linked process failed") { Retryable = false }));
            }
        });
    }

    /// <summary><c>process.unmonitor(pid)</c> and <c>process.unlink(pid)</c>.</summary>
    public static LuaTask<LuaValues> Unwatch(string pid, string function)
    {
        var lua = LuaState.Current;
        if (lua.Host is WorkflowHost)
        {
            return NotInWorkflow(function);
        }

        States.GetOrCreateValue(lua.Host).Watched.Remove((pid, function[2..]));
        return new LuaTask<LuaValues>(new LuaValues(true));
    }

    /// <summary><c>process.cancel(pid)</c> and <c>process.terminate(pid)</c>; inside a workflow both request cancellation.</summary>
    public static LuaTask<LuaValues> End(string text, bool terminate)
    {
        var lua = LuaState.Current;
        if (lua.Host is WorkflowHost)
        {
            return LuaPid.TryParse(text, out var target)
                ? lua.Scheduler.RunCommand(() => RunAsync(Workflow.GetExternalWorkflowHandle(target.Id).CancelAsync()))
                : new LuaTask<LuaValues>(LuaError.Fail(LuaError.Internal, $"invalid PID: {text}"));
        }

        return TryFind(lua.Host, text, out var handle, out var failure)
            ? lua.Scheduler.RunCommand(() => RunAsync(terminate ? handle!.TerminateAsync("process.terminate") : handle!.CancelAsync()))
            : new LuaTask<LuaValues>(failure);
    }

    /// <summary><c>process.set_options(t)</c>.</summary>
    public static LuaValues SetOptions(LuaTable options)
    {
        var state = States.GetOrCreateValue(LuaState.Current.Host);
        var position = 0;
        while (options.Next(ref position, out var key, out var value))
        {
            if (!key.TryGetString(out var name) || name.ToString() != "trap_links")
            {
                return new LuaValues(false, new LuaError(LuaError.Invalid, $"option {key} is not supported") { Retryable = false });
            }

            if (!value.IsBoolean)
            {
                return new LuaValues(false, new LuaError(LuaError.Invalid, "trap_links must be a boolean") { Retryable = false });
            }

            state.TrapLinks = value.AsBoolean();
        }

        return new LuaValues(true);
    }

    /// <summary><c>process.get_options()</c>.</summary>
    public static LuaValue GetOptions() => new LuaTable { ["trap_links"] = States.GetOrCreateValue(LuaState.Current.Host).TrapLinks };

    private static async Task<LuaValues> RunAsync(Task operation)
    {
        try
        {
            await operation;
            return new LuaValues(true);
        }
        catch (Exception error) when (error is TemporalException or OperationCanceledException)
        {
            return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
        }
    }

    private static bool TryFind(LuaHost host, string text, out WorkflowHandle? handle, out LuaValues failure)
    {
        handle = null;
        failure = default;
        if (!LuaPid.TryParse(text, out var pid))
        {
            failure = LuaError.Fail(LuaError.Invalid, $"invalid PID: {text}");
            return false;
        }

        if (host is not IWippyHost wippy || !wippy.Scope.Application.TryGetClient(pid.Node, out var client))
        {
            failure = LuaError.Fail(LuaError.NotFound, $"no client '{pid.Node}' for {text}");
            return false;
        }

        handle = client!.GetWorkflowHandle(pid.Id);
        return true;
    }

    private static LuaTask<LuaValues> NotInWorkflow(string function) =>
        new(LuaError.Fail(LuaError.Internal, $"process.{function} not supported in workflow context: the parent of a workflow always gets its EXIT event"));

    private sealed class ProcessState
    {
        public bool TrapLinks { get; set; }

        public HashSet<(string Pid, string Relation)> Watched { get; } = [];
    }
}
