using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Engine.Storage;
using Temporalio.Engine.Timers;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Schedules;

/// <summary>The schedules of an engine.</summary>
internal sealed class ScheduleService(IEngine engine, TimerQueue timers, IExecutionStore? store, Action<Func<Task>> background) : IScheduleService, IScheduleHost
{
    private const string Identity = "temporal-scheduler";
    private readonly ConcurrentDictionary<(string Namespace, string Id), ScheduleRunner> schedules = new();
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId), ScheduleRunner> watched = new();

    /// <inheritdoc/>
    public DateTime UtcNow => timers.UtcNow;

    /// <inheritdoc/>
    public TimerQueue Timers => timers;

    /// <summary>Makes the error for a schedule that is not there.</summary>
    /// <param name="id">The schedule id.</param>
    /// <returns>The error.</returns>
    public static RpcException NotFound(string id) => new(RpcException.StatusCode.NotFound, $"schedule \"{id}\" not found", null);

    /// <summary>Goes on with the schedules of the store.</summary>
    /// <param name="stored">The schedules.</param>
    public void Resume(IReadOnlyList<StoredSchedule> stored)
    {
        foreach (var state in stored)
        {
            var runner = schedules[(state.Namespace, state.ScheduleId)] = new ScheduleRunner(this, state);

            // It has its turn before any client can have one.
            var started = runner.StartAsync();
            background(() => started);
        }
    }

    /// <summary>Says that a workflow has ended.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="firstRunId">The first run of its chain.</param>
    /// <param name="close">The last event.</param>
    public void WorkflowClosed(string workflowNamespace, string workflowId, string firstRunId, HistoryEvent close)
    {
        if (watched.TryGetValue((workflowNamespace, workflowId), out var runner))
        {
            background(() => runner.WorkflowClosedAsync(workflowId, firstRunId, close));
        }
    }

    /// <inheritdoc/>
    public async Task CreateAsync(string workflowNamespace, string id, Schedule schedule, Memo? memo, SearchAttributes? searchAttributes, SchedulePatch patch)
    {
        Check(schedule);
        var now = Timestamp.FromDateTime(UtcNow);
        var runner = new ScheduleRunner(this, new StoredSchedule
        {
            Namespace = workflowNamespace,
            ScheduleId = id,
            Schedule = schedule,
            Memo = memo,
            SearchAttributes = searchAttributes,
            Info = new ScheduleInfo { CreateTime = now },
            Processed = now,
        });
        if (!schedules.TryAdd((workflowNamespace, id), runner))
        {
            throw new ScheduleAlreadyRunningException();
        }

        await runner.PatchAsync(patch).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<DescribeScheduleResponse> DescribeAsync(string workflowNamespace, string id) => Find(workflowNamespace, id).DescribeAsync();

    /// <inheritdoc/>
    public Task UpdateAsync(string workflowNamespace, string id, Schedule schedule, SearchAttributes? searchAttributes)
    {
        Check(schedule);
        return Find(workflowNamespace, id).UpdateAsync(schedule, searchAttributes);
    }

    /// <inheritdoc/>
    public Task PatchAsync(string workflowNamespace, string id, SchedulePatch patch) => Find(workflowNamespace, id).PatchAsync(patch);

    /// <inheritdoc/>
    public Task DeleteAsync(string workflowNamespace, string id) => Find(workflowNamespace, id).DeleteAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScheduleListEntry>> ListAsync(string workflowNamespace, string query)
    {
        var filter = ListFilter.Parse(query);
        var entries = new List<ScheduleListEntry>();
        foreach (var (_, runner) in schedules.Where(s => s.Key.Namespace == workflowNamespace).OrderBy(s => s.Key.Id, StringComparer.Ordinal))
        {
            entries.Add(await runner.ListAsync().ConfigureAwait(false));
        }

        var passing = filter.Apply(entries.Select(AsExecution)).Select(i => i.Execution.WorkflowId).ToHashSet(StringComparer.Ordinal);
        return entries.Where(e => passing.Contains(e.ScheduleId)).ToList();
    }

    /// <inheritdoc/>
    public void Run(Func<Task> work) => background(work);

    /// <inheritdoc/>
    public Task SaveAsync(StoredSchedule schedule) =>
        store?.WriteScheduleAsync(new ScheduleWrite(schedule.Namespace, schedule.ScheduleId, StoredBlob.Write(schedule))) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DeleteAsync(ScheduleRunner runner, string workflowNamespace, string id)
    {
        if (store is not null)
        {
            await store.WriteScheduleAsync(new ScheduleWrite(workflowNamespace, id, null)).ConfigureAwait(false);
        }

        foreach (var (key, _) in watched.Where(w => w.Value == runner))
        {
            watched.TryRemove(key, out _);
        }

        schedules.TryRemove((workflowNamespace, id), out _);
    }

    /// <inheritdoc/>
    public async Task<(string? RunId, HistoryEvent? Close)> StartAsync(StartWorkflowRequest request, Func<WorkflowExecution, bool> isLost)
    {
        var id = request.Started.WorkflowId;
        try
        {
            return ((await engine.StartWorkflowAsync(request).ConfigureAwait(false)).RunId, null);
        }
        catch (WorkflowAlreadyStartedException)
        {
            var first = (await engine.GetHistoryAsync(new WorkflowKey(request.Namespace, id, null), 0, false, default).ConfigureAwait(false)).Events[0].WorkflowExecutionStartedEventAttributes;
            if (Attributes(first).SequenceEqual(Attributes(request.Started)) && isLost(new WorkflowExecution { WorkflowId = id, RunId = first.FirstExecutionRunId }))
            {
                return (first.FirstExecutionRunId, await FindCloseAsync(request.Namespace, id).ConfigureAwait(false));
            }

            // As on the server: an action whose id is taken is not taken.
            return (null, null);
        }

        static IEnumerable<ByteString?> Attributes(WorkflowExecutionStartedEventAttributes started) =>
            new[] { "TemporalScheduledById", "TemporalScheduledStartTime" }.Select(n => started.SearchAttributes?.IndexedFields.TryGetValue(n, out var value) == true ? value.Data : null);
    }

    /// <inheritdoc/>
    public async Task StopAsync(string workflowNamespace, WorkflowExecution execution, bool terminate)
    {
        const string Reason = "by schedule overlap policy";
        try
        {
            var key = new WorkflowKey(workflowNamespace, execution.WorkflowId, null);
            await (terminate
                ? engine.TerminateWorkflowAsync(key, execution.RunId, new WorkflowExecutionTerminatedEventAttributes { Reason = "terminated " + Reason, Identity = Identity })
                : engine.RequestCancelWorkflowAsync(key, execution.RunId, new WorkflowExecutionCancelRequestedEventAttributes { Cause = "canceled " + Reason, Identity = Identity })).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            // It has ended meanwhile; the news of it is on its way.
        }
    }

    /// <inheritdoc/>
    public async Task<HistoryEvent?> FindCloseAsync(string workflowNamespace, string workflowId)
    {
        var page = await engine.GetHistoryAsync(new WorkflowKey(workflowNamespace, workflowId, null), 0, false, default).ConfigureAwait(false);
        return page.Closed ? page.Events[^1] : null;
    }

    /// <inheritdoc/>
    public void Watch(ScheduleRunner runner, string workflowNamespace, string workflowId) => watched[(workflowNamespace, workflowId)] = runner;

    /// <inheritdoc/>
    public void Unwatch(string workflowNamespace, string workflowId) => watched.TryRemove((workflowNamespace, workflowId), out _);

    /// <summary>Fills in what clients may leave out and checks the rest.</summary>
    private static void Check(Schedule schedule)
    {
        schedule.Policies ??= new SchedulePolicies();
        schedule.State ??= new ScheduleState();
        schedule.Spec ??= new ScheduleSpec();
        schedule.Policies.CatchupWindow ??= Duration.FromTimeSpan(TimeSpan.FromDays(365));
        if (schedule.Policies.OverlapPolicy == ScheduleOverlapPolicy.Unspecified)
        {
            schedule.Policies.OverlapPolicy = ScheduleOverlapPolicy.Skip;
        }

        try
        {
            ScheduleTimes.Normalize(schedule.Spec);
            _ = new ScheduleTimes(schedule.Spec, string.Empty).Next(DateTime.UnixEpoch);
        }
        catch (FormatException e)
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, $"Invalid schedule spec: {e.Message}", null);
        }
    }

    /// <summary>The form in which list filters know what they filter.</summary>
    private static WorkflowExecutionInfo AsExecution(ScheduleListEntry entry)
    {
        var info = new WorkflowExecutionInfo
        {
            Execution = new WorkflowExecution { WorkflowId = entry.ScheduleId },
            StartTime = Timestamp.FromDateTime(DateTime.UnixEpoch),
            SearchAttributes = entry.SearchAttributes?.Clone() ?? new SearchAttributes(),
        };
        info.SearchAttributes.IndexedFields["ScheduleId"] = SearchAttributePayload.Encode(SearchAttributeKey.CreateKeyword("ScheduleId"), entry.ScheduleId);
        info.SearchAttributes.IndexedFields["TemporalSchedulePaused"] = SearchAttributePayload.Encode(SearchAttributeKey.CreateBool("TemporalSchedulePaused"), entry.Info.Paused);
        return info;
    }

    private ScheduleRunner Find(string workflowNamespace, string id) =>
        schedules.TryGetValue((workflowNamespace, id), out var runner) ? runner : throw NotFound(id);
}
