using System;

namespace Temporalio.Client;

/// <summary>Http connect proxy options.</summary>
public class HttpConnectProxyOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="HttpConnectProxyOptions"/> class.</summary>
    public HttpConnectProxyOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="HttpConnectProxyOptions"/> class.</summary>
    /// <param name="targetHost">The address; it selects the in-process engine, see <see cref="TemporalConnection"/>.</param>
    public HttpConnectProxyOptions(string targetHost)
    {
        TargetHost = targetHost;
    }

    /// <summary>Gets or sets the basic auth.</summary>
    public (string Username, string Password)? BasicAuth { get; set; }

    /// <summary>Gets or sets the address; it selects the in-process engine, see <see cref="TemporalConnection"/>.</summary>
    public string? TargetHost { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
