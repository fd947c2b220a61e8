using System;

namespace Temporalio.Exceptions;

/// <summary>An update was rejected or its handler failed. The cause is the inner exception.</summary>
public class WorkflowUpdateFailedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">The cause.</param>
    public WorkflowUpdateFailedException(Exception? inner)
        : base("Workflow update failed", inner)
    {
    }
}
