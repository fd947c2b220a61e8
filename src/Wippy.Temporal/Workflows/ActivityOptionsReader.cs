using System;
using System.Threading;
using Temporalio.Workflows;
using Wippy.Runtime;

namespace Wippy.Temporal.Workflows;

/// <summary>Activity options of a call from a workflow (spec/temporal.md section 5).</summary>
internal static class ActivityOptionsReader
{
    private static readonly TimeSpan DefaultStartToClose = TimeSpan.FromMinutes(10);

    /// <summary>Reads the options of a call over the defaults of the entry. Throws <see cref="OptionException"/>.</summary>
    public static ActivityOptions Read(LuaTable? call, LuaTable? defaults, string queue, CancellationToken cancellation)
    {
        var options = new OptionTable("activity", bare: true, call, defaults);
        return new ActivityOptions
        {
            StartToCloseTimeout = Positive(options.Duration("start_to_close_timeout")) ?? DefaultStartToClose,
            ScheduleToCloseTimeout = Positive(options.Duration("schedule_to_close_timeout")),
            ScheduleToStartTimeout = Positive(options.Duration("schedule_to_start_timeout")),
            HeartbeatTimeout = Positive(options.Duration("heartbeat_timeout")),
            ActivityId = options.Text("id"),
            TaskQueue = options.Text("task_queue") ?? queue,
            CancellationType = options.Flag("wait_for_cancellation") == true ? ActivityCancellationType.WaitCancellationCompleted : ActivityCancellationType.TryCancel,
            DisableEagerActivityExecution = options.Flag("disable_eager_execution") ?? false,
            RetryPolicy = options.Retry("retry_policy"),
            Summary = options.Text("summary"),
            Priority = options.Priority("priority"),
            CancellationToken = cancellation,
        };
    }

    private static TimeSpan? Positive(TimeSpan? duration) => duration > TimeSpan.Zero ? duration : null;
}
