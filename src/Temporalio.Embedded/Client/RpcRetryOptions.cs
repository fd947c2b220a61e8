using System;

namespace Temporalio.Client;

/// <summary>Rpc retry options.</summary>
public class RpcRetryOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="RpcRetryOptions"/> class.</summary>
    public RpcRetryOptions()
    {
    }

    /// <summary>Gets or sets the initial interval.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets or sets the max elapsed time.</summary>
    public TimeSpan? MaxElapsedTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the max interval.</summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the max retries.</summary>
    public int MaxRetries { get; set; } = 10;

    /// <summary>Gets or sets the multiplier.</summary>
    public float Multiplier { get; set; } = 1.5F;

    /// <summary>Gets or sets the randomization factor.</summary>
    public float RandomizationFactor { get; set; } = 0.2F;

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
