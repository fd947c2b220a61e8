using System;
using System.Collections.Generic;
using Temporalio.Runtime;

namespace Temporalio.Client;

/// <summary>Temporal connection options.</summary>
public class TemporalConnectionOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="TemporalConnectionOptions"/> class.</summary>
    public TemporalConnectionOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TemporalConnectionOptions"/> class.</summary>
    /// <param name="targetHost">The address; it selects the in-process engine, see <see cref="TemporalConnection"/>.</param>
    public TemporalConnectionOptions(string targetHost)
    {
        TargetHost = targetHost;
    }

    /// <summary>Gets or sets the API key.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Gets or sets the dns load balancing.</summary>
    public DnsLoadBalancingOptions? DnsLoadBalancing { get; set; }

    /// <summary>Gets or sets the grpc compression.</summary>
    public GrpcCompression GrpcCompression { get; set; } = new GrpcCompression.Gzip();

    /// <summary>Gets or sets the http connect proxy.</summary>
    public HttpConnectProxyOptions? HttpConnectProxy { get; set; }

    /// <summary>Gets or sets the identity shown in histories.</summary>
    public string? Identity { get; set; }

    /// <summary>Gets or sets the keep alive.</summary>
    public KeepAliveOptions? KeepAlive { get; set; } = new();

    /// <summary>Gets or sets the payload limits.</summary>
    public PayloadLimitsOptions PayloadLimits { get; set; } = new();

    /// <summary>Gets or sets the rpc binary metadata.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? RpcBinaryMetadata { get; set; }

    /// <summary>Gets or sets the rpc metadata.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? RpcMetadata { get; set; }

    /// <summary>Gets or sets the rpc retry.</summary>
    public RpcRetryOptions? RpcRetry { get; set; }

    /// <summary>Gets or sets the runtime.</summary>
    public TemporalRuntime? Runtime { get; set; }

    /// <summary>Gets or sets the address; it selects the in-process engine, see <see cref="TemporalConnection"/>.</summary>
    public string? TargetHost { get; set; }

    /// <summary>Gets or sets the TLS options. The in-process engine has no wire, so they are kept but not used.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
