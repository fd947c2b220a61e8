namespace Temporalio.Exceptions;

/// <summary>A workflow continued as new while a client waited for the result of that run only.</summary>
public class WorkflowContinuedAsNewException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="newRunId">The run it continued as.</param>
    public WorkflowContinuedAsNewException(string newRunId)
        : base("Workflow continued as new") => NewRunId = newRunId;

    /// <summary>The run it continued as.</summary>
    public string NewRunId { get; private init; }
}
