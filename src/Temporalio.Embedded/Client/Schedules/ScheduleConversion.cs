using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Between schedules and the messages of the API.</summary>
internal static class ScheduleConversion
{
    /// <summary>Converts a schedule to the API form.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="converter">The converter.</param>
    /// <returns>The API form.</returns>
    /// <exception cref="ArgumentException">The action has options that scheduled workflows cannot have, or the limit is contradictory.</exception>
    public static async Task<Proto.Schedule> ToProtoAsync(Schedule schedule, DataConverter converter)
    {
        if (schedule.State.LimitedActions != schedule.State.RemainingActions > 0)
        {
            throw new ArgumentException(schedule.State.LimitedActions
                ? "Must set remaining actions if actions are limited"
                : "Must set limited actions if there are remaining actions");
        }

        return new Proto.Schedule
        {
            Action = new Proto.ScheduleAction { StartWorkflow = await ToProtoAsync(schedule.Action, converter).ConfigureAwait(false) },
            Spec = ToProto(schedule.Spec),
            Policies = new SchedulePolicies
            {
                OverlapPolicy = schedule.Policy.Overlap,
                CatchupWindow = Duration.FromTimeSpan(schedule.Policy.CatchupWindow),
                PauseOnFailure = schedule.Policy.PauseOnFailure,
            },
            State = new Proto.ScheduleState
            {
                Notes = schedule.State.Note ?? string.Empty,
                Paused = schedule.State.Paused,
                LimitedActions = schedule.State.LimitedActions,
                RemainingActions = schedule.State.RemainingActions,
            },
        };
    }

    /// <summary>Converts a schedule from the API form. Arguments, memo and headers stay encoded.</summary>
    /// <param name="proto">The API form.</param>
    /// <param name="converter">The converter.</param>
    /// <returns>The schedule.</returns>
    public static async Task<Schedule> FromProtoAsync(Proto.Schedule proto, DataConverter converter) =>
        new(await FromProtoAsync(proto.Action.StartWorkflow, converter).ConfigureAwait(false), FromProto(proto.Spec))
        {
            Policy = new SchedulePolicy
            {
                Overlap = proto.Policies.OverlapPolicy,
                CatchupWindow = proto.Policies.CatchupWindow.ToTimeSpan(),
                PauseOnFailure = proto.Policies.PauseOnFailure,
            },
            State = new ScheduleState
            {
                Note = NullIfEmpty(proto.State.Notes),
                Paused = proto.State.Paused,
                LimitedActions = proto.State.LimitedActions,
                RemainingActions = proto.State.RemainingActions,
            },
        };

    /// <summary>Converts backfills to the API form.</summary>
    /// <param name="backfills">The backfills.</param>
    /// <returns>The API form.</returns>
    public static IEnumerable<BackfillRequest> ToProto(IEnumerable<ScheduleBackfill> backfills) => backfills.Select(b => new BackfillRequest
    {
        StartTime = Timestamp.FromDateTime(b.StartAt),
        EndTime = Timestamp.FromDateTime(b.EndAt),
        OverlapPolicy = b.Overlap,
    });

    /// <summary>Converts the information of a description.</summary>
    /// <param name="info">The API form.</param>
    /// <returns>The information.</returns>
    public static ScheduleInfo ToInfo(Proto.ScheduleInfo info) => new(
        info.ActionCount,
        info.MissedCatchupWindow,
        info.OverlapSkipped,
        info.RunningWorkflows.Select(Execution).ToList(),
        info.RecentActions.Select(Result).ToList(),
        info.FutureActionTimes.Select(t => t.ToDateTime()).ToList(),
        info.CreateTime.ToDateTime(),
        info.UpdateTime?.ToDateTime());

    /// <summary>Converts the information of a list entry.</summary>
    /// <param name="info">The API form.</param>
    /// <returns>The information.</returns>
    public static ScheduleListInfo ToListInfo(Proto.ScheduleListInfo info) =>
        new(info.RecentActions.Select(Result).ToList(), info.FutureActionTimes.Select(t => t.ToDateTime()).ToList());

