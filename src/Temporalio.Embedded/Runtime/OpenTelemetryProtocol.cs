namespace Temporalio.Runtime;

/// <summary>How metrics are exported.</summary>
public enum OpenTelemetryProtocol
{
    /// <summary>By gRPC.</summary>
    Grpc = 0,

    /// <summary>By HTTP.</summary>
    Http = 1,
}
