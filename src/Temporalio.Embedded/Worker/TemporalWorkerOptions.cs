using System;
using System.Diagnostics;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Tuning;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Temporal worker options.</summary>
public class TemporalWorkerOptions : ICloneable
{
    private const int DefaultSlots = 100;

    /// <summary>Initializes a new instance of the <see cref="TemporalWorkerOptions"/> class.</summary>
    public TemporalWorkerOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TemporalWorkerOptions"/> class.</summary>
    /// <param name="taskQueue">The task queue.</param>
    public TemporalWorkerOptions(string taskQueue)
    {
        TaskQueue = taskQueue;
    }

    /// <summary>Gets the activities.</summary>
    public IList<ActivityDefinition> Activities { get; private set; } = new List<ActivityDefinition>();

    /// <summary>Gets or sets the activity task factory.</summary>
    public TaskFactory ActivityTaskFactory { get; set; } = new(TaskScheduler.Default);

    /// <summary>Gets or sets the poller behavior for activities.</summary>
    public PollerBehavior? ActivityTaskPollerBehavior { get; set; }

    /// <summary>Gets or sets the build id of the worker.</summary>
    [Obsolete("Use DeploymentOptions")]
    public string? BuildId
    {
        get => BuildIdOrNull;
        set => BuildIdOrNull = value;
    }

    /// <summary>Gets or sets a value indicating whether debug mode.</summary>
    public bool DebugMode { get; set; } = Debugger.IsAttached || Environment.GetEnvironmentVariable("TEMPORAL_DEBUG") is "1" or "true";

    /// <summary>Gets or sets the default heartbeat throttle interval.</summary>
    public TimeSpan DefaultHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the deployment options.</summary>
    public WorkerDeploymentOptions? DeploymentOptions { get; set; }

    /// <summary>Gets or sets whether eager execution of activities is disabled.</summary>
    public bool DisableEagerActivityExecution { get; set; }

    /// <summary>Gets or sets a value indicating whether disable payload error limit.</summary>
    public bool DisablePayloadErrorLimit { get; set; }

    /// <summary>Gets or sets a value indicating whether disable workflow tracing event listener.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Gets or sets how long activities may go on after shutdown before they are cancelled. Default: 0.</summary>
    public TimeSpan GracefulShutdownTimeout { get; set; }

    /// <summary>Gets or sets the identity shown in histories.</summary>
    public string? Identity { get; set; }

    /// <summary>Gets or sets the interceptors; the first is the outermost.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Gets or sets a value indicating whether local activity worker only.</summary>
    public bool LocalActivityWorkerOnly { get; set; }

    /// <summary>Gets or sets the logger factory.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Gets or sets the max activities per second.</summary>
    public double? MaxActivitiesPerSecond { get; set; }

    /// <summary>Gets or sets how many workflows are kept in memory between tasks. Default: 10000; 0 replays each task from the start.</summary>
    public int MaxCachedWorkflows { get; set; } = 10000;

    /// <summary>Gets or sets the max concurrent activities.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>Gets or sets the max concurrent activity task polls.</summary>
    public int MaxConcurrentActivityTaskPolls { get; set; } = 5;

    /// <summary>Gets or sets the max concurrent local activities.</summary>
    public int? MaxConcurrentLocalActivities { get; set; }

    /// <summary>Gets or sets the max concurrent workflow task polls.</summary>
    public int MaxConcurrentWorkflowTaskPolls { get; set; } = 5;

    /// <summary>Gets or sets the max concurrent workflow tasks.</summary>
    public int? MaxConcurrentWorkflowTasks { get; set; }

    /// <summary>Gets or sets the max eager activity reservations per workflow task.</summary>
    public int MaxEagerActivityReservationsPerWorkflowTask { get; set; } = 3;

    /// <summary>Gets or sets the max heartbeat throttle interval.</summary>
    public TimeSpan MaxHeartbeatThrottleInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets the max task queue activities per second.</summary>
    public double? MaxTaskQueueActivitiesPerSecond { get; set; }

    /// <summary>Gets or sets the non sticky to sticky poll ratio.</summary>
    public float NonStickyToStickyPollRatio { get; set; } = 0.2F;

    /// <summary>Gets or sets the patch activation callback.</summary>
    public Func<PatchActivationInput, bool>? PatchActivationCallback { get; set; }

    /// <summary>Gets or sets the plugins, after those of the client; the first is the outermost.</summary>
    public IReadOnlyCollection<ITemporalWorkerPlugin>? Plugins { get; set; }

