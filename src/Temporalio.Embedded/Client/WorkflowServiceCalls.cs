using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Filter.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Replication.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Engine;
using Temporalio.Exceptions;
using static Temporalio.Client.RpcDispatch;

namespace Temporalio.Client;

/// <summary>The calls of the workflow service that the engine answers.</summary>
internal static class WorkflowServiceCalls
{
    private const int DefaultPageSize = 1000;

    /// <summary>Gets the calls by name.</summary>
    public static IReadOnlyDictionary<string, RpcCall> All { get; } = new Dictionary<string, RpcCall>(StringComparer.Ordinal)
    {
        // Workflows.
        ["StartWorkflowExecution"] = On<StartWorkflowExecutionRequest>(StartAsync),
        ["SignalWithStartWorkflowExecution"] = On<SignalWithStartWorkflowExecutionRequest>(SignalWithStartAsync),
        ["SignalWorkflowExecution"] = On<SignalWorkflowExecutionRequest>(SignalAsync),
        ["RequestCancelWorkflowExecution"] = On<RequestCancelWorkflowExecutionRequest>(RequestCancelAsync),
        ["TerminateWorkflowExecution"] = On<TerminateWorkflowExecutionRequest>(TerminateAsync),
        ["QueryWorkflow"] = On<QueryWorkflowRequest>(QueryAsync),
        ["UpdateWorkflowExecution"] = On<UpdateWorkflowExecutionRequest>(UpdateAsync),
        ["PollWorkflowExecutionUpdate"] = On<PollWorkflowExecutionUpdateRequest>(PollUpdateAsync),
        ["DescribeWorkflowExecution"] = On<DescribeWorkflowExecutionRequest>(async (e, r, _) => await e.DescribeWorkflowAsync(Key(r.Namespace, r.Execution)).ConfigureAwait(false)),
        ["GetWorkflowExecutionHistory"] = On<GetWorkflowExecutionHistoryRequest>(GetHistoryAsync),
        ["GetWorkflowExecutionHistoryReverse"] = On<GetWorkflowExecutionHistoryReverseRequest>(GetHistoryReverseAsync),
        ["ListWorkflowExecutions"] = On<ListWorkflowExecutionsRequest>(ListAsync),
        ["ScanWorkflowExecutions"] = On<ScanWorkflowExecutionsRequest>(ScanAsync),
        ["ListOpenWorkflowExecutions"] = On<ListOpenWorkflowExecutionsRequest>(ListOpenAsync),
        ["ListClosedWorkflowExecutions"] = On<ListClosedWorkflowExecutionsRequest>(ListClosedAsync),
        ["CountWorkflowExecutions"] = On<CountWorkflowExecutionsRequest>(async (e, r, _) => await e.CountWorkflowsAsync(r.Namespace, r.Query).ConfigureAwait(false)),

        // Activities.
        ["RespondActivityTaskCompleted"] = On<RespondActivityTaskCompletedRequest>((e, r, _) =>
            AnswerAsync(e.RespondActivityTaskCompletedAsync(Token(r.TaskToken), r.Result ?? new Payloads(), r.Identity), new RespondActivityTaskCompletedResponse())),
        ["RespondActivityTaskCompletedById"] = On<RespondActivityTaskCompletedByIdRequest>((e, r, _) =>
            AnswerAsync(
                e.RespondActivityTaskCompletedAsync(Token(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId), r.Result ?? new Payloads(), r.Identity),
                new RespondActivityTaskCompletedByIdResponse())),
        ["RespondActivityTaskFailed"] = On<RespondActivityTaskFailedRequest>((e, r, _) =>
            AnswerAsync(FailActivityAsync(e, Token(r.TaskToken), r.LastHeartbeatDetails, r.Failure, r.Identity), new RespondActivityTaskFailedResponse())),
        ["RespondActivityTaskFailedById"] = On<RespondActivityTaskFailedByIdRequest>((e, r, _) =>
            AnswerAsync(
                FailActivityAsync(e, Token(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId), r.LastHeartbeatDetails, r.Failure, r.Identity),
                new RespondActivityTaskFailedByIdResponse())),
        ["RespondActivityTaskCanceled"] = On<RespondActivityTaskCanceledRequest>((e, r, _) =>
            AnswerAsync(e.RespondActivityTaskCanceledAsync(Token(r.TaskToken), r.Details, r.Identity), new RespondActivityTaskCanceledResponse())),
        ["RespondActivityTaskCanceledById"] = On<RespondActivityTaskCanceledByIdRequest>((e, r, _) =>
            AnswerAsync(
                e.RespondActivityTaskCanceledAsync(Token(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId), r.Details, r.Identity),
                new RespondActivityTaskCanceledByIdResponse())),
        ["RecordActivityTaskHeartbeat"] = On<RecordActivityTaskHeartbeatRequest>(async (e, r, _) => new RecordActivityTaskHeartbeatResponse
        {
            CancelRequested = await HeartbeatAsync(e, Token(r.TaskToken), r.Details).ConfigureAwait(false),
        }),
        ["RecordActivityTaskHeartbeatById"] = On<RecordActivityTaskHeartbeatByIdRequest>(async (e, r, _) => new RecordActivityTaskHeartbeatByIdResponse
        {
            CancelRequested = await HeartbeatAsync(e, Token(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId), r.Details).ConfigureAwait(false),
        }),

        // Schedules.
        ["CreateSchedule"] = On<CreateScheduleRequest>((e, r, _) => AnswerAsync(
            e.Schedules.CreateAsync(r.Namespace, r.ScheduleId, r.Schedule ?? new Api.Schedule.V1.Schedule(), r.Memo, r.SearchAttributes, r.InitialPatch ?? new Api.Schedule.V1.SchedulePatch()),
            new CreateScheduleResponse())),
        ["DescribeSchedule"] = On<DescribeScheduleRequest>(async (e, r, _) => await e.Schedules.DescribeAsync(r.Namespace, r.ScheduleId).ConfigureAwait(false)),
        ["UpdateSchedule"] = On<UpdateScheduleRequest>((e, r, _) =>
            AnswerAsync(e.Schedules.UpdateAsync(r.Namespace, r.ScheduleId, r.Schedule, r.SearchAttributes), new UpdateScheduleResponse())),
        ["PatchSchedule"] = On<PatchScheduleRequest>((e, r, _) => AnswerAsync(e.Schedules.PatchAsync(r.Namespace, r.ScheduleId, r.Patch), new PatchScheduleResponse())),
        ["DeleteSchedule"] = On<DeleteScheduleRequest>((e, r, _) => AnswerAsync(e.Schedules.DeleteAsync(r.Namespace, r.ScheduleId), new DeleteScheduleResponse())),
        ["ListSchedules"] = On<ListSchedulesRequest>(async (e, r, _) =>
        {
            var (page, next) = Page(await e.Schedules.ListAsync(r.Namespace, r.Query).ConfigureAwait(false), r.NextPageToken, r.MaximumPageSize);
            return new ListSchedulesResponse { Schedules = { page }, NextPageToken = next };
        }),

        // The engine itself.
        ["GetSystemInfo"] = On<GetSystemInfoRequest>((_, _) => SystemInfo()),
        ["GetClusterInfo"] = On<GetClusterInfoRequest>((e, _) => new GetClusterInfoResponse
        {
            ServerVersion = ServerVersion,
            ClusterName = "embedded",
            HistoryShardCount = 1,
            PersistenceStore = e.IsPersistent ? "sqlite" : "memory",
            VisibilityStore = e.IsPersistent ? "sqlite" : "memory",
        }),
        ["GetSearchAttributes"] = On<GetSearchAttributesRequest>((e, _) => new GetSearchAttributesResponse { Keys = { e.CustomSearchAttributes } }),
        ["RegisterNamespace"] = On<RegisterNamespaceRequest>((e, r) =>
        {
            e.RegisterNamespace(r);
            return new RegisterNamespaceResponse();
        }),
        ["DescribeNamespace"] = On<DescribeNamespaceRequest>((e, r) => DescribeNamespace(e, r.Id.Length > 0 ? r.Id : r.Namespace)),
        ["ListNamespaces"] = On<ListNamespacesRequest>((e, r) =>
        {
            var (page, next) = Page(e.KnownNamespaces, r.NextPageToken, r.PageSize);
            return new ListNamespacesResponse { Namespaces = { page.Select(n => DescribeNamespace(e, n)) }, NextPageToken = next };
        }),
        ["DescribeTaskQueue"] = On<DescribeTaskQueueRequest>((e, r) => new DescribeTaskQueueResponse
        {
            Pollers =
            {
                e.Workers.Where(w => w.Namespace == r.Namespace && w.TaskQueue == r.TaskQueue.Name && (r.TaskQueueType == TaskQueueType.Activity ? w.Activities : w.Workflows))
                    .Select(w => new PollerInfo
                    {
                        Identity = w.Identity,
                        LastAccessTime = Timestamp.FromDateTime(e.UtcNow),
                        RatePerSecond = r.TaskQueueType == TaskQueueType.Activity ? w.QueueActivitiesPerSecond ?? 100_000 : 100_000,
                        DeploymentOptions = w.Deployment,
                    }),
            },
        }),
    };

