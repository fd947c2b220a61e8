using System;

namespace Temporalio.Exceptions;

/// <summary>A workflow did not complete successfully, as a client that waits for its result sees it. The cause is the inner exception.</summary>
public class WorkflowFailedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">The cause.</param>
    public WorkflowFailedException(Exception? inner)
        : base("Workflow failed", inner)
    {
    }
}
