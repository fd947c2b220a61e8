using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Engine.Timers;

namespace Temporalio.Engine.Schedules;

/// <summary>
/// A schedule at work. Operations follow one another. Each stores the schedule with the actions that are due before it takes them and again
/// after it, so that after a crash they are taken again; the id of the workflow, made of the time, keeps that from happening twice.
/// </summary>
/// <param name="host">What it works with.</param>
/// <param name="state">The schedule as stored.</param>
internal sealed class ScheduleRunner(IScheduleHost host, StoredSchedule state)
{
    private const int MaximumBuffer = 1000;
    private const int RecentActions = 10;
    private static readonly TimeSpan ShortestCatchup = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turn = new(1);
    private ScheduleTimes times = new(state.Schedule.Spec, state.Namespace + "/" + state.ScheduleId);
    private TimerEntry? timer;
    private bool deleted;

    private ScheduleInfo Info => state.Info;

    private bool Exhausted => state.Schedule.State is { LimitedActions: true, RemainingActions: <= 0 };

    private DateTime Processed
    {
        get => state.Processed.ToDateTime();
        set => state.Processed = Timestamp.FromDateTime(value);
    }

    /// <summary>Sets it going: after its creation or a restart.</summary>
    /// <returns>A task for the end.</returns>
    public Task StartAsync() => InTurnAsync(async () =>
    {
        foreach (var running in Info.RunningWorkflows.ToList())
        {
            host.Watch(this, state.Namespace, running.WorkflowId);
            if (await host.FindCloseAsync(state.Namespace, running.WorkflowId).ConfigureAwait(false) is { } close)
            {
                Ended(running, close);
            }
        }

        await ProcessAsync().ConfigureAwait(false);
    });

