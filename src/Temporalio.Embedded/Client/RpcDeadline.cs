using System;
using System.Threading;

namespace Temporalio.Client;

/// <summary>How long a call may wait: until the token of the caller is cancelled or the timeout is over.</summary>
internal sealed class RpcDeadline : IDisposable
{
    private readonly CancellationTokenSource? source;

    /// <summary>Initializes a new instance of the <see cref="RpcDeadline"/> class; the timeout begins now.</summary>
    /// <param name="options">The options of the call.</param>
    public RpcDeadline(RpcOptions? options)
    {
        Token = options?.CancellationToken ?? CancellationToken.None;
        if (options?.Timeout is { } timeout)
        {
            source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            source.CancelAfter(timeout);
            Token = source.Token;
        }
    }

    /// <summary>Gets the token to wait with.</summary>
    public CancellationToken Token { get; }

    /// <inheritdoc/>
    public void Dispose() => source?.Dispose();
}
