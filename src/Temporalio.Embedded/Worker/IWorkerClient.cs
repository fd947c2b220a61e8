using Temporalio.Client;

namespace Temporalio.Worker;

/// <summary>What a worker needs of a client.</summary>
public interface IWorkerClient
{
    /// <summary>Gets the provider of the native client.</summary>
    IBridgeClientProvider BridgeClientProvider { get; }

    /// <summary>Gets the options of the client.</summary>
    TemporalClientOptions Options { get; }
}
