using System;
using System.Linq;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Engine.Executions;

/// <summary>How a run ends, by itself or by its timeouts.</summary>
internal sealed partial class Execution
{
    private void StartTimers()
    {
        if (!Running)
        {
            return;
        }

        if (waitingToStart && FirstTaskTime is { } first)
        {
            startTimer = engine.Timers.Add(AtMost(first, first - StartTime), () =>
            {
                lock (gate)
                {
                    if (waitingToStart)
                    {
                        waitingToStart = false;
                        ScheduleTaskIfNone();
                        _ = Commit();
                    }
                }
            });
        }

        DateTime? end = Started.WorkflowExecutionExpirationTime?.ToDateTime();
        if (PendingActivity.Limit(Started.WorkflowRunTimeout) is { } runTimeout)
        {
            var runEnd = (FirstTaskTime ?? StartTime) + runTimeout;
            end = end is { } e && e < runEnd ? e : runEnd;
        }

        if (end is { } due)
        {
            runTimer = engine.Timers.Add(due, TimeOut);
        }
    }

    /// <summary>After a restart with a clock that was set back nothing waits for longer than it was meant to.</summary>
    private DateTime AtMost(DateTime due, TimeSpan wait)
    {
        var latest = engine.UtcNow + wait;
        return due < latest ? due : latest;
    }

    private void TimeOut()
    {
        lock (gate)
        {
            if (!Running)
            {
                return;
            }

            var close = new WorkflowExecutionTimedOutEventAttributes { RetryState = RetryState.Timeout };
            var next = engine.NextRunAfterTimeout(this, close);
            CloseNow(new HistoryEvent { EventType = EventType.WorkflowExecutionTimedOut, WorkflowExecutionTimedOutEventAttributes = close }, next);
            _ = next is null ? Commit() : CommitWith(next);
        }
    }

    private void CloseNow(HistoryEvent close, Execution? next = null)
    {
        if (task is { } current)
        {
            current.Timer?.Cancel();
            current.Backoff?.Dispose();
            if (current.Started)
            {
                RecordTask(current);
                exits++;
            }

            task = null;
        }

        FlushBuffer();
        Add(close);
        AfterClose(close, next);
    }

    private void AfterClose(HistoryEvent close, Execution? next)
    {
        runTimer?.Cancel();
        startTimer?.Cancel();
        foreach (var timer in timers.Values)
        {
            timer.Entry?.Cancel();
        }

        foreach (var id in activities.Keys.ToList())
        {
            RemoveActivity(id);
        }

        foreach (var (id, update) in updates)
        {
            if (next is not null && update.AcceptedEventId == 0)
            {
                // Nobody has seen it yet: it goes to the run that follows.
                update.Sent = false;
                update.RunId = next.RunId;
                next.updates[id] = update;
            }
            else if (!update.Outcome.Task.IsCompleted)
            {
                effects.Add(() => update.Complete(new Outcome
                {
                    Failure = new Failure
                    {
                        Message = update.AcceptedEventId > 0
                            ? "Workflow Update failed because the Workflow completed before the Update completed."
                            : "Workflow Update was rejected because the Workflow completed before it was accepted.",
                        ApplicationFailureInfo = new ApplicationFailureInfo { Type = "AcceptedUpdateCompletedWorkflow", NonRetryable = true },
                    },
                }));
            }
        }

        var orphans = children.Where(c => c.Value.RunId is not null).Select(c => c.Value).ToList();
        foreach (var e in externals.Values.Concat(children.Values.Where(c => c is { RunId: null, Initiated.ParentClosePolicy: ParentClosePolicy.Abandon }).Select(c => c.Event)))
        {
            owed[e.EventId] = e;
            owedChanges.Add(new(e.EventId, true));
        }

        ForgetPending();
        effects.Add(() =>
        {
            Announce(close);
            engine.ExecutionClosed(this, close, orphans);
        });
        DispatchQueries();
    }

    /// <summary>Tells who waits for the end. From here on time stands still: by the time they look at the clock it must not have been skipped further.</summary>
    private void Announce(HistoryEvent close)
    {
        lock (gate)
        {
            closed.TrySetResult(close);
            for (; skips > 0; skips--)
            {
                engine.Timers.Relock();
            }
        }
    }

    /// <summary>Drops what a closed run no longer waits for.</summary>
    private void ForgetPending()
    {
        timers.Clear();
        activities.Clear();
        children.Clear();
        externals.Clear();
    }
}
