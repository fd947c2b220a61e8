using System;
using System.Collections.Generic;

namespace Temporalio.Client;

/// <summary>Async activity report cancellation options.</summary>
public class AsyncActivityReportCancellationOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="AsyncActivityReportCancellationOptions"/> class.</summary>
    public AsyncActivityReportCancellationOptions()
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
