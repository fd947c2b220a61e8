using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Modules;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal;

/// <summary>
/// Base of every compiled workflow: runs the Lua program on the workflow's scheduler and turns signals, updates and the cancel request into messages of its mailbox
/// (spec/temporal.md sections 4, 7 and 8). No Lua error fails a workflow task: every outcome is a result or an application failure.
/// </summary>
public abstract class LuaWorkflow
{
    private readonly Dictionary<string, PendingUpdate> updates = new(StringComparer.Ordinal);
    private int answered;

    /// <summary>Messages and events; filled from the first signal on, even before the run method starts.</summary>
    internal Mailbox Mailbox { get; } = new();

    /// <summary>Receives every signal: a message whose topic is the signal name.</summary>
    [WorkflowSignal(Dynamic = true)]
    public Task OnSignalAsync(string name, IRawValue[] arguments)
    {
        Mailbox.Post(new LuaMessage(name, InvocationScope.Current.Sender, Payloads(arguments)));
        return Task.CompletedTask;
    }

    /// <summary>Receives every update: a message from <c>{update|id}</c> that Lua answers with ack, nak, ok or error.</summary>
    [WorkflowUpdate(Dynamic = true, UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public async Task<LuaValue> OnUpdateAsync(string name, IRawValue[] arguments)
    {
        var update = new PendingUpdate();
        var id = Workflow.CurrentUpdateInfo!.Id;
        updates[id] = update;
        Mailbox.Post(new LuaMessage(name, new LuaPid(string.Empty, LuaPid.UpdateHost, id).ToString(), Payloads(arguments)));
        try
        {
            return await update.Answer;
        }
        finally
        {
            updates.Remove(id);
            answered -= update.IsAnswered ? 1 : 0;
        }
    }

    /// <summary>Answers the queries <c>state</c> (an empty object) and <c>pid</c> (the workflow id).</summary>
    [WorkflowQuery(Dynamic = true)]
    public object? OnQuery(string name, IRawValue[] arguments) => name switch
    {
        "state" => EmptyObject(),
        "pid" => (LuaValue)Workflow.Info.WorkflowId,
        _ => throw new ArgumentException($"unknown query type: {name}"),
    };

    /// <summary>Runs a program to its end as this workflow.</summary>
    /// <exception cref="ApplicationFailureException">The program failed; the mapping is that of spec/temporal.md section 5.</exception>
    protected async Task<LuaValue> RunLuaAsync(LuaProgram program, LuaValues arguments)
    {
        var host = new WorkflowHost(this, InvocationScope.Current, program.Id);
        var instance = new LuaInstance(program, host);
        Mailbox.Attach(instance.State);
        using var cancellation = Workflow.CancellationToken.Register(() => Mailbox.PostEvent(ProcessEvents.CancelRequested(host.UtcNow)));
        var outcome = await instance.RunToOutcomeAsync(arguments);
        if (answered > 0)
        {
            // Updates that Lua has answered must reach their callers before the run is over.
            await Workflow.WaitConditionAsync(() => answered == 0, CancellationToken.None);
        }

        if (outcome.Error is not null)
        {
            throw LuaFailures.ToFailure(outcome.Error);
        }

        return LuaPayloads.TryEncode(outcome.Value, out _, out var reason)
            ? outcome.Value
            : throw LuaFailures.ToFailure(new LuaError(LuaError.Internal, $"failed to encode result: {reason}"));
    }

    /// <summary>Answers an update: acknowledges, refuses, completes or fails it. Gives the error of a wrong answer, null when it is accepted.</summary>
    internal string? AnswerUpdate(string id, string topic, LuaValue value)
    {
        if (!updates.TryGetValue(id, out var update))
        {
            return $"unknown update: {id}";
        }

        var error = update.Take(topic, value);
        answered += error is null && update.IsAnswered ? 1 : 0;
        return error;
    }

    private static LuaValue EmptyObject()
    {
        var table = new LuaTable();
        table.MarkAsObject();
        return table;
    }

    private static LuaPayload[] Payloads(IRawValue[] arguments) => arguments.Select(argument => new LuaPayload(argument.Payload)).ToArray();
}
