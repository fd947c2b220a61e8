using System;
using System.Collections.Generic;

namespace Temporalio.Client;

/// <summary>Async activity fail options.</summary>
public class AsyncActivityFailOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="AsyncActivityFailOptions"/> class.</summary>
    public AsyncActivityFailOptions()
    {
    }

    /// <summary>Gets or sets the last heartbeat details.</summary>
    public IReadOnlyCollection<object?>? LastHeartbeatDetails { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
