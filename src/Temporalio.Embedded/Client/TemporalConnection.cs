using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Temporalio.Engine;

namespace Temporalio.Client;

/// <summary>
/// A connection to an in-process engine. Connections of one process with the same <see cref="TemporalConnectionOptions.TargetHost"/> share one.
/// "embedded:" keeps it in memory, "embedded:some/file.db" in that file; any other address is in memory too, unless the
/// application context value "Temporalio.Embedded.Database" or the environment variable TEMPORALIO_EMBEDDED_DATABASE names a file.
/// </summary>
public sealed class TemporalConnection : ITemporalConnection
{
    private IEngine? engine;

    private TemporalConnection(TemporalConnectionOptions options)
    {
        Options = options;
        RpcBinaryMetadata = options.RpcBinaryMetadata ?? [];
        RpcMetadata = options.RpcMetadata ?? [];
        OperatorService = new OperatorService.Core(this);
        TestService = new TestService.Core(this);
        WorkflowService = new WorkflowService.Core(this);
    }

    /// <inheritdoc/>
    public OperatorService OperatorService { get; }

    /// <inheritdoc/>
    public TestService TestService { get; }

    /// <inheritdoc/>
    public WorkflowService WorkflowService { get; }

    /// <inheritdoc/>
    public string? ApiKey { get; set; }

    /// <inheritdoc/>
    public SafeHandle? BridgeClient => null;

    /// <inheritdoc/>
    public bool IsConnected => engine is not null;

    /// <inheritdoc/>
    public TemporalConnectionOptions Options { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata { get; set; }

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata { get; set; }

    /// <summary>Gets the engine, connecting first if need be.</summary>
    internal IEngine Engine => engine ??= EngineRegistry.Get(Options.TargetHost ?? throw new ArgumentException("Missing TargetHost"));

    /// <summary>Connects.</summary>
    /// <param name="options">The options; the target host is mandatory.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">There is no target host.</exception>
    /// <exception cref="InvalidOperationException">The database cannot be opened or another engine uses it.</exception>
    public static async Task<TemporalConnection> ConnectAsync(TemporalConnectionOptions options)
    {
        var connection = CreateLazy(options);
        await connection.ConnectAsync().ConfigureAwait(false);
        return connection;
    }

    /// <summary>Makes a connection that connects on first use.</summary>
    /// <param name="options">The options; the target host is mandatory.</param>
    /// <returns>The connection.</returns>
    public static TemporalConnection CreateLazy(TemporalConnectionOptions options) =>
        new((TemporalConnectionOptions)options.Clone()) { ApiKey = options.ApiKey };

    /// <inheritdoc/>
    public Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null)
    {
        options?.CancellationToken?.ThrowIfCancellationRequested();
        return Task.FromResult(Engine.IsServing);
    }

    /// <inheritdoc/>
    public Task ConnectAsync() => Task.FromResult(Engine);

    /// <summary>Makes a connection to a given engine.</summary>
    /// <param name="options">The options.</param>
    /// <param name="engine">The engine.</param>
    /// <returns>The connection.</returns>
    internal static TemporalConnection To(TemporalConnectionOptions options, IEngine engine) =>
        new((TemporalConnectionOptions)options.Clone()) { engine = engine };
}
