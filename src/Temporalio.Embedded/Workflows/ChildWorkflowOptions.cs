using System;
using System.Collections.Generic;
using System.Threading;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Child workflow options.</summary>
public class ChildWorkflowOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ChildWorkflowOptions"/> class.</summary>
    public ChildWorkflowOptions()
    {
    }

    /// <summary>Gets or sets the token that cancels it; null means the cancellation token of the workflow.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Gets or sets what cancelling the token does.</summary>
    public ChildWorkflowCancellationType CancellationType { get; set; } = ChildWorkflowCancellationType.WaitCancellationCompleted;

    /// <summary>Gets or sets the cron schedule.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Gets or sets the timeout of the execution including retries and continue as new.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Gets or sets the identifier.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets what to do when a closed workflow has the same id.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>Gets or sets the memo: non-indexed values shown with the workflow.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Gets or sets what happens to the child when the parent closes.</summary>
    public ParentClosePolicy ParentClosePolicy { get; set; } = ParentClosePolicy.Terminate;

    /// <summary>Gets or sets the priority.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Gets or sets the retry policy; null means the default.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Gets or sets the timeout of a single run.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Gets or sets the details shown in user interfaces.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>Gets or sets the one-line summary shown in user interfaces.</summary>
    public string? StaticSummary { get; set; }

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
