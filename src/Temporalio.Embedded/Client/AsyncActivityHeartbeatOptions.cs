using System;
using System.Collections.Generic;

namespace Temporalio.Client;

/// <summary>Async activity heartbeat options.</summary>
public class AsyncActivityHeartbeatOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="AsyncActivityHeartbeatOptions"/> class.</summary>
    public AsyncActivityHeartbeatOptions()
    {
    }

    /// <summary>Gets or sets the details.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
