using System;
using Wippy.Compiler.Diagnostics;

namespace Wippy.Compiler.Generator;

/// <summary>What a step made, or the finding that says it failed.</summary>
internal sealed record StepResult<T>(T? Value, Diagnostic? Failure)
    where T : class
{
    /// <summary>
    /// Runs a step. This is the edge of the compiler: an exception here is a mistake of ours, and an escaped one would only be
    /// a warning of the host with the build passing, so it becomes an error that says where it happened.
    /// </summary>
    public static StepResult<T> Run(string step, string subject, Func<T> action)
    {
        try
        {
            return new StepResult<T>(action(), null);
        }
        // Cancellation is the host's and passes through.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new StepResult<T>(null, Diagnostic.Create(
                DiagnosticDescriptors.InternalError, null, step, subject, exception.GetType().Name + ": " + exception.Message));
        }
    }
}
