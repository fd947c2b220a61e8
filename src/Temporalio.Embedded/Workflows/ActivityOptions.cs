using System;
using System.Threading;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Activity options.</summary>
public class ActivityOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ActivityOptions"/> class.</summary>
    public ActivityOptions()
    {
    }

    /// <summary>Gets or sets the activity id; null means a generated one.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Gets or sets the token that cancels it; null means the cancellation token of the workflow.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Gets or sets what cancelling the token does.</summary>
    public ActivityCancellationType CancellationType { get; set; }

    /// <summary>Gets or sets whether eager execution of activities is disabled.</summary>
    public bool DisableEagerActivityExecution { get; set; }

    /// <summary>Gets or sets the longest time between two heartbeats.</summary>
    public TimeSpan? HeartbeatTimeout { get; set; }

    /// <summary>Gets or sets the priority.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Gets or sets the retry policy; null means the default.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Gets or sets the limit from scheduling to the end, over all attempts. This or the start-to-close timeout is mandatory.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; set; }

    /// <summary>Gets or sets the limit from scheduling to the pick-up by a worker; its expiry is not retried.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; set; }

    /// <summary>Gets or sets the limit of a single attempt. This or the schedule-to-close timeout is mandatory.</summary>
    public TimeSpan? StartToCloseTimeout { get; set; }

    /// <summary>Gets or sets the summary.</summary>
    public string? Summary { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Gets or sets whether a worker with a compatible build id is needed; see <see cref="Workflows.VersioningIntent"/>.</summary>
    [Obsolete("Use worker deployments")]
    public VersioningIntent VersioningIntent { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
