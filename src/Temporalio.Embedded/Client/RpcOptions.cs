using System;
using System.Collections.Generic;
using System.Threading;

namespace Temporalio.Client;

/// <summary>Rpc options.</summary>
public class RpcOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="RpcOptions"/> class.</summary>
    public RpcOptions()
    {
    }

    /// <summary>Gets or sets extra binary metadata of the call.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? BinaryMetadata { get; set; }

    /// <summary>Gets or sets the token that stops waiting.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Gets or sets extra metadata of the call.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Metadata { get; set; }

    /// <summary>Gets or sets whether the call is retried; null means the default of the call.</summary>
    public bool? Retry { get; set; }

    /// <summary>Gets or sets the timeout; null means no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>Makes options whose token is cancelled with either of two.</summary>
    /// <param name="cancellationToken">The other token.</param>
    /// <returns>The options, these themselves if there is no other token, and what the caller has to dispose of.</returns>
    protected internal Tuple<RpcOptions, CancellationTokenSource?> WithAdditionalCancellationToken(CancellationToken? cancellationToken)
    {
        if (cancellationToken is not { } additional)
        {
            return new(this, null);
        }

        var options = (RpcOptions)Clone();
        if (CancellationToken is not { } own)
        {
            options.CancellationToken = additional;
            return new(options, null);
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(own, additional);
        options.CancellationToken = source.Token;
        return new(options, source);
    }
}
