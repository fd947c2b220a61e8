namespace Temporalio.Common;

/// <summary>Versioning behaviour of one workflow, in place of what its type says.</summary>
public abstract record VersioningOverride
{
    private VersioningOverride()
    {
    }

    /// <summary>How a pinned workflow is bound to its version.</summary>
    public enum PinnedOverrideBehavior
    {
        /// <summary>Not said.</summary>
        Unspecified = 0,

        /// <summary>Stays on the version.</summary>
        Pinned = 1,
    }

    /// <summary>The workflow stays on one version.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Behavior">How it is bound.</param>
    public sealed record Pinned(WorkerDeploymentVersion Version, PinnedOverrideBehavior Behavior = PinnedOverrideBehavior.Pinned) : VersioningOverride;

    /// <summary>The workflow moves to the current version.</summary>
    public sealed record AutoUpgrade() : VersioningOverride;
}
