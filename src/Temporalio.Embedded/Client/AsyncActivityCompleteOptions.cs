using System;

namespace Temporalio.Client;

/// <summary>Async activity complete options.</summary>
public class AsyncActivityCompleteOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="AsyncActivityCompleteOptions"/> class.</summary>
    public AsyncActivityCompleteOptions()
    {
    }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
