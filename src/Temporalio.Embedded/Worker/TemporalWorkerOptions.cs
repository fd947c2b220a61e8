using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Temporal worker options.</summary>
public class TemporalWorkerOptions : ICloneable
{
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
    public IList<ActivityDefinition> Activities { get; }

    /// <summary>Gets or sets the activity task factory.</summary>
    public TaskFactory ActivityTaskFactory { get; set; }

    /// <summary>Gets or sets a value indicating whether debug mode.</summary>
    public bool DebugMode { get; set; }

    /// <summary>Gets or sets the default heartbeat throttle interval.</summary>
    public TimeSpan DefaultHeartbeatThrottleInterval { get; set; }

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
    public int MaxCachedWorkflows { get; set; }

    /// <summary>Gets or sets the max concurrent activities.</summary>
    public int? MaxConcurrentActivities { get; set; }

    /// <summary>Gets or sets the max concurrent activity task polls.</summary>
    public int MaxConcurrentActivityTaskPolls { get; set; }

    /// <summary>Gets or sets the max concurrent local activities.</summary>
    public int? MaxConcurrentLocalActivities { get; set; }

    /// <summary>Gets or sets the max concurrent nexus task polls.</summary>
    public int MaxConcurrentNexusTaskPolls { get; set; }

    /// <summary>Gets or sets the max concurrent nexus tasks.</summary>
    public int? MaxConcurrentNexusTasks { get; set; }

    /// <summary>Gets or sets the max concurrent workflow task polls.</summary>
    public int MaxConcurrentWorkflowTaskPolls { get; set; }

    /// <summary>Gets or sets the max concurrent workflow tasks.</summary>
    public int? MaxConcurrentWorkflowTasks { get; set; }

    /// <summary>Gets or sets the max eager activity reservations per workflow task.</summary>
    public int MaxEagerActivityReservationsPerWorkflowTask { get; set; }

    /// <summary>Gets or sets the max heartbeat throttle interval.</summary>
    public TimeSpan MaxHeartbeatThrottleInterval { get; set; }

    /// <summary>Gets or sets the max task queue activities per second.</summary>
    public double? MaxTaskQueueActivitiesPerSecond { get; set; }

    /// <summary>Gets or sets the nexus task factory.</summary>
    public TaskFactory NexusTaskFactory { get; set; }

    /// <summary>Gets or sets the non sticky to sticky poll ratio.</summary>
    public float NonStickyToStickyPollRatio { get; set; }

    /// <summary>Gets or sets the patch activation callback.</summary>
    public Func<PatchActivationInput, bool>? PatchActivationCallback { get; set; }

    /// <summary>Gets or sets how long a task waits for the worker that has the workflow cached. Default: 10 seconds.</summary>
    public TimeSpan StickyQueueScheduleToStartTimeout { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Gets or sets the workflow failure exception types.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Gets or sets the workflow stack trace.</summary>
    public WorkflowStackTrace WorkflowStackTrace { get; set; }

    /// <summary>Gets the workflows.</summary>
    public IList<WorkflowDefinition> Workflows { get; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
