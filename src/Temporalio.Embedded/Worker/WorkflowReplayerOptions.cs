using System;
using System.Diagnostics;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Converters;
using Temporalio.Runtime;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Workflow replayer options.</summary>
public class WorkflowReplayerOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowReplayerOptions"/> class.</summary>
    public WorkflowReplayerOptions()
    {
    }

    /// <summary>Gets or sets the build id.</summary>
    public string? BuildId { get; set; }

    /// <summary>Gets or sets the data converter.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Gets or sets a value indicating whether debug mode.</summary>
    public bool DebugMode { get; set; } = Debugger.IsAttached || Environment.GetEnvironmentVariable("TEMPORAL_DEBUG") is "1" or "true";

    /// <summary>Gets or sets a value indicating whether disable workflow tracing event listener.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Gets or sets the identity shown in histories.</summary>
    public string? Identity { get; set; }

    /// <summary>Gets or sets the interceptors; the first is the outermost.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Gets or sets the logger factory.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Gets or sets the namespace. Default: "default".</summary>
    public string Namespace { get; set; } = "ReplayNamespace";

    /// <summary>Gets or sets the plugins; the first is the outermost.</summary>
    public IReadOnlyCollection<ITemporalWorkerPlugin>? Plugins { get; set; }

    /// <summary>Gets or sets the runtime.</summary>
    public TemporalRuntime? Runtime { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string TaskQueue { get; set; } = "ReplayTaskQueue";

    /// <summary>Gets or sets the workflow failure exception types.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Gets the workflows.</summary>
    public IList<WorkflowDefinition> Workflows { get; private set; } = new List<WorkflowDefinition>();

    /// <summary>Raised when a workflow task has ended, on the thread that ran it.</summary>
    public event EventHandler<WorkflowTaskCompletedEventArgs>? WorkflowTaskCompleted;

    /// <summary>Raised when a workflow task starts, on the thread that will run it.</summary>
    public event EventHandler<WorkflowTaskStartingEventArgs>? WorkflowTaskStarting;

    /// <summary>Creates a copy with its own list.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowReplayerOptions)MemberwiseClone();
        copy.Workflows = new List<WorkflowDefinition>(Workflows);
        return copy;
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">The class.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">The workflow.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Makes the options of a worker that would run these workflows.</summary>
    /// <returns>The options.</returns>
    internal TemporalWorkerOptions ToWorkerOptions()
    {
        var options = new TemporalWorkerOptions(TaskQueue)
        {
            DebugMode = DebugMode,
            DisableWorkflowTracingEventListener = DisableWorkflowTracingEventListener,
            Identity = Identity,
            Interceptors = Interceptors,
            LoggerFactory = LoggerFactory,
            WorkflowFailureExceptionTypes = WorkflowFailureExceptionTypes,
        };
        foreach (var workflow in Workflows)
        {
            options.AddWorkflow(workflow);
        }

        options.WorkflowTaskStarting += (sender, args) => WorkflowTaskStarting?.Invoke(sender, args);
        options.WorkflowTaskCompleted += (sender, args) => WorkflowTaskCompleted?.Invoke(sender, args);
        return options;
    }
}