    /// <summary>Describes it.</summary>
    /// <returns>The description.</returns>
    public async Task<DescribeScheduleResponse> DescribeAsync()
    {
        DescribeScheduleResponse? result = null;
        await InTurnAsync(() =>
        {
            result = new DescribeScheduleResponse
            {
                Schedule = state.Schedule.Clone(),
                Info = Info.Clone(),
                Memo = state.Memo?.Clone(),
                SearchAttributes = state.SearchAttributes?.Clone(),
            };
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        AddFutureTimes(result!.Info.FutureActionTimes, RecentActions);
        return result;
    }

    /// <summary>Shows it as a list does.</summary>
    /// <returns>The entry.</returns>
    public async Task<ScheduleListEntry> ListAsync()
    {
        var description = await DescribeAsync().ConfigureAwait(false);
        return new ScheduleListEntry
        {
            ScheduleId = state.ScheduleId,
            Memo = description.Memo,
            SearchAttributes = description.SearchAttributes,
            Info = new ScheduleListInfo
            {
                Spec = description.Schedule.Spec,
                WorkflowType = description.Schedule.Action.StartWorkflow.WorkflowType,
                Notes = description.Schedule.State.Notes,
                Paused = description.Schedule.State.Paused,
                RecentActions = { description.Info.RecentActions.TakeLast(RecentActions / 2) },
                FutureActionTimes = { description.Info.FutureActionTimes.Take(RecentActions / 2) },
            },
        };
    }

    /// <summary>Replaces the schedule; what was due before is done as it said.</summary>
    /// <param name="schedule">The schedule, checked.</param>
    /// <param name="searchAttributes">The search attributes; null leaves them.</param>
    /// <returns>A task for the end.</returns>
    public Task UpdateAsync(Schedule schedule, SearchAttributes? searchAttributes) => InTurnAsync(async () =>
    {
        await ProcessAsync().ConfigureAwait(false);
        state.Schedule = schedule;
        state.SearchAttributes = searchAttributes ?? state.SearchAttributes;
        times = new ScheduleTimes(schedule.Spec, state.Namespace + "/" + state.ScheduleId);
        Changed();
        await ProcessAsync().ConfigureAwait(false);
    });

    /// <summary>Pauses, unpauses, triggers, backfills.</summary>
    /// <param name="patch">What to do.</param>
    /// <returns>A task for the end.</returns>
    public Task PatchAsync(SchedulePatch patch) => InTurnAsync(async () =>
    {
        await ProcessAsync().ConfigureAwait(false);
        if (patch.TriggerImmediately is { } trigger)
        {
            var now = Timestamp.FromDateTime(host.UtcNow);
            state.Buffer.Add(new BufferedAction { Nominal = now, Due = now, Overlap = trigger.OverlapPolicy, Manual = true });
        }

        state.Backfills.AddRange(patch.BackfillRequest);
        if (patch.Pause.Length > 0)
        {
            (state.Schedule.State.Paused, state.Schedule.State.Notes) = (true, patch.Pause);
            Changed();
        }

        if (patch.Unpause.Length > 0)
        {
            (state.Schedule.State.Paused, state.Schedule.State.Notes) = (false, patch.Unpause);
            Changed();
        }

        await ProcessAsync().ConfigureAwait(false);
    });

    /// <summary>Deletes it.</summary>
    /// <returns>A task for the end.</returns>
    public Task DeleteAsync() => InTurnAsync(() =>
    {
        deleted = true;
        timer?.Cancel();
        return host.DeleteAsync(this, state.Namespace, state.ScheduleId);
    });

    /// <summary>Sees to a workflow that has ended.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="firstRunId">The first run of its chain.</param>
    /// <param name="close">The last event.</param>
    /// <returns>A task for the end.</returns>
    public Task WorkflowClosedAsync(string workflowId, string firstRunId, HistoryEvent close) => InTurnOrNeverAsync(async () =>
    {
        if (Info.RunningWorkflows.FirstOrDefault(r => r.WorkflowId == workflowId && r.RunId == firstRunId) is { } ended)
        {
            Ended(ended, close);
            await ProcessAsync().ConfigureAwait(false);
        }
    });

    private void Changed()
    {
        Info.UpdateTime = Timestamp.FromDateTime(host.UtcNow);

        // Times that the schedule had while it was another one or paused do not come back.
        Processed = Later(Processed, host.UtcNow);
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private Task InTurnAsync(Func<Task> work) =>
        TakeTurnAsync(() => deleted ? throw ScheduleService.NotFound(state.ScheduleId) : work());

    /// <summary>For what nobody waits for: a schedule deleted meanwhile has nothing to do.</summary>
    private Task InTurnOrNeverAsync(Func<Task> work) =>
        TakeTurnAsync(() => deleted ? Task.CompletedTask : work());

    private async Task TakeTurnAsync(Func<Task> work)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private void AddFutureTimes(Google.Protobuf.Collections.RepeatedField<Timestamp> target, int count)
    {
        if (state.Schedule.State.LimitedActions)
        {
            count = (int)Math.Min(count, state.Schedule.State.RemainingActions);
        }

        var time = times.Next(state.Schedule.State.Paused ? Later(Processed, host.UtcNow) : Processed);
        for (; count > 0 && time is { } next; count--)
        {
            target.Add(Timestamp.FromDateTime(next.Due));
            time = times.Next(next.Nominal);
        }
    }

    private async Task ProcessAsync()
    {
        bool more;
        do
        {
            more = AddDue(host.UtcNow) | AddBackfills();
            var before = state.Buffer.Count;
            var resolution = OverlapResolution.Of(state.Buffer, Info.RunningWorkflows.Count > 0, state.Schedule.Policies.OverlapPolicy);
            await host.SaveAsync(state).ConfigureAwait(false);
            if (before == 0)
            {
                break;
            }

            if (resolution.Cancel || resolution.Terminate)
            {
                foreach (var running in Info.RunningWorkflows)
                {
                    await host.StopAsync(state.Namespace, running, resolution.Terminate).ConfigureAwait(false);
                }
            }

            foreach (var action in resolution.Next is null ? resolution.Overlapping : resolution.Overlapping.Append(resolution.Next))
            {
                await TakeAsync(action).ConfigureAwait(false);
            }

            Info.OverlapSkipped += resolution.Skipped;
            state.Buffer.Clear();
            state.Buffer.AddRange(resolution.Waiting);
            more &= state.Buffer.Count < before;
            if (state.Buffer.Count < before)
            {
                await host.SaveAsync(state).ConfigureAwait(false);
            }
        }
        while (more);
        Arm();
    }

    /// <summary>Buffers the actions that are due; true if there is no room for all of them now.</summary>
    private bool AddDue(DateTime now)
    {
        if (state.Schedule.State.Paused || Exhausted)
        {
            Processed = Later(Processed, now);
            return false;
        }

        var window = state.Schedule.Policies.CatchupWindow.ToTimeSpan();
        window = window < ShortestCatchup ? ShortestCatchup : window;
        var added = 0;
        while (times.Next(Processed) is { } next && next.Due <= now)
        {
            if (added > 0 && state.Buffer.Count >= MaximumBuffer)
            {
                return true;
            }

            Processed = next.Nominal;
            if (now - next.Due > window)
            {
                Info.MissedCatchupWindow++;
            }
            else if (state.Buffer.Count >= MaximumBuffer)
            {
                Info.BufferDropped++;
            }
            else
            {
                added++;
                state.Buffer.Add(new BufferedAction { Nominal = Timestamp.FromDateTime(next.Nominal), Due = Timestamp.FromDateTime(next.Due) });
            }
        }

        return false;
    }

    /// <summary>Buffers the actions of backfills; true if there is no room for all of them now.</summary>
    private bool AddBackfills()
    {
        while (state.Backfills.Count > 0)
        {
            var backfill = state.Backfills[0];
            while (times.Next(backfill.StartTime.ToDateTime().AddTicks(-1)) is { } next && next.Nominal <= backfill.EndTime.ToDateTime())
            {
                // The other half is for what falls due meanwhile.
                if (state.Buffer.Count >= MaximumBuffer / 2)
                {
                    return true;
                }

                var nominal = Timestamp.FromDateTime(next.Nominal);
                state.Buffer.Add(new BufferedAction { Nominal = nominal, Due = nominal, Overlap = backfill.OverlapPolicy, Manual = true });
                backfill.StartTime = Timestamp.FromDateTime(next.Nominal.AddTicks(1));
            }

            state.Backfills.RemoveAt(0);
        }

        return false;
    }

    private async Task TakeAsync(BufferedAction action)
    {
        if (!action.Manual)
        {
            if (state.Schedule.State.Paused || Exhausted)
            {
                return;
            }

            if (state.Schedule.State.LimitedActions)
            {
                state.Schedule.State.RemainingActions--;
            }
        }

        var nominal = action.Nominal.ToDateTime();
        nominal = nominal.AddTicks(-(nominal.Ticks % TimeSpan.TicksPerSecond));
        var workflow = state.Schedule.Action.StartWorkflow;
        var id = string.Create(CultureInfo.InvariantCulture, $"{workflow.WorkflowId}-{nominal:yyyy-MM-ddTHH:mm:ssZ}");
        var attributes = workflow.SearchAttributes?.Clone() ?? new SearchAttributes();
        attributes.IndexedFields["TemporalScheduledStartTime"] =
            SearchAttributePayload.Encode(SearchAttributeKey.CreateDateTimeOffset("TemporalScheduledStartTime"), new DateTimeOffset(nominal));
        attributes.IndexedFields["TemporalScheduledById"] =
            SearchAttributePayload.Encode(SearchAttributeKey.CreateKeyword("TemporalScheduledById"), state.ScheduleId);
        var started = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = workflow.WorkflowType,
            WorkflowId = id,
            TaskQueue = workflow.TaskQueue,
            Input = workflow.Input,
            WorkflowExecutionTimeout = workflow.WorkflowExecutionTimeout,
            WorkflowRunTimeout = workflow.WorkflowRunTimeout,
            WorkflowTaskTimeout = workflow.WorkflowTaskTimeout,
            RetryPolicy = workflow.RetryPolicy?.Clone(),
            Memo = workflow.Memo,
            SearchAttributes = attributes,
            Header = workflow.Header,
            Priority = workflow.Priority,
            VersioningOverride = workflow.VersioningOverride,
            LastCompletionResult = state.LastCompletionResult,
            ContinuedFailure = state.ContinuedFailure,
        };

        // Before it is there, so that its end cannot be missed.
        host.Watch(this, state.Namespace, id);
        var actual = host.UtcNow;
        var (runId, close) = await host.StartAsync(
            new StartWorkflowRequest(state.Namespace, started, workflow.UserMetadata, WorkflowIdReusePolicy.RejectDuplicate, WorkflowIdConflictPolicy.Fail, null),
            e => Info.RecentActions.All(a => a.StartWorkflowResult.RunId != e.RunId)).ConfigureAwait(false);
        if (runId is null)
        {
            return;
        }

        var execution = new WorkflowExecution { WorkflowId = id, RunId = runId };
        Info.ActionCount++;
        Info.RunningWorkflows.Add(execution);
        Info.RecentActions.Add(new ScheduleActionResult
        {
            ScheduleTime = action.Due,
            ActualTime = Timestamp.FromDateTime(actual),
            StartWorkflowResult = execution,
            StartWorkflowStatus = WorkflowExecutionStatus.Running,
        });
        if (Info.RecentActions.Count > RecentActions)
        {
            Info.RecentActions.RemoveAt(0);
        }

        if (close is not null)
        {
            Ended(execution, close);
        }
    }

    private void Ended(WorkflowExecution execution, HistoryEvent close)
    {
        Info.RunningWorkflows.Remove(execution);
        host.Unwatch(state.Namespace, execution.WorkflowId);
        var status = Executions.HistoryEvents.StatusAfter(close.EventType);
        foreach (var recent in Info.RecentActions.Where(a => a.StartWorkflowResult.Equals(execution)))
        {
            recent.StartWorkflowStatus = status;
        }

        Failure? failure = status switch
        {
            WorkflowExecutionStatus.Failed => close.WorkflowExecutionFailedEventAttributes.Failure,
            WorkflowExecutionStatus.TimedOut => new Failure { Message = "workflow timeout", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose } },
            _ => null,
        };
        if (status == WorkflowExecutionStatus.Completed)
        {
            state.LastCompletionResult = close.WorkflowExecutionCompletedEventAttributes.Result;
        }

        if (status == WorkflowExecutionStatus.Completed || failure is not null)
        {
            // After a failure the last good result stays known.
            state.ContinuedFailure = failure;
        }

        if (failure is not null && state.Schedule.Policies.PauseOnFailure)
        {
            state.Schedule.State.Paused = true;
            state.Schedule.State.Notes = $"paused due to workflow {(status == WorkflowExecutionStatus.TimedOut ? "timeout" : "failure")}: {execution.WorkflowId}: {failure.Message}";
        }
    }

    private void Arm()
    {
        timer?.Cancel();
        timer = !state.Schedule.State.Paused && !Exhausted && times.Next(Processed) is { } next
            ? host.Timers.Add(next.Due, () => host.Run(() => InTurnOrNeverAsync(ProcessAsync)))
            : null;
    }
}
