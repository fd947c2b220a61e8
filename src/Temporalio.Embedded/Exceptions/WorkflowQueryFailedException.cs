namespace Temporalio.Exceptions;

/// <summary>A query handler failed.</summary>
public class WorkflowQueryFailedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Message of the failure.</param>
    public WorkflowQueryFailedException(string message)
        : base(message)
    {
    }
}
