namespace Temporalio.Worker.Interceptors;

/// <summary>Heartbeat input.</summary>
/// <param name="Details">The details.</param>
public record HeartbeatInput(
    object?[] Details);
