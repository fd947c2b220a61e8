using System;
using System.Threading;

namespace Temporalio.Workflows;

/// <summary>External workflow signal options.</summary>
public class ExternalWorkflowSignalOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ExternalWorkflowSignalOptions"/> class.</summary>
    public ExternalWorkflowSignalOptions()
    {
    }

    /// <summary>Gets or sets the token that cancels it; null means the cancellation token of the workflow.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
