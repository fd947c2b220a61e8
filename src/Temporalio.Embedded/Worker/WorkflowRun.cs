using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Engine.Executions;
using Temporalio.Exceptions;

namespace Temporalio.Worker;

/// <summary>
/// A run as a worker has it in memory: turns history into activations and holds the commands against the events that they
/// became. A mismatch is non-determinism.
/// </summary>
/// <param name="create">Makes the instance from the first event.</param>
internal sealed class WorkflowRun(Func<HistoryEvent, WorkflowInstance> create)
{
    private static readonly EventType Newest = Enum.GetValues<EventType>().Max();
    private readonly Queue<WorkflowCommand> unmatched = new();
    private readonly Dictionary<int, LocalActivityCall> localActivities = [];
    private readonly List<LocalActivityCall> localActivitiesInOrder = [];
    private readonly Dictionary<string, Request> admitted = new(StringComparer.Ordinal);
    private readonly List<HistoryEvent> pending = [];
    private WorkflowInstance? instance;

    /// <summary>Gets or sets what the payloads of its events are for; null before its first task.</summary>
    public SerializationContexts? SerializationContexts { get; set; }

    /// <summary>Gets the last event that has been processed.</summary>
    public long LastEventId { get; private set; }

    /// <summary>Gets the instance.</summary>
    /// <exception cref="InvalidOperationException">No event has been processed.</exception>
    public WorkflowInstance Instance => instance ?? throw new InvalidOperationException("The run has no history yet");

    /// <summary>Gets a value indicating whether the instance exists.</summary>
    public bool HasInstance => instance is not null;

    /// <summary>Gets the lock: a run does one thing at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Gets or sets a value indicating whether it was dropped from the cache.</summary>
    public bool Evicted { get; set; }

    /// <summary>Gets the local activities that have not ended.</summary>
    public IReadOnlyCollection<LocalActivityCall> LocalActivities => localActivities.Values;

    /// <summary>Gets the local activities that are under way in this worker.</summary>
    public Dictionary<LocalActivityCall, Task<LocalActivityEnd>> RunningLocalActivities { get; } = [];

    /// <summary>Makes the instance if it is not there yet.</summary>
    /// <param name="events">The events; the first of the run must be among them then.</param>
    public void Prepare(IReadOnlyList<HistoryEvent> events)
    {
        if (instance is null && events.Count > 0 && events[0].EventType == EventType.WorkflowExecutionStarted)
        {
            instance = create(events[0]);
        }
    }

    /// <summary>Checks, at the end of a history, that no command is left over.</summary>
    /// <exception cref="WorkflowNondeterminismException">One is.</exception>
    public void Finish()
    {
        DropDeprecatedPatches();
        if (unmatched.TryPeek(out var missing))
        {
            throw new WorkflowNondeterminismException(
                $"[TMPRL1100] Nondeterminism error: the workflow made the command {Describe(missing.Event)}, but the history has no such event");
        }
    }

    /// <summary>Processes events up to the start of a workflow task, or up to the last completed task.</summary>
    /// <param name="events">The events after <see cref="LastEventId"/>.</param>
    /// <param name="startedEventId">The task to perform; 0 if events are only to be repeated.</param>
    /// <param name="updates">The updates that come with the task.</param>
    /// <exception cref="WorkflowNondeterminismException">The commands are not those of the history.</exception>
    public void Apply(IReadOnlyList<HistoryEvent> events, long startedEventId, IReadOnlyList<Request> updates)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (e.EventId <= LastEventId)
            {
                continue;
            }

