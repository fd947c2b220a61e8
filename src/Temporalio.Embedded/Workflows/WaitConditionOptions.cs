using System;
using System.Threading;

namespace Temporalio.Workflows;

/// <summary>Wait condition options.</summary>
public class WaitConditionOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WaitConditionOptions"/> class.</summary>
    public WaitConditionOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaitConditionOptions"/> class.</summary>
    /// <param name="conditionCheck">The condition waited for.</param>
    /// <param name="timeout">The timeout; null means no limit.</param>
    /// <param name="timeoutSummary">The summary of the timeout timer.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    public WaitConditionOptions(Func<bool> conditionCheck, TimeSpan? timeout = null, string? timeoutSummary = null, CancellationToken? cancellationToken = null)
    {
        ConditionCheck = conditionCheck;
        Timeout = timeout;
        TimeoutSummary = timeoutSummary;
        CancellationToken = cancellationToken;
    }

    /// <summary>Gets or sets the token that cancels it; null means the cancellation token of the workflow.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Gets or sets the condition waited for.</summary>
    public Func<bool> ConditionCheck { get; set; } = () => true;

    /// <summary>Gets or sets the timeout; null means no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gets or sets the summary of the timeout timer.</summary>
    public string? TimeoutSummary { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
