using System;
using System.Threading;

namespace Temporalio.Worker.Interceptors;

/// <summary>Delay async input.</summary>
/// <param name="Delay">The delay.</param>
/// <param name="CancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
/// <param name="Summary">The summary.</param>
public record DelayAsyncInput(
    TimeSpan Delay,
    CancellationToken? CancellationToken,
    string? Summary);
