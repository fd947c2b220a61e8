using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>The outbound side: commands out, the events that answer them in.</summary>
internal sealed partial class WorkflowInstance
{
    private readonly Dictionary<string, TaskCompletionSource> timers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ActivityCall> activities = [];
    private readonly Dictionary<long, ChildCall> children = [];
    private readonly Dictionary<long, TaskCompletionSource<Failure?>> externalSignals = [];
    private readonly Dictionary<long, TaskCompletionSource<Failure?>> externalCancels = [];
    private readonly List<LocalActivityCall> localActivities = [];
    private int timerCount;
    private int activityCount;

    /// <summary>Takes the local activities asked for since the last call.</summary>
    /// <returns>The calls.</returns>
    public List<LocalActivityCall> TakeLocalActivities()
    {
        var result = localActivities.ToList();
        localActivities.Clear();
        return result;
    }

    /// <summary>Makes a handle to another workflow.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id.</param>
    /// <returns>The handle.</returns>
    public ExternalWorkflowHandle<TWorkflow> GetExternalWorkflowHandle<TWorkflow>(string id, string? runId) =>
        new ExternalHandle<TWorkflow>(this, id, runId);

    private void ApplyEvent(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.TimerFired:
                if (timers.Remove(e.TimerFiredEventAttributes.TimerId, out var timer))
                {
                    timer.TrySetResult();
                }

                break;
            case EventType.ActivityTaskCompleted:
                EndActivity(e.ActivityTaskCompletedEventAttributes.ScheduledEventId, e.ActivityTaskCompletedEventAttributes.Result, null, 0, null, RetryState.Unspecified);
                break;
            case EventType.ActivityTaskFailed:
                var failed = e.ActivityTaskFailedEventAttributes;
                EndActivity(failed.ScheduledEventId, null, failed.Failure, failed.StartedEventId, failed.Identity, failed.RetryState);
                break;
            case EventType.ActivityTaskTimedOut:
                var timedOut = e.ActivityTaskTimedOutEventAttributes;
                EndActivity(timedOut.ScheduledEventId, null, timedOut.Failure, timedOut.StartedEventId, null, timedOut.RetryState);
                break;
            case EventType.ActivityTaskCanceled:
                var canceled = e.ActivityTaskCanceledEventAttributes;
                EndActivity(canceled.ScheduledEventId, null, CanceledFailure("Activity cancelled", canceled.Details), canceled.StartedEventId, canceled.Identity, RetryState.CancelRequested);
                break;
            case EventType.WorkflowExecutionCancelRequested:
                CancelWorkflow();
                break;
            case EventType.StartChildWorkflowExecutionFailed:
                var startFailed = e.StartChildWorkflowExecutionFailedEventAttributes;
                if (children.Remove(startFailed.InitiatedEventId, out var unstarted))
                {
                    unstarted.Started.TrySetException(startFailed.Cause == StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists
                        ? new WorkflowAlreadyStartedException("Child workflow already started", startFailed.WorkflowId, startFailed.WorkflowType.Name, string.Empty)
                        : new ApplicationFailureException($"Child workflow {startFailed.WorkflowId} not started: {startFailed.Cause}"));
                }

                break;
            case EventType.ChildWorkflowExecutionStarted:
                var childStarted = e.ChildWorkflowExecutionStartedEventAttributes;
                if (children.TryGetValue(childStarted.InitiatedEventId, out var startedChild))
                {
                    startedChild.RunId = childStarted.WorkflowExecution.RunId;
                    startedChild.Started.TrySetResult(childStarted.WorkflowExecution.RunId);
                }

                break;
            case EventType.ChildWorkflowExecutionCompleted:
                EndChild(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId, e.ChildWorkflowExecutionCompletedEventAttributes.Result, null, RetryState.Unspecified);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                EndChild(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId, null, e.ChildWorkflowExecutionFailedEventAttributes.Failure, e.ChildWorkflowExecutionFailedEventAttributes.RetryState);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                EndChild(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId, null, CanceledFailure("Child Workflow execution canceled", e.ChildWorkflowExecutionCanceledEventAttributes.Details), RetryState.NonRetryableFailure);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                EndChild(
                    e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId,
                    null,
                    new Failure { Message = "Child Workflow execution timed out", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose } },
                    e.ChildWorkflowExecutionTimedOutEventAttributes.RetryState);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                EndChild(
                    e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId,
                    null,
                    new Failure { Message = "Child Workflow execution terminated", TerminatedFailureInfo = new TerminatedFailureInfo() },
                    RetryState.NonRetryableFailure);
                break;
            case EventType.ExternalWorkflowExecutionSignaled:
                EndExternal(externalSignals, e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId, null);
                break;
            case EventType.SignalExternalWorkflowExecutionFailed:
                EndExternal(externalSignals, e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, ExternalFailure("signal", e.SignalExternalWorkflowExecutionFailedEventAttributes.Cause.ToString()));
                break;
            case EventType.ExternalWorkflowExecutionCancelRequested:
                EndExternal(externalCancels, e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId, null);
                break;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                EndExternal(externalCancels, e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, ExternalFailure("cancel", e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.Cause.ToString()));
                break;
            default:
                // Every other event is bookkeeping of the engine.
                break;
        }
    }

    private static void EndExternal(Dictionary<long, TaskCompletionSource<Failure?>> calls, long initiatedEventId, Failure? failure)
    {
        if (calls.Remove(initiatedEventId, out var call))
        {
            call.TrySetResult(failure);
        }
    }

    private static Failure ExternalFailure(string what, string cause) => new()
    {
        Message = string.Equals(cause, nameof(SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound), StringComparison.Ordinal)
            ? $"Unable to {what} external workflow because it was not found"
            : $"Unable to {what} external workflow because {cause}",
        ApplicationFailureInfo = new ApplicationFailureInfo { Type = cause },
    };

    private static Failure CanceledFailure(string message, Payloads? details = null) => new()
    {
        Message = message,
        CanceledFailureInfo = new CanceledFailureInfo { Details = details },
    };

    private void CancelWorkflow()
    {
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        // On the scheduler, so that whatever the callbacks of the token do is done in the workflow.
        _ = Schedule(() =>
        {
            cancellation.Cancel();
            return Task.CompletedTask;
        });
    }

    private void EndActivity(long scheduledEventId, Payloads? result, Failure? cause, long startedEventId, string? identity, RetryState retryState)
    {
        if (activities.Remove(scheduledEventId, out var call))
        {
            call.End.TrySetResult((result, cause is null ? null : ActivityFailure(call, cause, startedEventId, identity, retryState)));
        }
    }

    private static Failure ActivityFailure(ActivityCall call, Failure cause, long startedEventId, string? identity, RetryState retryState) => new()
    {
        Message = "Activity task " + (cause.FailureInfoCase switch
        {
            Failure.FailureInfoOneofCase.TimeoutFailureInfo => "timed out",
            Failure.FailureInfoOneofCase.CanceledFailureInfo => "cancelled",
            _ => "failed",
        }),
        Cause = cause,
        ActivityFailureInfo = new ActivityFailureInfo
        {
            ActivityId = call.ActivityId,
            ActivityType = new ActivityType { Name = call.ActivityType },
            ScheduledEventId = call.ScheduledEventId,
            StartedEventId = startedEventId,
            Identity = identity ?? string.Empty,
            RetryState = retryState,
        },
    };

    private void EndChild(long initiatedEventId, Payloads? result, Failure? cause, RetryState retryState)
    {
        if (children.Remove(initiatedEventId, out var call))
        {
            call.EndWith(result, cause is null ? null : ChildFailure(call, cause, retryState));
        }
    }

    private Failure ChildFailure(ChildCall call, Failure cause, RetryState retryState) => new()
    {
        Message = "Child Workflow execution failed",
        Cause = cause,
        ChildWorkflowExecutionFailureInfo = new ChildWorkflowExecutionFailureInfo
        {
            Namespace = options.Namespace,
            WorkflowExecution = new WorkflowExecution { WorkflowId = call.WorkflowId, RunId = call.RunId ?? string.Empty },
            WorkflowType = new WorkflowType { Name = call.WorkflowType },
            InitiatedEventId = call.InitiatedEventId,
            RetryState = retryState,
        },
    };

    private DataConverter ConverterFor(ISerializationContext context) => options.DataConverter.WithSerializationContext(context);

    private DataConverter ConverterForActivity(string activityId, string activityType, string taskQueue, bool isLocal) =>
        ConverterFor(new ISerializationContext.Activity(options.Namespace, activityId, options.WorkflowId, started.WorkflowType.Name, activityType, taskQueue, isLocal));

    private DataConverter ConverterForWorkflow(string workflowId) => ConverterFor(new ISerializationContext.Workflow(options.Namespace, workflowId));

    private static Exception ToException(DataConverter converter, Failure failure) => converter.FailureConverter.ToException(failure, converter.PayloadConverter);

    private static TResult ToResult<TResult>(DataConverter converter, Payloads? result)
    {
        if (typeof(TResult) == typeof(ValueTuple))
        {
            return default!;
        }

        return result is null || result.Payloads_.Count == 0
            ? throw new InvalidOperationException($"No result present, expected {typeof(TResult)}")
            : (TResult)DecodeOne(converter.PayloadConverter, result.Payloads_[0], typeof(TResult))!;
    }

    private static Payloads ToPayloads(DataConverter converter, IReadOnlyCollection<object?> args)
    {
        var result = new Payloads();
        foreach (var arg in args)
        {
            result.Payloads_.Add(converter.PayloadConverter.ToPayload(arg));
        }

        return result;
    }

    private static Header? ToHeader(IDictionary<string, Payload>? headers)
    {
        if (headers is null || headers.Count == 0)
        {
            return null;
        }

        var result = new Header();
        foreach (var (key, value) in headers)
        {
            result.Fields[key] = value;
        }

        return result;
    }

    private static Duration? ToDuration(TimeSpan? value) => value is { } v ? Duration.FromTimeSpan(v) : null;

    private HistoryEvent ContinueAsNew(CreateContinueAsNewExceptionInput input)
    {
        NextRetryPolicy = input.Options?.RetryPolicy?.ToProto();
        var memoChange = input.Options?.Memo;
        var newMemo = new Memo();
        if (memoChange is not null)
        {
            foreach (var (key, value) in memoChange)
            {
                newMemo.Fields[key] = PayloadConverter.ToPayload(value);
            }
        }

        return new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionContinuedAsNew,
            WorkflowExecutionContinuedAsNewEventAttributes = new WorkflowExecutionContinuedAsNewEventAttributes
            {
                WorkflowType = new WorkflowType { Name = input.Workflow },
                TaskQueue = new TaskQueue { Name = input.Options?.TaskQueue ?? started.TaskQueue.Name, Kind = TaskQueueKind.Normal },
                Input = ToPayloads(converter, input.Args),
                WorkflowRunTimeout = ToDuration(input.Options?.RunTimeout),
                WorkflowTaskTimeout = ToDuration(input.Options?.TaskTimeout),
                BackoffStartInterval = ToDuration(input.Options?.BackoffStartInterval),
                Initiator = ContinueAsNewInitiator.Workflow,
                Header = ToHeader(input.Headers),
                Memo = memoChange is null ? null : newMemo,
                SearchAttributes = input.Options?.TypedSearchAttributes?.ToProto(),
            },
        };
    }

    /// <summary>A scheduled activity.</summary>
    private sealed class ActivityCall
    {
        public required string ActivityId { get; set; }

        public required string ActivityType { get; init; }

        public long ScheduledEventId { get; set; }

        public TaskCompletionSource<(Payloads? Result, Failure? Failure)> End { get; } = new();
    }

    /// <summary>A child workflow.</summary>
    private sealed class ChildCall
    {
        private readonly TaskCompletionSource<(Payloads? Result, Failure? Failure)> end = new();

        public required string WorkflowId { get; set; }

        public required string WorkflowType { get; init; }

        public long InitiatedEventId { get; set; }

        public string? RunId { get; set; }

        public TaskCompletionSource<string> Started { get; } = new();

        public Task<(Payloads? Result, Failure? Failure)> End => end.Task;

        public void EndWith(Payloads? result, Failure? failure) => end.TrySetResult((result, failure));
    }

    /// <summary>The innermost outbound interceptor: makes the commands.</summary>
    private sealed class OutboundRoot(WorkflowInstance owner) : WorkflowOutboundInterceptor
    {
        public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) => new(input);

        public override Task DelayAsync(DelayAsyncInput input)
        {
            owner.CheckWritable();
            var token = input.CancellationToken ?? owner.CancellationToken;
            var delay = input.Delay;
            if (delay < TimeSpan.Zero && delay != Timeout.InfiniteTimeSpan)
            {
                throw new ArgumentException("Delay duration cannot be less than 0", nameof(input));
            }

            if (token.IsCancellationRequested)
            {
                return Task.FromCanceled(token);
            }

            return delay == Timeout.InfiniteTimeSpan
                ? WaitForeverAsync(token)
                : TimerAsync(delay < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : delay, input.Summary, token);
        }

        public override async Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
        {
            owner.CheckWritable();
            var options = input.Options;
            if (options.StartToCloseTimeout is null && options.ScheduleToCloseTimeout is null)
            {
                throw new ArgumentException("Activity options must have StartToCloseTimeout or ScheduleToCloseTimeout");
            }

            var token = options.CancellationToken ?? owner.CancellationToken;
            if (token.IsCancellationRequested)
            {
                throw new CanceledFailureException("Activity cancelled before scheduled");
            }

            // Activities and local activities are numbered together, and those with an id of their own count too, as in the official SDK.
            var sequence = ++owner.activityCount;
            var call = new ActivityCall
            {
                ActivityId = options.ActivityId ?? sequence.ToString(CultureInfo.InvariantCulture),
                ActivityType = input.Activity,
            };
            var taskQueue = options.TaskQueue ?? owner.started.TaskQueue.Name;
            var converter = owner.ConverterForActivity(call.ActivityId, input.Activity, taskQueue, false);
            var command = new WorkflowCommand(
                new HistoryEvent
                {
                    EventType = EventType.ActivityTaskScheduled,
                    ActivityTaskScheduledEventAttributes = new ActivityTaskScheduledEventAttributes
                    {
                        ActivityId = call.ActivityId,
                        ActivityType = new ActivityType { Name = input.Activity },
                        TaskQueue = new TaskQueue { Name = taskQueue, Kind = TaskQueueKind.Normal },
                        Header = ToHeader(input.Headers),
                        Input = ToPayloads(converter, input.Args),
                        ScheduleToCloseTimeout = ToDuration(options.ScheduleToCloseTimeout),
                        ScheduleToStartTimeout = ToDuration(options.ScheduleToStartTimeout),
                        StartToCloseTimeout = ToDuration(options.StartToCloseTimeout),
                        HeartbeatTimeout = ToDuration(options.HeartbeatTimeout),
                        RetryPolicy = options.RetryPolicy?.ToProto(),
                        Priority = options.Priority?.ToProto(),
                    },
                    UserMetadata = owner.Metadata(options.Summary),
                },
                recorded =>
                {
                    call.ActivityId = recorded.ActivityTaskScheduledEventAttributes.ActivityId;
                    call.ScheduledEventId = recorded.EventId;
                    owner.activities[recorded.EventId] = call;
                })
            { AnyId = options.ActivityId is null };
            owner.AddCommand(command);
            using var registration = token.Register(() => CancelActivity(call, command, options.CancellationType));
            var (result, failure) = await owner.Traced(call.End.Task).ConfigureAwait(true);
            return failure is null ? ToResult<TResult>(converter, result) : throw ToException(converter, failure);
        }

        public override async Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
        {
            owner.CheckWritable();
            var options = input.Options;
            if (options.StartToCloseTimeout is null && options.ScheduleToCloseTimeout is null)
            {
                throw new ArgumentException("Activity options must have StartToCloseTimeout or ScheduleToCloseTimeout");
            }

            var token = options.CancellationToken ?? owner.CancellationToken;
            if (token.IsCancellationRequested)
            {
                throw new CanceledFailureException("Activity cancelled before scheduled");
            }

            Payloads? payloads = null;
            var attempt = 1;
            var originalTime = owner.UtcNow;
            while (true)
            {
                var source = new TaskCompletionSource<LocalActivityEnd>();
                var sequence = ++owner.activityCount;
                var activityId = options.ActivityId ?? sequence.ToString(CultureInfo.InvariantCulture);
                var converter = owner.ConverterForActivity(activityId, input.Activity, owner.started.TaskQueue.Name, true);
                payloads ??= ToPayloads(converter, input.Args);
                LocalActivityCall? call = null;
                var recorded = false;
                call = new LocalActivityCall
                {
                    Sequence = sequence,
                    ActivityId = activityId,
                    ActivityType = input.Activity,
                    Input = payloads,
                    Headers = input.Headers is null ? null : new Dictionary<string, Payload>(input.Headers, StringComparer.Ordinal),
                    Options = options,
                    Attempt = attempt,
                    OriginalScheduleTime = originalTime,
                    Resolve = end =>
                    {
                        if (!recorded)
                        {
                            recorded = true;
                            owner.AddCommand(new WorkflowCommand(Markers.LocalActivity(call!, end)));
                            source.TrySetResult(end);
                        }
                    },
                };
                owner.localActivities.Add(call);
                LocalActivityEnd end;
                using (token.Register(() => CancelLocalActivity(call, options.CancellationType)))
                {
                    end = await owner.Traced(source.Task).ConfigureAwait(true);
                }

                if (end.Failure is null)
                {
                    return ToResult<TResult>(converter, new Payloads { Payloads_ = { end.Result } });
                }

                if (end.Backoff is not { } backoff)
                {
                    // Markers of other SDKs may have the cause alone.
                    throw ToException(converter, end.Failure.ActivityFailureInfo is null ? LocalFailure(call, end.Failure) : end.Failure);
                }

                await TimerAsync(backoff, null, token).ConfigureAwait(true);
                attempt = end.Attempt + 1;
            }
        }

        public override async Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
        {
            owner.CheckWritable();
            var options = input.Options;
            var token = options.CancellationToken ?? owner.CancellationToken;
            if (token.IsCancellationRequested)
            {
                throw new CanceledFailureException("Child workflow cancelled before scheduled");
            }

            var call = new ChildCall
            {
                WorkflowId = options.Id ?? Workflow.NewGuid().ToString(),
                WorkflowType = input.Workflow,
            };
            var converter = owner.ConverterForWorkflow(call.WorkflowId);
            Memo? memo = null;
            if (options.Memo is { Count: > 0 } values)
            {
                memo = new Memo();
                foreach (var (key, value) in values)
                {
                    memo.Fields[key] = converter.PayloadConverter.ToPayload(value);
                }
            }

            var command = new WorkflowCommand(
                new HistoryEvent
                {
                    EventType = EventType.StartChildWorkflowExecutionInitiated,
                    StartChildWorkflowExecutionInitiatedEventAttributes = new StartChildWorkflowExecutionInitiatedEventAttributes
                    {
                        Namespace = owner.options.Namespace,
                        WorkflowId = call.WorkflowId,
                        WorkflowType = new WorkflowType { Name = input.Workflow },
                        TaskQueue = new TaskQueue { Name = options.TaskQueue ?? owner.started.TaskQueue.Name, Kind = TaskQueueKind.Normal },
                        Input = ToPayloads(converter, input.Args),
                        WorkflowExecutionTimeout = ToDuration(options.ExecutionTimeout),
                        WorkflowRunTimeout = ToDuration(options.RunTimeout),
                        WorkflowTaskTimeout = ToDuration(options.TaskTimeout),
                        ParentClosePolicy = (Api.Enums.V1.ParentClosePolicy)(int)options.ParentClosePolicy,
                        WorkflowIdReusePolicy = options.IdReusePolicy,
                        RetryPolicy = options.RetryPolicy?.ToProto(),
                        CronSchedule = options.CronSchedule ?? string.Empty,
                        Header = ToHeader(input.Headers),
                        Memo = memo,
                        SearchAttributes = options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
                        Priority = options.Priority?.ToProto(),
                    },
                    UserMetadata = owner.Metadata(options.StaticSummary, options.StaticDetails),
                },
                recorded =>
                {
                    call.WorkflowId = recorded.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId;
                    call.InitiatedEventId = recorded.EventId;
                    owner.children[recorded.EventId] = call;
                })
            { AnyId = options.Id is null };
            owner.AddCommand(command);
            var registration = token.Register(() => CancelChild(call, command, options.CancellationType));
            _ = call.End.ContinueWith(_ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, owner);
            var runId = await owner.Traced(call.Started.Task).ConfigureAwait(true);
            return new ChildHandle<TWorkflow, TResult>(owner, call, runId);
        }

        public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) =>
            SignalAsync(input.Id, null, true, input.Signal, input.Args, input.Headers, input.Options?.CancellationToken);

        public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) =>
            SignalAsync(input.Id, input.RunId, false, input.Signal, input.Args, input.Headers, input.Options?.CancellationToken);

        public override async Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input)
        {
            owner.CheckWritable();
            var source = new TaskCompletionSource<Failure?>();
            owner.AddCommand(CancelCommand(input.Id, input.RunId, false, source));
            if (await owner.Traced(source.Task).ConfigureAwait(true) is { } failure)
            {
                throw ToException(owner.ConverterForWorkflow(input.Id), failure);
            }
        }

        private static async Task WaitForeverAsync(CancellationToken token)
        {
            var source = new TaskCompletionSource();
            using var registration = token.Register(() => source.TrySetCanceled(token));
            await source.Task.ConfigureAwait(true);
        }

        private async Task TimerAsync(TimeSpan delay, string? summary, CancellationToken token)
        {
            var id = (++owner.timerCount).ToString(CultureInfo.InvariantCulture);
            var source = new TaskCompletionSource();
            var command = new WorkflowCommand(new HistoryEvent
            {
                EventType = EventType.TimerStarted,
                TimerStartedEventAttributes = new TimerStartedEventAttributes { TimerId = id, StartToFireTimeout = Duration.FromTimeSpan(delay) },
                UserMetadata = owner.Metadata(summary),
            });
            owner.timers[id] = source;
            owner.AddCommand(command);
            using var registration = token.Register(() =>
            {
                if (!owner.timers.Remove(id))
                {
                    return;
                }

                if (command.Sent)
                {
                    owner.AddCommand(new WorkflowCommand(new HistoryEvent
                    {
                        EventType = EventType.TimerCanceled,
                        TimerCanceledEventAttributes = new TimerCanceledEventAttributes { TimerId = id },
                    }));
                }
                else
                {
                    command.Dropped = true;
                }

                source.TrySetCanceled(token);
            });
            await owner.Traced(source.Task).ConfigureAwait(true);
        }

        private void CancelActivity(ActivityCall call, WorkflowCommand command, ActivityCancellationType type)
        {
            if (call.End.Task.IsCompleted)
            {
                return;
            }

            if (!command.Sent)
            {
                command.Dropped = true;
                Resolve();
                return;
            }

            if (type != ActivityCancellationType.Abandon)
            {
                owner.AddCommand(new WorkflowCommand(new HistoryEvent
                {
                    EventType = EventType.ActivityTaskCancelRequested,
                    ActivityTaskCancelRequestedEventAttributes = new ActivityTaskCancelRequestedEventAttributes { ScheduledEventId = call.ScheduledEventId },
                }));
            }

            if (type != ActivityCancellationType.WaitCancellationCompleted)
            {
                owner.activities.Remove(call.ScheduledEventId);
                Resolve();
            }

            void Resolve() => call.End.TrySetResult((null, ActivityFailure(call, CanceledFailure("Activity cancelled"), 0, null, RetryState.CancelRequested)));
        }

        private void CancelLocalActivity(LocalActivityCall call, ActivityCancellationType type)
        {
            call.Cancellation.Cancel();
            if (type != ActivityCancellationType.WaitCancellationCompleted)
            {
                call.Resolve(new LocalActivityEnd(null, LocalFailure(call, CanceledFailure("Activity cancelled")), null, call.Attempt, owner.UtcNow));
            }
        }

        private static Failure LocalFailure(LocalActivityCall call, Failure cause) => new()
        {
            Message = cause.CanceledFailureInfo is null ? "Activity task failed" : "Activity cancelled",
            Cause = cause,
            ActivityFailureInfo = new ActivityFailureInfo
            {
                ActivityId = call.ActivityId,
                ActivityType = new ActivityType { Name = call.ActivityType },
                RetryState = cause.CanceledFailureInfo is null ? RetryState.Unspecified : RetryState.CancelRequested,
            },
        };

        private void CancelChild(ChildCall call, WorkflowCommand command, ChildWorkflowCancellationType type)
        {
            if (call.End.IsCompleted)
            {
                return;
            }

            var canceled = owner.ChildFailure(call, CanceledFailure("Child Workflow execution canceled"), RetryState.NonRetryableFailure);
            if (!command.Sent)
            {
                command.Dropped = true;
                call.Started.TrySetException(new CanceledFailureException("Child workflow cancelled before started"));
                call.EndWith(null, canceled);
                return;
            }

            if (type != ChildWorkflowCancellationType.Abandon)
            {
                var source = new TaskCompletionSource<Failure?>();
                owner.AddCommand(CancelCommand(call.WorkflowId, call.RunId, true, source));
                if (type == ChildWorkflowCancellationType.WaitCancellationRequested)
                {
                    _ = source.Task.ContinueWith(_ => Resolve(), CancellationToken.None, TaskContinuationOptions.None, owner);
                }
            }

            if (type is ChildWorkflowCancellationType.TryCancel or ChildWorkflowCancellationType.Abandon)
            {
                Resolve();
            }

            void Resolve()
            {
                owner.children.Remove(call.InitiatedEventId);
                call.Started.TrySetException(ToException(owner.ConverterForWorkflow(call.WorkflowId), canceled));
                call.EndWith(null, canceled);
            }
        }

        private WorkflowCommand CancelCommand(string id, string? runId, bool child, TaskCompletionSource<Failure?> source) => new(
            new HistoryEvent
            {
                EventType = EventType.RequestCancelExternalWorkflowExecutionInitiated,
                RequestCancelExternalWorkflowExecutionInitiatedEventAttributes = new RequestCancelExternalWorkflowExecutionInitiatedEventAttributes
                {
                    Namespace = owner.options.Namespace,
                    WorkflowExecution = new WorkflowExecution { WorkflowId = id, RunId = runId ?? string.Empty },
                    ChildWorkflowOnly = child,
                },
            },
            recorded => owner.externalCancels[recorded.EventId] = source);

        private async Task SignalAsync(
            string id,
            string? runId,
            bool child,
            string signal,
            IReadOnlyCollection<object?> args,
            IDictionary<string, Payload>? headers,
            CancellationToken? cancellationToken)
        {
            owner.CheckWritable();
            var token = cancellationToken ?? owner.CancellationToken;
            if (token.IsCancellationRequested)
            {
                throw new CanceledFailureException("Signal cancelled before scheduled");
            }

            var source = new TaskCompletionSource<Failure?>();
            var command = new WorkflowCommand(
                new HistoryEvent
                {
                    EventType = EventType.SignalExternalWorkflowExecutionInitiated,
                    SignalExternalWorkflowExecutionInitiatedEventAttributes = new SignalExternalWorkflowExecutionInitiatedEventAttributes
                    {
                        Namespace = owner.options.Namespace,
                        WorkflowExecution = new WorkflowExecution { WorkflowId = id, RunId = runId ?? string.Empty },
                        SignalName = signal,
                        Input = ToPayloads(owner.ConverterForWorkflow(id), args),
                        ChildWorkflowOnly = child,
                        Header = ToHeader(headers),
                    },
                },
                recorded => owner.externalSignals[recorded.EventId] = source);
            owner.AddCommand(command);

            // A signal that was sent cannot be taken back; one that was not is.
            using var registration = token.Register(() =>
            {
                if (!command.Sent)
                {
                    command.Dropped = true;
                    source.TrySetResult(CanceledFailure("Signal was cancelled before being sent"));
                }
            });
            if (await owner.Traced(source.Task).ConfigureAwait(true) is { } failure)
            {
                throw ToException(owner.ConverterForWorkflow(id), failure);
            }
        }
    }

    /// <summary>The handle of a started child.</summary>
    private sealed class ChildHandle<TWorkflow, TResult>(WorkflowInstance owner, ChildCall call, string runId) : ChildWorkflowHandle<TWorkflow, TResult>
    {
        public override string Id => call.WorkflowId;

        public override string FirstExecutionRunId => runId;

        public override async Task<TChildResult> GetResultAsync<TChildResult>()
        {
            var (result, failure) = await call.End.ConfigureAwait(true);
            var converter = owner.ConverterForWorkflow(call.WorkflowId);
            return failure is null ? ToResult<TChildResult>(converter, result) : throw ToException(converter, failure);
        }

        public override Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null) =>
            owner.Outbound.SignalChildWorkflowAsync(new SignalChildWorkflowInput(Id, signal, args, options, null));
    }

    /// <summary>The handle of a workflow that is addressed by its id.</summary>
    private sealed class ExternalHandle<TWorkflow>(WorkflowInstance owner, string id, string? runId) : ExternalWorkflowHandle<TWorkflow>
    {
        public override string Id => id;

        public override string? RunId => runId;

        public override Task CancelAsync() => owner.Outbound.CancelExternalWorkflowAsync(new CancelExternalWorkflowInput(id, runId));

        public override Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ExternalWorkflowSignalOptions? options = null) =>
            owner.Outbound.SignalExternalWorkflowAsync(new SignalExternalWorkflowInput(id, runId, signal, args, options, null));
    }
}
