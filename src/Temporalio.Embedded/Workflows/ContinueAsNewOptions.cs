using System;
using System.Collections.Generic;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Continue as new options.</summary>
public class ContinueAsNewOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ContinueAsNewOptions"/> class.</summary>
    public ContinueAsNewOptions()
    {
    }

    /// <summary>Gets or sets how long the new run waits before its first workflow task.</summary>
    public TimeSpan? BackoffStartInterval { get; set; }

    /// <summary>Gets or sets the initial versioning behavior.</summary>
    public InitialVersioningBehavior? InitialVersioningBehavior { get; set; }

    /// <summary>Gets or sets the memo: non-indexed values shown with the workflow.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Gets or sets the retry policy; null means the default.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Gets or sets the timeout of a single run.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Gets or sets the timeout of a single workflow task.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Gets or sets the search attributes: indexed values.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Gets or sets whether a worker with a compatible build id is needed; see <see cref="Workflows.VersioningIntent"/>.</summary>
    [Obsolete("Use worker deployments")]
    public VersioningIntent VersioningIntent { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
