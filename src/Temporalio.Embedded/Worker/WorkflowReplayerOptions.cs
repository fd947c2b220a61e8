using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
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
    public DataConverter DataConverter { get; set; }

    /// <summary>Gets or sets a value indicating whether debug mode.</summary>
    public bool DebugMode { get; set; }

    /// <summary>Gets or sets a value indicating whether disable workflow tracing event listener.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Gets or sets the identity shown in histories.</summary>
    public string? Identity { get; set; }

    /// <summary>Gets or sets the interceptors; the first is the outermost.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Gets or sets the logger factory.</summary>
    public ILoggerFactory LoggerFactory { get; set; }

    /// <summary>Gets or sets the namespace. Default: "default".</summary>
    public string Namespace { get; set; }

    /// <summary>Gets or sets the runtime.</summary>
    public TemporalRuntime? Runtime { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string TaskQueue { get; set; }

    /// <summary>Gets or sets the workflow failure exception types.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Gets the workflows.</summary>
    public IList<WorkflowDefinition> Workflows { get; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