    /// <summary>Converts the schedule of a list entry.</summary>
    /// <param name="info">The API form.</param>
    /// <returns>The schedule.</returns>
    public static ScheduleListSchedule ToListSchedule(Proto.ScheduleListInfo info) => new(
        new ScheduleListActionStartWorkflow(info.WorkflowType.Name),
        FromProto(info.Spec),
        new ScheduleListState(NullIfEmpty(info.Notes), info.Paused));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static ScheduleActionExecution Execution(Api.Common.V1.WorkflowExecution execution) =>
        new ScheduleActionExecutionStartWorkflow(execution.WorkflowId, execution.RunId);

    private static ScheduleActionResult Result(Proto.ScheduleActionResult result) =>
        new(result.ScheduleTime.ToDateTime(), result.ActualTime.ToDateTime(), Execution(result.StartWorkflowResult));

    private static Proto.ScheduleSpec ToProto(ScheduleSpec spec) => new()
    {
        StructuredCalendar = { spec.Calendars.Select(ToProto) },
        CronString = { spec.CronExpressions },
        Interval =
        {
            spec.Intervals.Select(i => new IntervalSpec
            {
                Interval = Duration.FromTimeSpan(i.Every),
                Phase = PayloadConversion.ToDuration(i.Offset),
            }),
        },
        ExcludeStructuredCalendar = { spec.Skip.Select(ToProto) },
        StartTime = spec.StartAt is { } start ? Timestamp.FromDateTime(start) : null,
        EndTime = spec.EndAt is { } end ? Timestamp.FromDateTime(end) : null,
        Jitter = PayloadConversion.ToDuration(spec.Jitter),
        TimezoneName = spec.TimeZoneName ?? string.Empty,
    };

    private static ScheduleSpec FromProto(Proto.ScheduleSpec spec) => new()
    {
        Calendars = spec.StructuredCalendar.Select(FromProto).ToList(),
        CronExpressions = spec.CronString.ToList(),
        Intervals = spec.Interval.Select(i => new ScheduleIntervalSpec(i.Interval.ToTimeSpan(), i.Phase?.ToTimeSpan())).ToList(),
        Skip = spec.ExcludeStructuredCalendar.Select(FromProto).ToList(),
        StartAt = spec.StartTime?.ToDateTime(),
        EndAt = spec.EndTime?.ToDateTime(),
        Jitter = spec.Jitter?.ToTimeSpan(),
        TimeZoneName = NullIfEmpty(spec.TimezoneName),
    };

    private static StructuredCalendarSpec ToProto(ScheduleCalendarSpec calendar)
    {
        return new StructuredCalendarSpec
        {
            Second = { Ranges(calendar.Second) },
            Minute = { Ranges(calendar.Minute) },
            Hour = { Ranges(calendar.Hour) },
            DayOfMonth = { Ranges(calendar.DayOfMonth) },
            Month = { Ranges(calendar.Month) },
            Year = { Ranges(calendar.Year) },
            DayOfWeek = { Ranges(calendar.DayOfWeek) },
            Comment = calendar.Comment ?? string.Empty,
        };

        static IEnumerable<Proto.Range> Ranges(IReadOnlyCollection<ScheduleRange> ranges) =>
            ranges.Select(r => new Proto.Range { Start = r.Start, End = r.End, Step = r.Step });
    }

    private static ScheduleCalendarSpec FromProto(StructuredCalendarSpec calendar)
    {
        return new ScheduleCalendarSpec
        {
            Second = Ranges(calendar.Second),
            Minute = Ranges(calendar.Minute),
            Hour = Ranges(calendar.Hour),
            DayOfMonth = Ranges(calendar.DayOfMonth),
            Month = Ranges(calendar.Month),
            Year = Ranges(calendar.Year),
            DayOfWeek = Ranges(calendar.DayOfWeek),
            Comment = NullIfEmpty(calendar.Comment),
        };

        static List<ScheduleRange> Ranges(IEnumerable<Proto.Range> ranges) => ranges.Select(r => new ScheduleRange(r.Start, r.End, r.Step)).ToList();
    }

