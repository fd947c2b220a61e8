using System.Collections.Generic;
using System.Threading.Tasks;

namespace Temporalio.Client;

/// <summary>A connection that clients share.</summary>
public interface ITemporalConnection : IBridgeClientProvider
{
    /// <summary>Gets the raw calls of the operator service.</summary>
    OperatorService OperatorService { get; }

    /// <summary>Gets the raw calls of the test service.</summary>
    TestService TestService { get; }

    /// <summary>Gets the raw calls of the workflow service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Gets or sets the API key sent with each call.</summary>
    string? ApiKey { get; set; }

    /// <summary>Gets a value indicating whether the connection has been made.</summary>
    bool IsConnected { get; }

    /// <summary>Gets the options.</summary>
    TemporalConnectionOptions Options { get; }

    /// <summary>Gets or sets the binary metadata sent with each call.</summary>
    IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata { get; set; }

    /// <summary>Gets or sets the metadata sent with each call.</summary>
    IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata { get; set; }

    /// <summary>Asks whether the other side is serving.</summary>
    /// <param name="service">The service to ask about; null means the workflow service.</param>
    /// <param name="options">The options.</param>
    /// <returns>Whether it is.</returns>
    Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null);

    /// <summary>Connects a lazy connection; does nothing if connected.</summary>
    /// <returns>A task for the end.</returns>
    Task ConnectAsync();
}
