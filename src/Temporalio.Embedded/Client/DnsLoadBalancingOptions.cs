using System;

namespace Temporalio.Client;

/// <summary>Dns load balancing options.</summary>
public class DnsLoadBalancingOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="DnsLoadBalancingOptions"/> class.</summary>
    public DnsLoadBalancingOptions()
    {
    }

    /// <summary>Gets or sets the resolution interval.</summary>
    public TimeSpan ResolutionInterval { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
