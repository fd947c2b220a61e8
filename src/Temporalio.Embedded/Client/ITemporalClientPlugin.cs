using System;
using System.Threading.Tasks;

namespace Temporalio.Client;

/// <summary>Changes how clients are made. A plugin that is a worker plugin too serves the workers of its clients.</summary>
public interface ITemporalClientPlugin
{
    /// <summary>Gets the name.</summary>
    string Name { get; }

    /// <summary>Changes the options of a client before it is made.</summary>
    /// <param name="options">The options, which are a copy.</param>
    void ConfigureClient(TemporalClientOptions options);

    /// <summary>Connects.</summary>
    /// <param name="options">The options.</param>
    /// <param name="continuation">The next plugin or, in the end, the connection.</param>
    /// <returns>The connection.</returns>
    Task<TemporalConnection> ConnectAsync(TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation);
}
