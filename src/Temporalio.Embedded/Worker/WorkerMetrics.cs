using System;
using System.Collections.Concurrent;
using Temporalio.Common;
using Temporalio.Runtime;

namespace Temporalio.Worker;

/// <summary>The metrics of a worker, with the names and tags that the official SDK gives them (docs.temporal.io/references/sdk-metrics).</summary>
internal sealed class WorkerMetrics
{
    private readonly MetricMeter meter;
    private readonly string prefix;
    private readonly ConcurrentDictionary<string, ActivityMetrics> activities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ActivityMetrics> localActivities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkflowMetrics> workflows = new(StringComparer.Ordinal);
    private readonly MetricCounter<long> workerStarts;

    /// <summary>Initializes a new instance of the <see cref="WorkerMetrics"/> class.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="workerNamespace">The namespace.</param>
    /// <param name="taskQueue">The task queue.</param>
    public WorkerMetrics(TemporalRuntime runtime, string workerNamespace, string taskQueue)
    {
        meter = runtime.MetricMeter.WithTags([new("namespace", workerNamespace), new("task_queue", taskQueue)]);
        prefix = runtime.MetricPrefix;
        IsEnabled = meter is not NoMetricMeter;
        workerStarts = Counter(meter, "worker_start", "Count of the number of initialized workers");
    }

    /// <summary>Gets a value indicating whether anybody looks.</summary>
    public bool IsEnabled { get; }

    /// <summary>Gets the meter with the tags of the worker.</summary>
    public MetricMeter Meter => meter;

    /// <summary>Gets the meter that an activity sees.</summary>
    /// <param name="activityType">The type of the activity.</param>
    /// <returns>The meter.</returns>
    public MetricMeter ActivityMeter(string activityType) => IsEnabled ? meter.WithTags([new("activity_type", activityType)]) : meter;

    /// <summary>Gets the meter that a workflow sees.</summary>
    /// <param name="workflowType">The type of the workflow.</param>
    /// <returns>The meter.</returns>
    public MetricMeter WorkflowMeter(string workflowType) => IsEnabled ? meter.WithTags([new("workflow_type", workflowType)]) : meter;

    /// <summary>Counts a started worker.</summary>
    public void WorkerStarted() => workerStarts.Add(1);

    /// <summary>Gets the metrics of activities of a type.</summary>
    /// <param name="activityType">The type.</param>
    /// <returns>The metrics.</returns>
    public ActivityMetrics Activity(string activityType) =>
        activities.GetOrAdd(activityType, type => new ActivityMetrics(this, ActivityMeter(type), "activity"));

    /// <summary>Gets the metrics of local activities of a type.</summary>
    /// <param name="activityType">The type.</param>
    /// <returns>The metrics.</returns>
    public ActivityMetrics LocalActivity(string activityType) =>
        localActivities.GetOrAdd(activityType, type => new ActivityMetrics(this, ActivityMeter(type), "local_activity"));

    /// <summary>Gets the metrics of workflows of a type.</summary>
    /// <param name="workflowType">The type.</param>
    /// <returns>The metrics.</returns>
    public WorkflowMetrics Workflow(string workflowType) =>
        workflows.GetOrAdd(workflowType, type => new WorkflowMetrics(this, WorkflowMeter(type)));

    private MetricCounter<long> Counter(MetricMeter of, string name, string description) => of.CreateCounter<long>(prefix + name, null, description);

    private MetricHistogram<TimeSpan> Duration(MetricMeter of, string name, string description) =>
        of.CreateHistogram<TimeSpan>(prefix + name, ForwardingMetricMeter.DurationUnit, description);

    /// <summary>The metrics of activities of one type.</summary>
    internal sealed class ActivityMetrics(WorkerMetrics owner, MetricMeter meter, string kind)
    {
        /// <summary>Gets the count of failed attempts.</summary>
        public MetricCounter<long> ExecutionFailed { get; } = owner.Counter(meter, $"{kind}_execution_failed", "Count of activity execution failures");

        /// <summary>Gets the count of cancelled executions.</summary>
        public MetricCounter<long> ExecutionCanceled { get; } = owner.Counter(meter, $"{kind}_execution_cancelled", "Count of activity executions that ended as cancelled");

        /// <summary>Gets the time from the hand-over of a task to its answer.</summary>
        public MetricHistogram<TimeSpan> ExecutionLatency { get; } = owner.Duration(meter, $"{kind}_execution_latency", "Histogram of activity execution latencies");

        /// <summary>Gets the time from the schedule of an attempt to its start.</summary>
        public MetricHistogram<TimeSpan> ScheduleToStartLatency { get; } =
            owner.Duration(meter, $"{kind}_schedule_to_start_latency", "Histogram of activity schedule-to-start latencies");

        /// <summary>Gets the time from the first schedule to success.</summary>
        public MetricHistogram<TimeSpan> SucceedEndToEndLatency { get; } =
            owner.Duration(meter, $"{kind}_succeed_endtoend_latency", "Histogram of activity execution latencies for successful activities");
    }

    /// <summary>The metrics of workflows of one type.</summary>
    internal sealed class WorkflowMetrics(WorkerMetrics owner, MetricMeter meter)
    {
        /// <summary>Gets the count of cancelled workflows.</summary>
        public MetricCounter<long> Canceled { get; } = owner.Counter(meter, "workflow_canceled", "Count of canceled workflows");

        /// <summary>Gets the count of completed workflows.</summary>
        public MetricCounter<long> Completed { get; } = owner.Counter(meter, "workflow_completed", "Count of completed workflows");

        /// <summary>Gets the count of workflows that continued as new.</summary>
        public MetricCounter<long> ContinuedAsNew { get; } = owner.Counter(meter, "workflow_continue_as_new", "Count of continued-as-new workflows");

        /// <summary>Gets the time from the start of a run to its end.</summary>
        public MetricHistogram<TimeSpan> EndToEndLatency { get; } = owner.Duration(meter, "workflow_endtoend_latency", "Histogram of total workflow execution latencies");

        /// <summary>Gets the count of failed workflows.</summary>
        public MetricCounter<long> Failed { get; } = owner.Counter(meter, "workflow_failed", "Count of failed workflows");

        /// <summary>Gets the count of failed workflow tasks.</summary>
        public MetricCounter<long> TaskExecutionFailed { get; } = owner.Counter(meter, "workflow_task_execution_failed", "Count of workflow task execution failures");

        /// <summary>Gets the time that workflow tasks take.</summary>
        public MetricHistogram<TimeSpan> TaskExecutionLatency { get; } =
            owner.Duration(meter, "workflow_task_execution_latency", "Histogram of workflow task execution latencies");

        /// <summary>Gets the count of workflow tasks taken.</summary>
        public MetricCounter<long> TaskQueuePollSucceed { get; } =
            owner.Counter(meter, "workflow_task_queue_poll_succeed", "Count of workflow task queue poll successes");

        /// <summary>Gets the count of tasks whose run was cached.</summary>
        public MetricCounter<long> StickyCacheHit { get; } = owner.Counter(meter, "sticky_cache_hit", "Count of sticky cache hits");

        /// <summary>Gets the count of tasks whose run had to be replayed.</summary>
        public MetricCounter<long> StickyCacheMiss { get; } = owner.Counter(meter, "sticky_cache_miss", "Count of sticky cache misses");
    }
}
