using System;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A child workflow failed, as its parent sees it. The cause is the inner exception.</summary>
public class ChildWorkflowFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has child workflow execution failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    protected internal ChildWorkflowFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ChildWorkflowExecutionFailureInfo == null)
        {
            throw new ArgumentException("Failure has no child workflow execution failure info", nameof(failure));
        }
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Namespace of the child.</summary>
    public string Namespace => Failure.ChildWorkflowExecutionFailureInfo.Namespace;

    /// <summary>Workflow id of the child.</summary>
    public string WorkflowId => Failure.ChildWorkflowExecutionFailureInfo.WorkflowExecution?.WorkflowId ?? string.Empty;

    /// <summary>Run id of the child.</summary>
    public string RunId => Failure.ChildWorkflowExecutionFailureInfo.WorkflowExecution?.RunId ?? string.Empty;

    /// <summary>Type name of the child.</summary>
    public string WorkflowType => Failure.ChildWorkflowExecutionFailureInfo.WorkflowType?.Name ?? string.Empty;

    /// <summary>Why it was not retried.</summary>
    public RetryState RetryState => Failure.ChildWorkflowExecutionFailureInfo.RetryState;
}
