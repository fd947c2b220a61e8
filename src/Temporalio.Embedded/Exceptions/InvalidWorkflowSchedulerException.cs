namespace Temporalio.Exceptions;

/// <summary>A workflow used a task scheduler other than its own. Fails the workflow task.</summary>
public class InvalidWorkflowSchedulerException : InvalidWorkflowOperationException
{
    private readonly string? stackTrace;

    internal InvalidWorkflowSchedulerException(string message, string? stackTrace = null)
        : base(message) => this.stackTrace = stackTrace;

    /// <summary>The stack trace of the offending call if it is known, else the stack trace of this exception.</summary>
    public override string? StackTrace => stackTrace ?? base.StackTrace;
}