    private static async Task<NewWorkflowExecutionInfo> ToProtoAsync(ScheduleAction action, DataConverter converter)
    {
        if (action is not ScheduleActionStartWorkflow start)
        {
            throw new ArgumentException($"Unknown schedule action {action.GetType().Name}");
        }

        var options = start.Options;
        Refuse(options.IdReusePolicy != WorkflowIdReusePolicy.AllowDuplicate, "an id reuse policy");
        Refuse(options.IdConflictPolicy != WorkflowIdConflictPolicy.Unspecified, "an id conflict policy");
        Refuse(options.CronSchedule is not null, "a cron schedule");
        Refuse(options.StartSignal is not null || options.StartSignalArgs is not null, "a start signal");
        Refuse(options.StartDelay is not null, "a start delay");
        Refuse(options.RequestEagerStart, "an eager start");
        Refuse(options.Rpc is not null, "RPC options");
        var info = new NewWorkflowExecutionInfo
        {
            WorkflowId = options.Id ?? throw new ArgumentException("ID required on workflow action"),
            WorkflowType = new WorkflowType { Name = start.Workflow },
            TaskQueue = new Api.TaskQueue.V1.TaskQueue { Name = options.TaskQueue ?? throw new ArgumentException("Task queue required on workflow action"), Kind = TaskQueueKind.Normal },
            Input = new Payloads(),
            WorkflowExecutionTimeout = PayloadConversion.ToDuration(options.ExecutionTimeout),
            WorkflowRunTimeout = PayloadConversion.ToDuration(options.RunTimeout),
            WorkflowTaskTimeout = PayloadConversion.ToDuration(options.TaskTimeout),
            RetryPolicy = options.RetryPolicy?.ToProto(),
            SearchAttributes = options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            UserMetadata = await PayloadConversion.ToMetadataAsync(converter, options).ConfigureAwait(false),
            Priority = options.Priority?.ToProto(),
            VersioningOverride = options.VersioningOverride?.ToProto(),
        };
        foreach (var arg in start.Args)
        {
            info.Input.Payloads_.Add(await EncodeAsync(arg, converter).ConfigureAwait(false));
        }

        if (options.Memo is { Count: > 0 } memo)
        {
            info.Memo = new Memo();
            foreach (var (key, value) in memo)
            {
                info.Memo.Fields[key] = await EncodeAsync(value, converter).ConfigureAwait(false);
            }
        }

        if (start.Headers is { Count: > 0 } headers)
        {
            info.Header = new Header { Fields = { headers.ToDictionary(h => h.Key, h => h.Value.Payload, StringComparer.Ordinal) } };
        }

        return info;
    }

    /// <summary>What a description has given is encoded already.</summary>
    private static async Task<Payload> EncodeAsync(object? value, DataConverter converter) =>
        value is IEncodedRawValue encoded ? encoded.Payload : await converter.ToPayloadAsync(value).ConfigureAwait(false);

    private static void Refuse(bool isSet, string what)
    {
        if (isSet)
        {
            throw new ArgumentException($"A scheduled workflow cannot have {what}");
        }
    }

    private static async Task<ScheduleAction> FromProtoAsync(NewWorkflowExecutionInfo info, DataConverter converter)
    {
        var options = new WorkflowOptions(info.WorkflowId, info.TaskQueue.Name)
        {
            ExecutionTimeout = info.WorkflowExecutionTimeout?.ToTimeSpan(),
            RunTimeout = info.WorkflowRunTimeout?.ToTimeSpan(),
            TaskTimeout = info.WorkflowTaskTimeout?.ToTimeSpan(),
            RetryPolicy = info.RetryPolicy is { } retry ? Common.RetryPolicy.FromProto(retry) : null,
            Memo = info.Memo?.Fields.ToDictionary(f => f.Key, f => (object)new EncodedRawValue(converter, f.Value), StringComparer.Ordinal),
            TypedSearchAttributes = info.SearchAttributes is { } attributes ? SearchAttributeCollection.FromProto(attributes) : null,
            Priority = info.Priority is { } priority ? Common.Priority.FromProto(priority) : null,
            VersioningOverride = Common.VersioningOverride.FromProto(info.VersioningOverride),
            StaticSummary = await TextAsync(info.UserMetadata?.Summary).ConfigureAwait(false),
            StaticDetails = await TextAsync(info.UserMetadata?.Details).ConfigureAwait(false),
        };
        return new ScheduleActionStartWorkflow(
            info.WorkflowType.Name,
            info.Input.Payloads_.Select(p => (object?)new EncodedRawValue(converter, p)).ToList(),
            options,
            info.Header?.Fields.ToDictionary(f => f.Key, f => (IEncodedRawValue)new EncodedRawValue(converter, f.Value), StringComparer.Ordinal));

        async Task<string?> TextAsync(Payload? payload) => payload is null ? null : await converter.ToValueAsync<string>(payload).ConfigureAwait(false);
    }
}
