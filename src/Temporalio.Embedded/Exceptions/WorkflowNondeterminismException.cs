using System;

namespace Temporalio.Exceptions;

/// <summary>A replay produced other commands than the history. Fails the workflow task.</summary>
public class WorkflowNondeterminismException : InvalidWorkflowOperationException
{
    internal WorkflowNondeterminismException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
