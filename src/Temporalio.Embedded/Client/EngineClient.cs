using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Client.Schedules;
using Temporalio.Converters;
using Temporalio.Engine;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>The innermost interceptor: turns calls into requests to the engine.</summary>
internal sealed class EngineClient(TemporalClient client) : ClientOutboundInterceptor
{
    private static readonly string ProcessIdentity = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}@{Environment.MachineName}");

    private IEngine Engine => TemporalClient.EngineOf(client);

    private DataConverter Converter => client.Options.DataConverter;

    private DataConverter ConverterOf(string workflowId) => Converter.WithSerializationContext(new ISerializationContext.Workflow(client.Options.Namespace, workflowId));

    private string Identity => client.Connection.Options.Identity ?? ProcessIdentity;

    /// <inheritdoc/>
    public override async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
    {
        var request = await ToRequestAsync(input.Workflow, input.Args, input.Options, input.Headers).ConfigureAwait(false);
        var result = await Engine.StartWorkflowAsync(request).ConfigureAwait(false);
        return new WorkflowHandle<TWorkflow, TResult>(client, request.Started.WorkflowId, null, result.RunId, result.FirstExecutionRunId);
    }

    /// <inheritdoc/>
    public override async Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(StartUpdateWithStartWorkflowInput input)
    {
        var operation = input.Options.StartWorkflowOperation ?? throw new ArgumentException("StartWorkflowOperation is required");
        CheckStage(input.Options.WaitForStage);
        var options = operation.Options;
        if (options.IdConflictPolicy == WorkflowIdConflictPolicy.Unspecified)
        {
            throw new ArgumentException("IdConflictPolicy is required in the options of the start operation");
        }

        if (options.StartSignal is not null || options.StartSignalArgs is not null || options.RequestEagerStart || options.Rpc is not null)
        {
            throw new ArgumentException("The options of the start operation cannot have a start signal, an eager start or RPC options");
        }

        operation.Use();
        using var deadline = new RpcDeadline(input.Options.Rpc);
        try
        {
            var id = input.Options.Id ?? Guid.NewGuid().ToString();
            var result = await Engine.UpdateWithStartAsync(
                await ToRequestAsync(operation.Workflow, operation.Args, options, operation.Headers).ConfigureAwait(false),
                await ToRequestAsync(options.Id!, id, input.Update, input.Args, input.Headers).ConfigureAwait(false),
                input.Options.WaitForStage == WorkflowUpdateStage.Completed,
                deadline.Token).ConfigureAwait(false);
            operation.Succeed(client, result.Start.RunId, result.Start.FirstExecutionRunId);
            return new WorkflowUpdateHandle<TUpdateResult>(client, id, options.Id!, result.Update.RunId) { KnownOutcome = result.Update.Outcome };
        }
        catch (RpcTimeoutOrCanceledException e)
        {
            var late = new WorkflowUpdateRpcTimeoutOrCanceledException(e);
            operation.Fail(late);
            throw late;
        }
        catch (Exception e)
        {
            operation.Fail(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task SignalWorkflowAsync(SignalWorkflowInput input) =>
        await Engine.SignalWorkflowAsync(
            Key(input.Id, input.RunId),
            new WorkflowExecutionSignaledEventAttributes
            {
                SignalName = input.Signal,
                Input = await PayloadConversion.ToPayloadsAsync(ConverterOf(input.Id), input.Args).ConfigureAwait(false),
                Header = await PayloadConversion.ToHeaderAsync(ConverterOf(input.Id), input.Headers).ConfigureAwait(false),
                Identity = Identity,
            }).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input)
    {
        using var deadline = new RpcDeadline(input.Options?.Rpc);
        var result = await Engine.QueryWorkflowAsync(
            Key(input.Id, input.RunId),
            new WorkflowQuery
            {
                QueryType = input.Query,
                QueryArgs = await PayloadConversion.ToPayloadsAsync(ConverterOf(input.Id), input.Args).ConfigureAwait(false),
                Header = await PayloadConversion.ToHeaderAsync(ConverterOf(input.Id), input.Headers).ConfigureAwait(false),
            },
            input.Options?.RejectCondition ?? client.Options.QueryRejectCondition ?? QueryRejectCondition.None,
            deadline.Token).ConfigureAwait(false);
        return result.ResultType == QueryResultType.Failed
            ? throw new WorkflowQueryFailedException(result.ErrorMessage)
            : await PayloadConversion.ToResultAsync<TResult>(ConverterOf(input.Id), result.Answer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input)
    {
        CheckStage(input.Options.WaitForStage);
        var id = input.Options.Id ?? Guid.NewGuid().ToString();
        using var deadline = new RpcDeadline(input.Options.Rpc);
        try
        {
            var result = await Engine.UpdateWorkflowAsync(
                Key(input.Id, input.RunId),
                input.FirstExecutionRunId,
                await ToRequestAsync(input.Id, id, input.Update, input.Args, input.Headers).ConfigureAwait(false),
                input.Options.WaitForStage == WorkflowUpdateStage.Completed,
                deadline.Token).ConfigureAwait(false);
            return new WorkflowUpdateHandle<TResult>(client, id, input.Id, result.RunId) { KnownOutcome = result.Outcome };
        }
        catch (RpcTimeoutOrCanceledException e)
        {
            throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
        }
    }

    /// <inheritdoc/>
    public override async Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input) =>
        new(await Engine.DescribeWorkflowAsync(Key(input.Id, input.RunId)).ConfigureAwait(false), ConverterOf(input.Id));

    /// <inheritdoc/>
    public override Task CancelWorkflowAsync(CancelWorkflowInput input) =>
        Engine.RequestCancelWorkflowAsync(
            Key(input.Id, input.RunId),
            input.FirstExecutionRunId,
            new WorkflowExecutionCancelRequestedEventAttributes { Identity = Identity });

    /// <inheritdoc/>
    public override async Task TerminateWorkflowAsync(TerminateWorkflowInput input) =>
        await Engine.TerminateWorkflowAsync(
            Key(input.Id, input.RunId),
            input.FirstExecutionRunId,
            new WorkflowExecutionTerminatedEventAttributes
            {
                Reason = input.Reason ?? string.Empty,
                Details = input.Options?.Details is { Count: > 0 } details ? await PayloadConversion.ToPayloadsAsync(ConverterOf(input.Id), details).ConfigureAwait(false) : null,
                Identity = Identity,
            }).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input)
    {
        var key = Key(input.Id, input.RunId);
        using var deadline = new RpcDeadline(input.Rpc);
        var token = deadline.Token;
        if (input.EventFilterType == HistoryEventFilterType.CloseEvent)
        {
            if (input.WaitNewEvent)
            {
                return new WorkflowHistoryEventPage([await Engine.WaitForCloseAsync(key, token).ConfigureAwait(false)], null);
            }

            var all = await Engine.GetHistoryAsync(key, 0, false, token).ConfigureAwait(false);
            return new WorkflowHistoryEventPage(all.Closed ? [all.Events[^1]] : [], null);
        }

        var after = input.NextPageToken is { Length: 8 } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        var page = await Engine.GetHistoryAsync(key, after, input.WaitNewEvent, token).ConfigureAwait(false);
        byte[]? next = null;
        if (input.WaitNewEvent && !page.Closed)
        {
            next = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(next, after + page.Events.Count);
        }

        return new WorkflowHistoryEventPage(page.Events, next);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input)
    {
        var infos = await Engine.ListWorkflowsAsync(client.Options.Namespace, input.Query).ConfigureAwait(false);
        foreach (var info in input.Options is { Limit: > 0 } options ? infos.Take(options.Limit) : infos)
        {
            yield return new WorkflowExecution(info, Converter, client.Options.Namespace);
        }
    }

    /// <inheritdoc/>
    public override async Task<WorkflowListPage> ListWorkflowsPaginatedAsync(ListWorkflowsPaginatedInput input)
    {
        var infos = await Engine.ListWorkflowsAsync(client.Options.Namespace, input.Query).ConfigureAwait(false);
        var skip = input.NextPageToken is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;
        var size = input.Options is { PageSize: > 0 } options ? options.PageSize : 1000;
        byte[]? next = null;
        if (infos.Count > skip + size)
        {
            next = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(next, skip + size);
        }

        return new WorkflowListPage(infos.Skip(skip).Take(size).Select(i => new WorkflowExecution(i, Converter, client.Options.Namespace)).ToList(), next);
    }

    /// <inheritdoc/>
    public override async Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input) =>
        new(await Engine.CountWorkflowsAsync(client.Options.Namespace, input.Query).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task<ScheduleHandle> CreateScheduleAsync(CreateScheduleInput input)
    {
        var patch = new SchedulePatch { BackfillRequest = { ScheduleConversion.ToProto(input.Options?.Backfills ?? []) } };
        if (input.Options?.TriggerImmediately == true)
        {
            patch.TriggerImmediately = new TriggerImmediatelyRequest { OverlapPolicy = input.Schedule.Policy.Overlap };
        }

        await Engine.Schedules.CreateAsync(
            client.Options.Namespace,
            input.Id,
            await ScheduleConversion.ToProtoAsync(input.Schedule, Converter).ConfigureAwait(false),
            await PayloadConversion.ToMemoAsync(Converter, input.Options?.Memo).ConfigureAwait(false),
            input.Options?.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            patch).ConfigureAwait(false);
        return new ScheduleHandle(client, input.Id);
    }

    /// <inheritdoc/>
    public override async Task<ScheduleDescription> DescribeScheduleAsync(DescribeScheduleInput input)
    {
        var description = await Engine.Schedules.DescribeAsync(client.Options.Namespace, input.Id).ConfigureAwait(false);
        return new ScheduleDescription(input.Id, await ScheduleConversion.FromProtoAsync(description.Schedule, Converter).ConfigureAwait(false), description, Converter);
    }

    /// <inheritdoc/>
    public override async Task UpdateScheduleAsync(UpdateScheduleInput input)
    {
        var description = await DescribeScheduleAsync(new DescribeScheduleInput(input.Id, input.RpcOptions)).ConfigureAwait(false);
        if (await input.Updater(new ScheduleUpdateInput(description)).ConfigureAwait(false) is not { } update)
        {
            return;
        }

        await Engine.Schedules.UpdateAsync(
            client.Options.Namespace,
            input.Id,
            await ScheduleConversion.ToProtoAsync(update.Schedule, Converter).ConfigureAwait(false),
            update.TypedSearchAttributes?.ToProto()).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task DeleteScheduleAsync(DeleteScheduleInput input) => Engine.Schedules.DeleteAsync(client.Options.Namespace, input.Id);

    /// <inheritdoc/>
    public override Task BackfillScheduleAsync(BackfillScheduleInput input) =>
        input.Backfills.Count == 0
            ? throw new ArgumentException("At least one backfill required")
            : PatchScheduleAsync(input.Id, new SchedulePatch { BackfillRequest = { ScheduleConversion.ToProto(input.Backfills) } });

    /// <inheritdoc/>
    public override Task PauseScheduleAsync(PauseScheduleInput input) =>
        PatchScheduleAsync(input.Id, new SchedulePatch { Pause = input.Note ?? "Paused via .NET SDK" });

    /// <inheritdoc/>
    public override Task UnpauseScheduleAsync(UnpauseScheduleInput input) =>
        PatchScheduleAsync(input.Id, new SchedulePatch { Unpause = input.Note ?? "Unpaused via .NET SDK" });

    /// <inheritdoc/>
    public override Task TriggerScheduleAsync(TriggerScheduleInput input) =>
        PatchScheduleAsync(input.Id, new SchedulePatch { TriggerImmediately = new TriggerImmediatelyRequest { OverlapPolicy = input.Options?.Overlap ?? ScheduleOverlapPolicy.Unspecified } });

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ListSchedulesInput input)
    {
        foreach (var entry in await Engine.Schedules.ListAsync(client.Options.Namespace, input.Options?.Query ?? string.Empty).ConfigureAwait(false))
        {
            yield return new ScheduleListDescription(entry, Converter);
        }
    }

    /// <inheritdoc/>
    public override async Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input) =>
        await Engine.RespondActivityTaskCompletedAsync(
            TokenOf(input.Activity),
            await PayloadConversion.ToPayloadsAsync(input.DataConverterOverride ?? Converter, [input.Result]).ConfigureAwait(false),
            Identity).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task FailAsyncActivityAsync(FailAsyncActivityInput input)
    {
        var converter = input.DataConverterOverride ?? Converter;
        if (input.Options?.LastHeartbeatDetails is { } details)
        {
            await Engine.RecordActivityTaskHeartbeatAsync(
                TokenOf(input.Activity),
                await PayloadConversion.ToPayloadsAsync(converter, details).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await Engine.RespondActivityTaskFailedAsync(
            TokenOf(input.Activity),
            await converter.ToFailureAsync(input.Exception).ConfigureAwait(false),
            Identity).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input)
    {
        var result = await Engine.RecordActivityTaskHeartbeatAsync(
            TokenOf(input.Activity),
            await PayloadConversion.ToPayloadsAsync(input.DataConverterOverride ?? Converter, input.Options?.Details ?? []).ConfigureAwait(false)).ConfigureAwait(false);
        if (result == ActivityHeartbeatResult.CancelRequested)
        {
            throw new AsyncActivityCanceledException();
        }

        if (result == ActivityHeartbeatResult.NotFound)
        {
            throw new RpcException(RpcException.StatusCode.NotFound, "invalid activityID or activity already timed out or invoking workflow is completed", null);
        }
    }

    /// <inheritdoc/>
    public override async Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input) =>
        await Engine.RespondActivityTaskCanceledAsync(
            TokenOf(input.Activity),
            await PayloadConversion.ToPayloadsAsync(input.DataConverterOverride ?? Converter, input.Options?.Details ?? []).ConfigureAwait(false),
            Identity).ConfigureAwait(false);

    private static void CheckStage(WorkflowUpdateStage stage)
    {
        if (stage is WorkflowUpdateStage.None or WorkflowUpdateStage.Admitted)
        {
            throw new ArgumentException("WaitForStage is required and must be Accepted or Completed");
        }
    }

    private Task PatchScheduleAsync(string id, SchedulePatch patch) => Engine.Schedules.PatchAsync(client.Options.Namespace, id, patch);

    private WorkflowKey Key(string id, string? runId) => new(client.Options.Namespace, id, runId);

    private ActivityToken TokenOf(AsyncActivityHandle.Reference reference) => reference switch
    {
        AsyncActivityHandle.TaskTokenReference token => ActivityToken.Parse(token.TaskToken),
        AsyncActivityHandle.IdReference id => new ActivityToken(client.Options.Namespace, id.WorkflowId, id.RunId ?? string.Empty, 0, 0, id.ActivityId),
        _ => throw new ArgumentException("Unknown activity reference"),
    };

    private async Task<StartWorkflowRequest> ToRequestAsync(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options, IDictionary<string, Payload>? headers)
    {
        var id = options.Id ?? throw new ArgumentException("ID required to start workflow");
        var converter = ConverterOf(id);
        var started = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = new WorkflowType { Name = workflow },
            WorkflowId = id,
            TaskQueue = new TaskQueue { Name = options.TaskQueue ?? throw new ArgumentException("Task queue required to start workflow"), Kind = TaskQueueKind.Normal },
            Input = await PayloadConversion.ToPayloadsAsync(converter, args).ConfigureAwait(false),
            WorkflowExecutionTimeout = PayloadConversion.ToDuration(options.ExecutionTimeout),
            WorkflowRunTimeout = PayloadConversion.ToDuration(options.RunTimeout),
            WorkflowTaskTimeout = PayloadConversion.ToDuration(options.TaskTimeout),
            FirstWorkflowTaskBackoff = PayloadConversion.ToDuration(options.StartDelay),
            RetryPolicy = options.RetryPolicy?.ToProto(),
            CronSchedule = options.CronSchedule ?? string.Empty,
            Memo = await PayloadConversion.ToMemoAsync(converter, options.Memo).ConfigureAwait(false),
            SearchAttributes = options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            Header = await PayloadConversion.ToHeaderAsync(converter, headers).ConfigureAwait(false),
            Identity = Identity,
            Priority = options.Priority?.ToProto(),
            VersioningOverride = options.VersioningOverride?.ToProto(),
        };
        if (options.CronSchedule is not null && options.StartDelay is not null)
        {
            throw new ArgumentException("Cannot have both a cron schedule and a start delay");
        }

        WorkflowExecutionSignaledEventAttributes? signal = null;
        if (options.StartSignal is not null)
        {
            signal = new WorkflowExecutionSignaledEventAttributes
            {
                SignalName = options.StartSignal,
                Input = await PayloadConversion.ToPayloadsAsync(converter, options.StartSignalArgs ?? []).ConfigureAwait(false),
                Header = started.Header,
                Identity = Identity,
            };
        }
        else if (options.StartSignalArgs is { Count: > 0 })
        {
            throw new ArgumentException("Cannot have start signal args without start signal");
        }

        return new StartWorkflowRequest(
            client.Options.Namespace,
            started,
            await PayloadConversion.ToMetadataAsync(converter, options).ConfigureAwait(false),
            options.IdReusePolicy,
            options.IdConflictPolicy,
            signal);
    }

    private async Task<Request> ToRequestAsync(string workflowId, string id, string update, IReadOnlyCollection<object?> args, IDictionary<string, Payload>? headers) => new()
    {
        Meta = new Meta { UpdateId = id, Identity = Identity },
        Input = new Input
        {
            Name = update,
            Args = await PayloadConversion.ToPayloadsAsync(ConverterOf(workflowId), args).ConfigureAwait(false),
            Header = await PayloadConversion.ToHeaderAsync(ConverterOf(workflowId), headers).ConfigureAwait(false),
        },
    };
}
