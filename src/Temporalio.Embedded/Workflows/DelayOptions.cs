using System;
using System.Threading;

namespace Temporalio.Workflows;

/// <summary>Delay options.</summary>
public class DelayOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="DelayOptions"/> class.</summary>
    public DelayOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DelayOptions"/> class.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    public DelayOptions(TimeSpan delay, string? summary = null, CancellationToken? cancellationToken = null)
    {
        Delay = delay;
        Summary = summary;
        CancellationToken = cancellationToken;
    }

    /// <summary>Initializes a new instance of the <see cref="DelayOptions"/> class.</summary>
    /// <param name="millisecondsDelay">The milliseconds delay.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    public DelayOptions(int millisecondsDelay, string? summary = null, CancellationToken? cancellationToken = null)
    {
        Delay = TimeSpan.FromMilliseconds(millisecondsDelay);
        Summary = summary;
        CancellationToken = cancellationToken;
    }

    /// <summary>Gets or sets the token that cancels it; null means the cancellation token of the workflow.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Gets or sets the delay.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Gets or sets the summary.</summary>
    public string? Summary { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