    private static string ServerVersion { get; } = $"embedded-{typeof(WorkflowServiceCalls).Assembly.GetName().Version!.ToString(3)}";

    private static GetSystemInfoResponse SystemInfo() => new()
    {
        ServerVersion = ServerVersion,
        Capabilities = new GetSystemInfoResponse.Types.Capabilities
        {
            SignalAndQueryHeader = true,
            InternalErrorDifferentiation = true,
            ActivityFailureIncludeHeartbeat = true,
            SupportsSchedules = true,
            EncodedFailureAttributes = true,
            UpsertMemo = true,
            SdkMetadata = true,
            CountGroupByExecutionStatus = true,
        },
    };

    private static DescribeNamespaceResponse DescribeNamespace(IEngine engine, string name) => engine.DescribeNamespace(name) is { } registered
        ? new DescribeNamespaceResponse
        {
            NamespaceInfo = new NamespaceInfo
            {
                Name = name,
                Id = name,
                State = NamespaceState.Registered,
                Description = registered.Description,
                OwnerEmail = registered.OwnerEmail,
                Data = { registered.Data },
                Capabilities = new NamespaceInfo.Types.Capabilities { SyncUpdate = true, AsyncUpdate = true },
                SupportsSchedules = true,
            },
            Config = new NamespaceConfig { WorkflowExecutionRetentionTtl = registered.WorkflowExecutionRetentionPeriod },
            ReplicationConfig = new NamespaceReplicationConfig(),
        }
        : throw new RpcException(RpcException.StatusCode.NotFound, $"Namespace {name} is not found.", null);