    /// <summary>
    /// Gets or sets how long a task waits for the worker that has the workflow cached. Default: 10 seconds. Has no effect in process: the engine
    /// sees a worker go at once and hands its tasks to the shared queue, and a worker that is there takes them as soon as it has a slot.
    /// </summary>
    public TimeSpan StickyQueueScheduleToStartTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Gets or sets how many tasks of each kind run at the same time; it excludes the maxima of these options.</summary>
    public WorkerTuner? Tuner { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether tasks are matched by version sets of build ids. The engine keeps no version sets: a worker that asks for
    /// them is refused.
    /// </summary>
    [Obsolete("Use DeploymentOptions")]
    public bool UseWorkerVersioning
    {
        get => UsesVersionSets;
        set => UsesVersionSets = value;
    }

    /// <summary>Gets or sets the workflow failure exception types.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Gets or sets the workflow stack trace.</summary>
    public WorkflowStackTrace WorkflowStackTrace { get; set; }

    /// <summary>Gets or sets the poller behavior for workflow tasks.</summary>
    public PollerBehavior? WorkflowTaskPollerBehavior { get; set; }

    /// <summary>Gets the build id, set as an obsolete option.</summary>
    internal string? BuildIdOrNull { get; private set; }

    /// <summary>Gets a value indicating whether version sets are asked for by the obsolete option.</summary>
    internal bool UsesVersionSets { get; private set; }

    /// <summary>Gets how many activities run at the same time.</summary>
    internal SlotSupplier ActivitySlots => Slots(Tuner?.ActivityTaskSlotSupplier, MaxConcurrentActivities, nameof(MaxConcurrentActivities));

    /// <summary>Gets how many local activities run at the same time.</summary>
    internal SlotSupplier LocalActivitySlots => Slots(Tuner?.LocalActivitySlotSupplier, MaxConcurrentLocalActivities, nameof(MaxConcurrentLocalActivities));

    /// <summary>Gets how many workflow tasks run at the same time.</summary>
    internal SlotSupplier WorkflowSlots => Slots(Tuner?.WorkflowTaskSlotSupplier, MaxConcurrentWorkflowTasks, nameof(MaxConcurrentWorkflowTasks));

    /// <summary>Gets the workflows.</summary>
    public IList<WorkflowDefinition> Workflows { get; private set; } = new List<WorkflowDefinition>();

    /// <summary>Raised when a workflow task has ended, on the thread that ran it.</summary>
    public event EventHandler<WorkflowTaskCompletedEventArgs>? WorkflowTaskCompleted;

    /// <summary>Raised when a workflow task starts, on the thread that will run it.</summary>
    public event EventHandler<WorkflowTaskStartingEventArgs>? WorkflowTaskStarting;

    /// <summary>Creates a copy with its own lists.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TemporalWorkerOptions)MemberwiseClone();
        copy.Activities = new List<ActivityDefinition>(Activities);
        copy.Workflows = new List<WorkflowDefinition>(Workflows);
        return copy;
    }

    /// <summary>Adds an activity.</summary>
    /// <param name="del">The activity method.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddActivity(Delegate del) => AddActivity(ActivityDefinition.Create(del));

    /// <summary>Adds an activity.</summary>
    /// <param name="definition">The activity.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddActivity(ActivityDefinition definition)
    {
        Activities.Add(definition);
        return this;
    }

    /// <summary>Adds all activity methods of a class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="instance">The instance; null if all are static.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddAllActivities<T>(T? instance) => AddAllActivities(typeof(T), instance);

    /// <summary>Adds all activity methods of a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="instance">The instance; null if all are static.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddAllActivities(Type type, object? instance)
    {
        foreach (var definition in ActivityDefinition.CreateAll(type, instance))
        {
            AddActivity(definition);
        }

        return this;
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">The class.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">The workflow.</param>
    /// <returns>These options.</returns>
    public TemporalWorkerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Tells the listeners that a workflow task starts.</summary>
    /// <param name="instance">The workflow.</param>
    /// <param name="args">What to tell.</param>
    internal void OnTaskStarting(object instance, WorkflowTaskStartingEventArgs args) => WorkflowTaskStarting?.Invoke(instance, args);

    /// <summary>Tells the listeners that a workflow task has ended.</summary>
    /// <param name="instance">The workflow.</param>
    /// <param name="args">What to tell.</param>
    internal void OnTaskCompleted(object instance, WorkflowTaskCompletedEventArgs args) => WorkflowTaskCompleted?.Invoke(instance, args);

    private SlotSupplier Slots(SlotSupplier? supplier, int? maximum, string option) => (supplier, maximum) switch
    {
        (null, _) => new FixedSizeSlotSupplier(maximum ?? DefaultSlots),
        (_, not null) => throw new ArgumentException($"Cannot set both {nameof(Tuner)} and {option}"),
        _ => supplier,
    };
}
