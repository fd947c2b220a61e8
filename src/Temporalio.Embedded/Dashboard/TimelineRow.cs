using System;

namespace Temporalio.Dashboard;

/// <summary>The state of something in a timeline; the names are CSS classes too.</summary>
internal enum TimelineState
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Ended as wanted.</summary>
    Completed,

    /// <summary>Failed, timed out or terminated.</summary>
    Failed,

    /// <summary>Cancelled.</summary>
    Canceled,
}

/// <summary>Something that took time, or a moment, in a workflow.</summary>
/// <param name="Kind">What it is: activity, timer, child, signal, ...</param>
/// <param name="Name">Its name.</param>
/// <param name="EventId">The event it began with.</param>
/// <param name="Start">When it was asked for.</param>
internal sealed record TimelineRow(string Kind, string Name, long EventId, DateTime Start)
{
    /// <summary>Gets or sets when it began, if that is later than when it was asked for.</summary>
    public DateTime? Begin { get; set; }

    /// <summary>Gets or sets when it ended.</summary>
    public DateTime? End { get; set; }

    /// <summary>Gets or sets the state.</summary>
    public TimelineState State { get; set; }

    /// <summary>Gets or sets a remark: the outcome or the reason.</summary>
    public string? Remark { get; set; }

    /// <summary>Gets a value indicating whether it is a moment.</summary>
    public bool IsMoment => End == Start;
}