    private static async Task<IMessage> AnswerAsync(Task done, IMessage response)
    {
        await done.ConfigureAwait(false);
        return response;
    }

    private static WorkflowKey Key(string workflowNamespace, Api.Common.V1.WorkflowExecution? execution) =>
        string.IsNullOrEmpty(execution?.WorkflowId)
            ? throw new RpcException(RpcException.StatusCode.InvalidArgument, "WorkflowId is not set on request.", null)
            : new(workflowNamespace, execution.WorkflowId, execution.RunId);

    private static ActivityToken Token(ByteString token) => ActivityToken.Parse(token.ToByteArray());

    private static ActivityToken Token(string workflowNamespace, string workflowId, string runId, string activityId) =>
        new(workflowNamespace, workflowId, runId, 0, 0, activityId);

    private static async Task FailActivityAsync(IEngine engine, ActivityToken token, Payloads? lastHeartbeat, Api.Failure.V1.Failure? failure, string identity)
    {
        if (lastHeartbeat is not null)
        {
            await engine.RecordActivityTaskHeartbeatAsync(token, lastHeartbeat).ConfigureAwait(false);
        }

        await engine.RespondActivityTaskFailedAsync(token, failure ?? new Api.Failure.V1.Failure(), identity).ConfigureAwait(false);
    }

    private static async Task<bool> HeartbeatAsync(IEngine engine, ActivityToken token, Payloads? details) =>
        await engine.RecordActivityTaskHeartbeatAsync(token, details ?? new Payloads()).ConfigureAwait(false) switch
        {
            ActivityHeartbeatResult.NotFound => throw new RpcException(
                RpcException.StatusCode.NotFound, "invalid activityID or activity already timed out or invoking workflow is completed", null),
            var result => result == ActivityHeartbeatResult.CancelRequested,
        };

