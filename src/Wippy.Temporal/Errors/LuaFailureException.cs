using System.Collections.Generic;
using Temporalio.Exceptions;

namespace Wippy.Temporal.Errors;

/// <summary>An application failure that comes from Lua; on the wire its source says so (spec/temporal.md section 5).</summary>
internal sealed class LuaFailureException(string message, string errorType, bool nonRetryable, IReadOnlyCollection<object?> details)
    : ApplicationFailureException(message, errorType, nonRetryable, details)
{
    /// <summary>The source of such failures.</summary>
    public const string WireSource = "WippySDK";
}
