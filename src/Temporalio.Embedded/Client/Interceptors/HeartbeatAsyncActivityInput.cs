using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Heartbeat async activity input.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Options">The options.</param>
/// <param name="DataConverterOverride">The data converter override.</param>
public record HeartbeatAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    AsyncActivityHeartbeatOptions? Options,
    DataConverter? DataConverterOverride = null);
