using System.Threading.Tasks;

namespace Temporalio.Client;

/// <summary>A connection that clients share.</summary>
public interface ITemporalConnection : IBridgeClientProvider
{
    /// <summary>Gets or sets the API key sent with each call.</summary>
    string? ApiKey { get; set; }

    /// <summary>Gets a value indicating whether the connection has been made.</summary>
    bool IsConnected { get; }

    /// <summary>Gets the options.</summary>
    TemporalConnectionOptions Options { get; }

    /// <summary>Connects a lazy connection; does nothing if connected.</summary>
    /// <returns>A task for the end.</returns>
    Task ConnectAsync();
}
