using System;

namespace Temporalio.Exceptions;

/// <summary>A workflow did something a workflow may not do. Fails the workflow task.</summary>
public class InvalidWorkflowOperationException : TemporalException
{
    internal InvalidWorkflowOperationException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
