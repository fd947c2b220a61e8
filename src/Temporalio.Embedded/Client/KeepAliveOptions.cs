using System;

namespace Temporalio.Client;

/// <summary>Keep alive options.</summary>
public class KeepAliveOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="KeepAliveOptions"/> class.</summary>
    public KeepAliveOptions()
    {
    }

    /// <summary>Gets or sets the interval.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the timeout; null means no limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
