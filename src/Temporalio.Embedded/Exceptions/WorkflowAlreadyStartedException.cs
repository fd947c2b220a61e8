using System;

namespace Temporalio.Exceptions;

/// <summary>A workflow with the same id is already running, or the id may not be used again.</summary>
public class WorkflowAlreadyStartedException : FailureException
{
    /// <summary>Creates the exception for a workflow of unknown type.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="runId">Run id of the existing run.</param>
    [Obsolete("Use the constructor that takes the workflow type.")]
    public WorkflowAlreadyStartedException(string message, string workflowId, string runId)
        : this(message, workflowId, "<unknown>", runId)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="workflowType">Type name of the workflow that was to start.</param>
    /// <param name="runId">Run id of the existing run.</param>
    public WorkflowAlreadyStartedException(string message, string workflowId, string workflowType, string runId)
        : base(message)
    {
        WorkflowId = workflowId;
        WorkflowType = workflowType;
        RunId = runId;
    }

    /// <summary>Workflow id.</summary>
    public string WorkflowId { get; private init; }

    /// <summary>Type name of the workflow that was to start.</summary>
    public string WorkflowType { get; private init; }

    /// <summary>Run id of the existing run, empty if it is not known.</summary>
    public string RunId { get; private init; }
}
