using System;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A Nexus operation failed, as its workflow sees it. The cause is the inner exception.</summary>
public class NexusOperationFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has Nexus operation failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    protected internal NexusOperationFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.NexusOperationExecutionFailureInfo == null)
        {
            throw new ArgumentException("Failure has no Nexus operation failure info", nameof(failure));
        }
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Endpoint that was called.</summary>
    public string Endpoint => Failure.NexusOperationExecutionFailureInfo.Endpoint;

    /// <summary>Service that was called.</summary>
    public string Service => Failure.NexusOperationExecutionFailureInfo.Service;

    /// <summary>Operation that was called.</summary>
    public string Operation => Failure.NexusOperationExecutionFailureInfo.Operation;

    /// <summary>Token of the operation, empty if it had none.</summary>
    public string OperationToken => Failure.NexusOperationExecutionFailureInfo.OperationToken;
}