            if (e.EventType == EventType.WorkflowTaskStarted)
            {
                var current = e.EventId == startedEventId;
                var completed = i + 1 < events.Count && events[i + 1].EventType == EventType.WorkflowTaskCompleted;
                if (!current && !completed)
                {
                    if (i + 1 == events.Count)
                    {
                        // A task that others perform: nothing after the last completed one is known yet.
                        return;
                    }
                }
                else
                {
                    LastEventId = e.EventId;
                    Activate(e, events, i, !current, current ? updates : []);
                    continue;
                }
            }
            else if (HistoryEvents.IsCommand(e.EventType))
            {
                Match(e);
            }
            else if (e.EventType == EventType.WorkflowExecutionStarted)
            {
                instance ??= create(e);
            }
            else if (e.EventType != EventType.WorkflowTaskCompleted)
            {
                CheckSupported(e);
                if (e.WorkflowExecutionUpdateAdmittedEventAttributes is { } update)
                {
                    admitted[update.Request.Meta.UpdateId] = update.Request;
                }

                pending.Add(e);
                if (startedEventId == 0 && !HasCompletedTaskAfter(events, i))
                {
                    // For a query: what no task has seen yet stays unseen.
                    pending.RemoveAt(pending.Count - 1);
                    return;
                }
            }

