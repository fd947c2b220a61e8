using System;
using Temporalio.Api.Common.V1;

namespace Temporalio.Exceptions;

/// <summary>A call was refused with a gRPC status.</summary>
public class RpcException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The status code.</param>
    /// <param name="message">The status message.</param>
    /// <param name="rawStatus">The serialised status, if there is one.</param>
    public RpcException(StatusCode code, string message, byte[]? rawStatus)
        : base(message)
    {
        Code = code;
        RawStatus = rawStatus;
        GrpcStatus = new(() => rawStatus == null ? null : Api.Common.V1.GrpcStatus.Parser.ParseFrom(rawStatus));
    }

    /// <summary>The status code.</summary>
    public StatusCode Code { get; private init; }

    /// <summary>The serialised status, if there is one.</summary>
    public byte[]? RawStatus { get; private init; }

    /// <summary>The status, parsed when first asked for.</summary>
    public Lazy<GrpcStatus?> GrpcStatus { get; private init; }

    /// <summary>The gRPC status codes.</summary>
    public enum StatusCode
    {
        /// <summary>Success.</summary>
        OK = 0,

        /// <summary>Cancelled by the caller.</summary>
        Cancelled = 1,

        /// <summary>Unknown error.</summary>
        Unknown = 2,

        /// <summary>The arguments are wrong whatever the state of the system.</summary>
        InvalidArgument = 3,

        /// <summary>The deadline passed first.</summary>
        DeadlineExceeded = 4,

        /// <summary>The thing asked for does not exist.</summary>
        NotFound = 5,

        /// <summary>The thing to create exists.</summary>
        AlreadyExists = 6,

        /// <summary>The caller may not do this.</summary>
        PermissionDenied = 7,

        /// <summary>A quota or a size limit is exhausted.</summary>
        ResourceExhausted = 8,

        /// <summary>The system is not in the state the operation needs.</summary>
        FailedPrecondition = 9,

        /// <summary>Aborted, usually by a concurrent change.</summary>
        Aborted = 10,

        /// <summary>Past the valid range.</summary>
        OutOfRange = 11,

        /// <summary>Not implemented by the service.</summary>
        Unimplemented = 12,

        /// <summary>Internal error of the service.</summary>
        Internal = 13,

        /// <summary>The service is not available now.</summary>
        Unavailable = 14,

        /// <summary>Data is lost or damaged.</summary>
        DataLoss = 15,

        /// <summary>The caller is not known.</summary>
        Unauthenticated = 16,
    }
}
