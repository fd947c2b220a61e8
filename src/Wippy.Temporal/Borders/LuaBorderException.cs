using Temporalio.Exceptions;

namespace Wippy.Temporal.Borders;

/// <summary>
/// A value does not have the type that Lua declares for it. It is an application failure of kind Invalid that is not retried,
/// so a wrong argument or result fails the workflow or activity and never a workflow task.
/// </summary>
public sealed class LuaBorderException : ApplicationFailureException
{
    /// <summary>Makes the failure; the message names the place and the expected type.</summary>
    public LuaBorderException(string message)
        : base(message, errorType: "Invalid", nonRetryable: true)
    {
    }
}