            LastEventId = e.EventId;
        }
    }

    /// <summary>Forgets a task that left no trace in the history.</summary>
    /// <param name="lastEventId">The last event before it, which the history has.</param>
    public void Discard(long lastEventId) => LastEventId = lastEventId;

    /// <summary>Takes the commands of the task: what the answer carries.</summary>
    /// <returns>The events that they will become.</returns>
    public List<HistoryEvent> TakeCommands()
    {
        var commands = Instance.TakeCommands();
        commands.ForEach(unmatched.Enqueue);
        return commands.ConvertAll(c => c.Event);
    }

    /// <summary>Takes the local activities that are to be started.</summary>
    /// <returns>The calls.</returns>
    public List<LocalActivityCall> StartLocalActivities()
    {
        var calls = Instance.TakeLocalActivities();
        calls.ForEach(c => localActivities[c.Sequence] = c);
        localActivitiesInOrder.AddRange(calls);
        return calls;
    }

    /// <summary>Ends a local activity.</summary>
    /// <param name="call">The call.</param>
    /// <param name="end">How it ended.</param>
    public void EndLocalActivity(LocalActivityCall call, LocalActivityEnd end)
    {
        localActivities.Remove(call.Sequence);
        Instance.ResolveLocalActivity(call, end);
    }

    /// <summary>Answers a query.</summary>
    /// <param name="id">The query id.</param>
    /// <param name="query">The query.</param>
    /// <returns>The answer.</returns>
    public WorkflowQueryResult Query(string id, WorkflowQuery query) => Instance.Query(id, query);

    /// <summary>Events that a worker may not know must not change what a workflow does; of others nobody can say that.</summary>
    private static void CheckSupported(HistoryEvent e)
    {
        if (!e.WorkerMayIgnore && (e.EventType == EventType.Unspecified || e.EventType > Newest || e.EventType is >= EventType.NexusOperationScheduled and <= EventType.NexusOperationCancelRequested))
        {
            throw new WorkflowNondeterminismException($"[TMPRL1100] Nondeterminism error: event {e.EventId} is {e.EventType}, which this engine does not know or support");
        }
    }

    private static bool HasCompletedTaskAfter(IReadOnlyList<HistoryEvent> events, int index)
    {
        for (var i = index + 1; i < events.Count; i++)
        {
            if (events[i].EventType == EventType.WorkflowTaskCompleted)
            {
                return true;
            }
        }

        return false;
    }

    private void Activate(HistoryEvent started, IReadOnlyList<HistoryEvent> events, int index, bool replaying, IReadOnlyList<Request> updates)
    {
        CheckAllMatched(started);
        var patches = new List<string>();
        var markers = new List<HistoryEvent>();
        var accepted = new List<Request>();
        if (replaying)
        {
            for (var i = index + 2; i < events.Count && HistoryEvents.IsCommand(events[i].EventType); i++)
            {
                if (Markers.IsPatch(events[i], out var patch, out _))
                {
                    patches.Add(patch);
                }
                else if (Markers.LocalActivityOf(events[i]) is not null)
                {
                    markers.Add(events[i]);
                }
                else if (events[i].EventType == EventType.WorkflowExecutionUpdateAccepted)
                {
                    accepted.Add(RequestOf(events[i]));
                }
            }
        }

        var attributes = started.WorkflowTaskStartedEventAttributes;
        var activation = new Activation
        {
            Time = started.EventTime.ToDateTime(),
            Replaying = replaying,
            HistoryLength = (int)started.EventId,
            HistorySize = (int)attributes.HistorySizeBytes,
            SuggestContinueAsNew = attributes is { SuggestContinueAsNew: true, SuggestContinueAsNewReasons.Count: 0 }
                ? [SuggestContinueAsNewReason.Unspecified]
                : attributes.SuggestContinueAsNewReasons,
            Events = [.. pending],
            Updates = replaying ? accepted : updates,
            Patches = patches,
        };
        pending.Clear();
        Instance.Activate(activation);
        if (!replaying)
        {
            return;
        }

        foreach (var marker in markers)
        {
            StartLocalActivities();
            var (sequence, alone, type, end) = Markers.LocalActivityOf(marker)!;
            if (CallOf(sequence, alone) is not { } call || !string.Equals(call.ActivityType, type, StringComparison.Ordinal))
            {
                throw new WorkflowNondeterminismException(
                    $"[TMPRL1100] Nondeterminism error: event {marker.EventId} records local activity {sequence} of type '{type}', but the workflow did not call it");
            }

            EndLocalActivity(call, end);
        }

        StartLocalActivities();
        TakeCommands();
        Instance.TakeRejectedUpdates();
    }

    /// <summary>Finds a local activity by its number among all activities or, in histories of old, among the local ones.</summary>
    private LocalActivityCall? CallOf(int sequence, bool alone) =>
        !alone ? localActivities.GetValueOrDefault(sequence)
        : sequence > 0 && sequence <= localActivitiesInOrder.Count && localActivities.ContainsValue(localActivitiesInOrder[sequence - 1]) ? localActivitiesInOrder[sequence - 1]
        : null;

    /// <summary>Gets what an update asks for: an event of its own has it if it came before a reset.</summary>
    private Request RequestOf(HistoryEvent e)
    {
        var attributes = e.WorkflowExecutionUpdateAcceptedEventAttributes;
        return attributes.AcceptedRequest ?? admitted.GetValueOrDefault(attributes.ProtocolInstanceId)
            ?? throw new InvalidOperationException($"Event {e.EventId} accepts the update '{attributes.ProtocolInstanceId}', but the history does not have its request");
    }

    private void CheckAllMatched(HistoryEvent next)
    {
        DropDeprecatedPatches();
        if (unmatched.TryPeek(out var missing))
        {
            throw new WorkflowNondeterminismException(
                $"[TMPRL1100] Nondeterminism error: the workflow made the command {Describe(missing.Event)}, but the history has no such event before event {next.EventId} ({next.EventType})");
        }
    }

    /// <summary>A deprecated patch needs no marker in the history.</summary>
    private void DropDeprecatedPatches()
    {
        while (unmatched.TryPeek(out var command) && Markers.IsPatch(command.Event, out _, out var deprecated) && deprecated)
        {
            unmatched.Dequeue();
        }
    }

    private void Match(HistoryEvent e)
    {
        while (true)
        {
            var patchEvent = Markers.IsPatch(e, out var eventPatch, out var eventDeprecated);
            if (unmatched.TryPeek(out var command) && Markers.IsPatch(command.Event, out var commandPatch, out var commandDeprecated))
            {
                if (patchEvent && string.Equals(eventPatch, commandPatch, StringComparison.Ordinal))
                {
                    unmatched.Dequeue();
                    return;
                }

                if (commandDeprecated)
                {
                    unmatched.Dequeue();
                    continue;
                }
            }

            if (patchEvent && eventDeprecated)
            {
                return;
            }

            if (IsChangeVersion(e) && (command is null || !IsChangeVersion(command.Event)))
            {
                return;
            }

            if (command is null)
            {
                throw new WorkflowNondeterminismException(
                    $"[TMPRL1100] Nondeterminism error: event {e.EventId} is {Describe(e)}, but the workflow made no further command");
            }

            if (!Matches(command, e))
            {
                throw new WorkflowNondeterminismException(
                    $"[TMPRL1100] Nondeterminism error: event {e.EventId} is {Describe(e)}, but the workflow made the command {Describe(command.Event)}");
            }

            unmatched.Dequeue();
            command.Match(e);
            return;
        }
    }

    /// <summary>The official SDK notes patches in a search attribute too; the embedded one does not.</summary>
    private static bool IsChangeVersion(HistoryEvent e) =>
        e.EventType == EventType.UpsertWorkflowSearchAttributes
        && e.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes?.IndexedFields.ContainsKey("TemporalChangeVersion") == true;

    private static bool Matches(WorkflowCommand command, HistoryEvent e)
    {
        var made = command.Event;
        return made.EventType == e.EventType && (command.AnyId
            ? string.Equals(Type(made), Type(e), StringComparison.Ordinal)
            : string.Equals(Identity(made), Identity(e), StringComparison.Ordinal) || SameLocalActivity(made, e));

        static string? Type(HistoryEvent e) => e.ActivityTaskScheduledEventAttributes?.ActivityType.Name ?? e.StartChildWorkflowExecutionInitiatedEventAttributes?.WorkflowType.Name;
    }

    /// <summary>The marker was looked up by its number before, so that a number of old is right if the type is.</summary>
    private static bool SameLocalActivity(HistoryEvent made, HistoryEvent e) =>
        Markers.LocalActivityOf(e) is { Alone: true } recorded && Markers.LocalActivityOf(made) is { } called && string.Equals(recorded.ActivityType, called.ActivityType, StringComparison.Ordinal);

    private static string Identity(HistoryEvent e) => e.EventType switch
    {
        EventType.ActivityTaskScheduled => $"{e.ActivityTaskScheduledEventAttributes.ActivityId} '{e.ActivityTaskScheduledEventAttributes.ActivityType.Name}'",
        EventType.ActivityTaskCancelRequested => $"of event {e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId}",
        EventType.TimerStarted => e.TimerStartedEventAttributes.TimerId,
        EventType.TimerCanceled => e.TimerCanceledEventAttributes.TimerId,
        EventType.StartChildWorkflowExecutionInitiated =>
            $"{e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId} '{e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowType.Name}'",
        EventType.SignalExternalWorkflowExecutionInitiated =>
            $"'{e.SignalExternalWorkflowExecutionInitiatedEventAttributes.SignalName}' to {e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId}",
        EventType.RequestCancelExternalWorkflowExecutionInitiated => e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId,
        EventType.WorkflowExecutionUpdateAccepted => e.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId,
        EventType.WorkflowExecutionUpdateCompleted => e.WorkflowExecutionUpdateCompletedEventAttributes.Meta.UpdateId,
        EventType.MarkerRecorded => Marker(e),
        _ => string.Empty,
    };

    private static string Marker(HistoryEvent e)
    {
        if (Markers.IsPatch(e, out var patch, out _))
        {
            return $"patch '{patch}'";
        }

        return Markers.LocalActivityOf(e) is { } call
            ? $"local activity {call.Sequence} '{call.ActivityType}'"
            : e.MarkerRecordedEventAttributes.MarkerName;
    }

    private static string Describe(HistoryEvent e) => Identity(e) is { Length: > 0 } identity ? $"{e.EventType} {identity}" : e.EventType.ToString();
}
