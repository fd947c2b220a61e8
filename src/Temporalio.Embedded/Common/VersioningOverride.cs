using Proto = Temporalio.Api.Workflow.V1.VersioningOverride;

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

    /// <summary>Converts to the API form.</summary>
    /// <returns>API form.</returns>
    internal Proto ToProto() => this is Pinned pinned
        ? new Proto
        {
            Pinned = new Proto.Types.PinnedOverride
            {
                Behavior = (Proto.Types.PinnedOverrideBehavior)pinned.Behavior,
                Version = new Api.Deployment.V1.WorkerDeploymentVersion { DeploymentName = pinned.Version.DeploymentName, BuildId = pinned.Version.BuildId },
            },
        }
        : new Proto { AutoUpgrade = true };

    /// <summary>Converts from the API form.</summary>
    /// <param name="proto">API form.</param>
    /// <returns>The override; null if it is of another kind.</returns>
    internal static VersioningOverride? FromProto(Proto? proto) => proto?.OverrideCase switch
    {
        Proto.OverrideOneofCase.Pinned => new Pinned(new WorkerDeploymentVersion(proto.Pinned.Version.DeploymentName, proto.Pinned.Version.BuildId), (PinnedOverrideBehavior)proto.Pinned.Behavior),
        Proto.OverrideOneofCase.AutoUpgrade => new AutoUpgrade(),
        _ => null,
    };
}
