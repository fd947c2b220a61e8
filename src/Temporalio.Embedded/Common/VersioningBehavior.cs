namespace Temporalio.Common;

/// <summary>How a workflow moves between worker deployment versions.</summary>
public enum VersioningBehavior
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Stays on the version it started on.</summary>
    Pinned = 1,

    /// <summary>Moves to the current version with its next workflow task.</summary>
    AutoUpgrade = 2,
}
