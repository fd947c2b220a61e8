using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>Routes what <c>process.send</c> sends (spec/temporal.md section 7, Routing).</summary>
internal static class Messages
{
    public static LuaTask<LuaValues> Send(IWippyHost host, string destination, string topic, LuaValues values)
    {
        if (!LuaPid.TryParse(destination, out var pid))
        {
            return Failed(LuaError.NotFound, $"could not resolve '{destination}' as PID or registered name");
        }

        if (host is WorkflowHost updated && pid.Host == LuaPid.UpdateHost && pid.Node.Length == 0)
        {
            return updated.Workflow.AnswerUpdate(pid.Id, topic, values.First) is { } refused
                ? Failed(LuaError.Invalid, refused) : new LuaTask<LuaValues>(new LuaValues(true));
        }

        if (!CallArguments.TryEncode(values, out var arguments, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        var application = host.Scope.Application;
        var sender = ((LuaHost)host).ProcessId;
        var own = LuaPid.TryParse(sender, out var parsed) ? parsed : default;
        if (host is WorkflowHost workflow)
        {
            if (pid.Node == own.Node && pid.Id == own.Id)
            {
                var copies = arguments.Select(argument => new LuaPayload(((RawValue)argument!).Payload)).ToArray();
                workflow.Mailbox.Append(new LuaMessage(topic, sender, copies));
                return new LuaTask<LuaValues>(new LuaValues(true));
            }

            if (pid.Node == own.Node || application.Clients.ContainsKey(pid.Node) || pid.Host is "temporal" || pid.Host == own.Host)
            {
                return LuaState.Current.Scheduler.RunCommand(() => SignalExternalAsync(host.Scope with { Sender = sender }, pid.Id, topic, arguments));
            }

            throw new LuaException($"process.send from a workflow to the process {destination} is not supported yet");
        }

        if (application.TryGetClient(pid.Node, out var client))
        {
            // From outside, no value at all is one empty payload.
            var sent = arguments.Length == 0 ? [null] : arguments;
            return LuaState.Current.Scheduler.RunCommand(() => SignalAsync(client!, host.Scope with { Sender = sender }, pid.Id, topic, sent));
        }

        throw new LuaException($"process.send to the process {destination} is not supported yet");
    }

    /// <summary>Signals a workflow from outside.</summary>
    public static async Task<LuaValues> SignalAsync(ITemporalClient client, InvocationScope scope, string id, string topic, object?[] arguments)
    {
        InvocationScope.Current = scope;
        try
        {
            await client.GetWorkflowHandle(id).SignalAsync(topic, arguments);
            return new LuaValues(true);
        }
        catch (TemporalException error)
        {
            return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
        }
    }

    private static async Task<LuaValues> SignalExternalAsync(InvocationScope scope, string id, string topic, object?[] arguments)
    {
        var previous = InvocationScope.Current;
        InvocationScope.Current = scope;
        Task signal;
        try
        {
            signal = Workflow.GetExternalWorkflowHandle(id).SignalAsync(topic, arguments, new ExternalWorkflowSignalOptions { CancellationToken = CancellationToken.None });
        }
        finally
        {
            InvocationScope.Current = previous;
        }

        try
        {
            await signal;
            return new LuaValues(true);
        }
        catch (Exception error) when (error is FailureException or OperationCanceledException)
        {
            // The one failure that the server knows for a signal: nobody there to take it.
            return LuaError.Fail(LuaError.NotFound, error.Message);
        }
    }

    private static LuaTask<LuaValues> Failed(string kind, string message) => new(LuaError.Fail(kind, message));
}
