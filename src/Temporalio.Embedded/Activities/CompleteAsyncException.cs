using Temporalio.Exceptions;

namespace Temporalio.Activities;

/// <summary>Thrown by an activity that will be completed later through its handle.</summary>
public class CompleteAsyncException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    public CompleteAsyncException()
        : base("Activity will be completed asynchronously")
    {
    }
}
