using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Workflows;

/// <summary>Thrown out of the run method to continue as new; see <see cref="Workflow.CreateContinueAsNewException(string, System.Collections.Generic.IReadOnlyCollection{object}, ContinueAsNewOptions)"/>.</summary>
public class ContinueAsNewException : TemporalException
{
    internal ContinueAsNewException(CreateContinueAsNewExceptionInput input)
        : base("Continue as new") => Input = input;

    /// <summary>Gets what the new run starts with.</summary>
    internal CreateContinueAsNewExceptionInput Input { get; }
}