    private static async Task<IMessage> StartAsync(IEngine engine, StartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        var result = await engine.StartWorkflowAsync(new StartWorkflowRequest(
            request.Namespace,
            new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = Required(request.WorkflowType, request.WorkflowType?.Name, "WorkflowType"),
                WorkflowId = Required(request.WorkflowId, request.WorkflowId, "WorkflowId"),
                TaskQueue = Required(request.TaskQueue, request.TaskQueue?.Name, "TaskQueue"),
                Input = request.Input,
                WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
                WorkflowRunTimeout = request.WorkflowRunTimeout,
                WorkflowTaskTimeout = request.WorkflowTaskTimeout,
                FirstWorkflowTaskBackoff = request.WorkflowStartDelay,
                RetryPolicy = request.RetryPolicy,
                CronSchedule = request.CronSchedule,
                Memo = request.Memo,
                SearchAttributes = request.SearchAttributes,
                Header = request.Header,
                Identity = request.Identity,
                Priority = request.Priority,
                VersioningOverride = request.VersioningOverride,
                ContinuedFailure = request.ContinuedFailure,
                LastCompletionResult = request.LastCompletionResult,
            },
            request.UserMetadata,
            request.WorkflowIdReusePolicy,
            request.WorkflowIdConflictPolicy,
            null)).ConfigureAwait(false);
        return new StartWorkflowExecutionResponse
        {
            RunId = result.RunId,
            FirstExecutionRunId = result.FirstExecutionRunId,
            Started = result.Started,
            Status = WorkflowExecutionStatus.Running,
        };
    }

    private static async Task<IMessage> SignalWithStartAsync(IEngine engine, SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        var result = await engine.StartWorkflowAsync(new StartWorkflowRequest(
            request.Namespace,
            new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = Required(request.WorkflowType, request.WorkflowType?.Name, "WorkflowType"),
                WorkflowId = Required(request.WorkflowId, request.WorkflowId, "WorkflowId"),
                TaskQueue = Required(request.TaskQueue, request.TaskQueue?.Name, "TaskQueue"),
                Input = request.Input,
                WorkflowExecutionTimeout = request.WorkflowExecutionTimeout,
                WorkflowRunTimeout = request.WorkflowRunTimeout,
                WorkflowTaskTimeout = request.WorkflowTaskTimeout,
                FirstWorkflowTaskBackoff = request.WorkflowStartDelay,
                RetryPolicy = request.RetryPolicy,
                CronSchedule = request.CronSchedule,
                Memo = request.Memo,
                SearchAttributes = request.SearchAttributes,
                Header = request.Header,
                Identity = request.Identity,
                Priority = request.Priority,
                VersioningOverride = request.VersioningOverride,
            },
            request.UserMetadata,
            request.WorkflowIdReusePolicy,
            request.WorkflowIdConflictPolicy,
            new WorkflowExecutionSignaledEventAttributes
            {
                SignalName = Required(request.SignalName, request.SignalName, "SignalName"),
                Input = request.SignalInput,
                Header = request.Header,
                Identity = request.Identity,
            })).ConfigureAwait(false);
        return new SignalWithStartWorkflowExecutionResponse { RunId = result.RunId, Started = result.Started };
    }

    private static T Required<T>(T? value, string? text, string name)
        where T : class =>
        value is null || string.IsNullOrEmpty(text) ? throw new RpcException(RpcException.StatusCode.InvalidArgument, $"{name} is not set on request.", null) : value;

    private static async Task<IMessage> SignalAsync(IEngine engine, SignalWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        await engine.SignalWorkflowAsync(
            Key(request.Namespace, request.WorkflowExecution),
            new WorkflowExecutionSignaledEventAttributes
            {
                SignalName = Required(request.SignalName, request.SignalName, "SignalName"),
                Input = request.Input,
                Header = request.Header,
                Identity = request.Identity,
            }).ConfigureAwait(false);
        return new SignalWorkflowExecutionResponse();
    }

    private static async Task<IMessage> RequestCancelAsync(IEngine engine, RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        await engine.RequestCancelWorkflowAsync(
            Key(request.Namespace, request.WorkflowExecution),
            request.FirstExecutionRunId.Length == 0 ? null : request.FirstExecutionRunId,
            new WorkflowExecutionCancelRequestedEventAttributes { Cause = request.Reason, Identity = request.Identity }).ConfigureAwait(false);
        return new RequestCancelWorkflowExecutionResponse();
    }

    private static async Task<IMessage> TerminateAsync(IEngine engine, TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        await engine.TerminateWorkflowAsync(
            Key(request.Namespace, request.WorkflowExecution),
            request.FirstExecutionRunId.Length == 0 ? null : request.FirstExecutionRunId,
            new WorkflowExecutionTerminatedEventAttributes { Reason = request.Reason, Details = request.Details, Identity = request.Identity }).ConfigureAwait(false);
        return new TerminateWorkflowExecutionResponse();
    }

    private static async Task<IMessage> QueryAsync(IEngine engine, QueryWorkflowRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var result = await engine.QueryWorkflowAsync(Key(request.Namespace, request.Execution), request.Query, request.QueryRejectCondition, cancellationToken).ConfigureAwait(false);
            return result.ResultType == QueryResultType.Failed
                ? throw new RpcException(RpcException.StatusCode.InvalidArgument, result.ErrorMessage, null)
                : new QueryWorkflowResponse { QueryResult = result.Answer };
        }
        catch (WorkflowQueryRejectedException e)
        {
            return new QueryWorkflowResponse { QueryRejected = new QueryRejected { Status = e.WorkflowStatus } };
        }
    }

    private static async Task<IMessage> UpdateAsync(IEngine engine, UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        var update = request.Request.Clone();
        update.Meta ??= new Meta();
        update.Meta.UpdateId = update.Meta.UpdateId.Length == 0 ? Guid.NewGuid().ToString() : update.Meta.UpdateId;
        var result = await engine.UpdateWorkflowAsync(
            Key(request.Namespace, request.WorkflowExecution),
            request.FirstExecutionRunId.Length == 0 ? null : request.FirstExecutionRunId,
            update,
            request.WaitPolicy?.LifecycleStage == UpdateWorkflowExecutionLifecycleStage.Completed,
            cancellationToken).ConfigureAwait(false);
        return new UpdateWorkflowExecutionResponse
        {
            UpdateRef = new UpdateRef
            {
                UpdateId = update.Meta.UpdateId,
                WorkflowExecution = new Api.Common.V1.WorkflowExecution { WorkflowId = request.WorkflowExecution.WorkflowId, RunId = result.RunId },
            },
            Outcome = result.Outcome,
            Stage = result.Outcome is null ? UpdateWorkflowExecutionLifecycleStage.Accepted : UpdateWorkflowExecutionLifecycleStage.Completed,
        };
    }

    private static async Task<IMessage> PollUpdateAsync(IEngine engine, PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) =>
        new PollWorkflowExecutionUpdateResponse
        {
            Outcome = await engine.PollUpdateAsync(Key(request.Namespace, request.UpdateRef?.WorkflowExecution), request.UpdateRef!.UpdateId, cancellationToken).ConfigureAwait(false),
            Stage = UpdateWorkflowExecutionLifecycleStage.Completed,
            UpdateRef = request.UpdateRef,
        };

    private static async Task<IMessage> GetHistoryAsync(IEngine engine, GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken)
    {
        var key = Key(request.Namespace, request.Execution);
        if (request.HistoryEventFilterType == HistoryEventFilterType.CloseEvent)
        {
            if (request.WaitNewEvent)
            {
                return new GetWorkflowExecutionHistoryResponse { History = new History { Events = { await engine.WaitForCloseAsync(key, cancellationToken).ConfigureAwait(false) } } };
            }

            var all = await engine.GetHistoryAsync(key, 0, false, cancellationToken).ConfigureAwait(false);
            return new GetWorkflowExecutionHistoryResponse { History = new History { Events = { all.Closed ? [all.Events[^1]] : Array.Empty<HistoryEvent>() } } };
        }

        var after = Position(request.NextPageToken);
        var page = await engine.GetHistoryAsync(key, after, request.WaitNewEvent, cancellationToken).ConfigureAwait(false);
        var size = request.MaximumPageSize > 0 ? request.MaximumPageSize : int.MaxValue;
        return new GetWorkflowExecutionHistoryResponse
        {
            History = new History { Events = { page.Events.Take(size) } },
            NextPageToken = page.Events.Count > size || (request.WaitNewEvent && !page.Closed) ? Token(after + Math.Min(size, page.Events.Count)) : ByteString.Empty,
        };
    }

    private static async Task<IMessage> GetHistoryReverseAsync(IEngine engine, GetWorkflowExecutionHistoryReverseRequest request, CancellationToken cancellationToken)
    {
        var all = await engine.GetHistoryAsync(Key(request.Namespace, request.Execution), 0, false, cancellationToken).ConfigureAwait(false);
        var (page, next) = Page(all.Events.Reverse().ToList(), request.NextPageToken, request.MaximumPageSize);
        return new GetWorkflowExecutionHistoryReverseResponse { History = new History { Events = { page } }, NextPageToken = next };
    }

    private static async Task<IMessage> ListAsync(IEngine engine, ListWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var (page, next) = Page(await engine.ListWorkflowsAsync(request.Namespace, request.Query).ConfigureAwait(false), request.NextPageToken, request.PageSize);
        return new ListWorkflowExecutionsResponse { Executions = { page }, NextPageToken = next };
    }

    private static async Task<IMessage> ScanAsync(IEngine engine, ScanWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var (page, next) = Page(await engine.ListWorkflowsAsync(request.Namespace, request.Query).ConfigureAwait(false), request.NextPageToken, request.PageSize);
        return new ScanWorkflowExecutionsResponse { Executions = { page }, NextPageToken = next };
    }

    private static async Task<IMessage> ListOpenAsync(IEngine engine, ListOpenWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var query = Filter("ExecutionStatus = 'Running'", request.StartTimeFilter, "StartTime", request.ExecutionFilter, request.TypeFilter, null);
        var (page, next) = Page(await engine.ListWorkflowsAsync(request.Namespace, query).ConfigureAwait(false), request.NextPageToken, request.MaximumPageSize);
        return new ListOpenWorkflowExecutionsResponse { Executions = { page }, NextPageToken = next };
    }

    private static async Task<IMessage> ListClosedAsync(IEngine engine, ListClosedWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var query = Filter("ExecutionStatus != 'Running'", request.StartTimeFilter, "CloseTime", request.ExecutionFilter, request.TypeFilter, request.StatusFilter);
        var (page, next) = Page(await engine.ListWorkflowsAsync(request.Namespace, query).ConfigureAwait(false), request.NextPageToken, request.MaximumPageSize);
        return new ListClosedWorkflowExecutionsResponse { Executions = { page }, NextPageToken = next };
    }

    /// <summary>Writes the filters of the older list calls as a query.</summary>
    private static string Filter(string status, StartTimeFilter? time, string timeName, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type, StatusFilter? closed)
    {
        var query = status;
        query += time?.EarliestTime is { } from ? $" AND {timeName} >= '{from.ToDateTime():O}'" : string.Empty;
        query += time?.LatestTime is { } to ? $" AND {timeName} <= '{to.ToDateTime():O}'" : string.Empty;
        query += string.IsNullOrEmpty(execution?.WorkflowId) ? string.Empty : $" AND WorkflowId = {Quote(execution.WorkflowId)}";
        query += string.IsNullOrEmpty(execution?.RunId) ? string.Empty : $" AND RunId = {Quote(execution.RunId)}";
        query += string.IsNullOrEmpty(type?.Name) ? string.Empty : $" AND WorkflowType = {Quote(type.Name)}";
        return query + (closed is null ? string.Empty : $" AND ExecutionStatus = '{closed.Status}'");
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static (IReadOnlyList<T> Page, ByteString Next) Page<T>(IReadOnlyCollection<T> all, ByteString token, int size)
    {
        var skip = (int)Position(token);
        var take = size > 0 ? size : DefaultPageSize;
        return (all.Skip(skip).Take(take).ToList(), all.Count > skip + take ? Token(skip + take) : ByteString.Empty);
    }

    private static long Position(ByteString token) => token.Length switch
    {
        0 => 0,
        sizeof(long) => BinaryPrimitives.ReadInt64LittleEndian(token.Span),
        _ => throw new RpcException(RpcException.StatusCode.InvalidArgument, "Invalid NextPageToken.", null),
    };

    private static ByteString Token(long position)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, position);
        return ByteString.CopyFrom(bytes);
    }
}
