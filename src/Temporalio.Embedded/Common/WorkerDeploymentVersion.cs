using System;

namespace Temporalio.Common;

/// <summary>A version of a worker deployment.</summary>
/// <param name="DeploymentName">Name of the deployment.</param>
/// <param name="BuildId">Build id of the version.</param>
public sealed record WorkerDeploymentVersion(string DeploymentName, string BuildId)
{
    /// <summary>Parses the form <c>deployment.build</c>.</summary>
    /// <param name="canonical">The text; the first dot separates.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentException">The text has no dot.</exception>
    public static WorkerDeploymentVersion FromCanonicalString(string canonical)
    {
        var dot = canonical.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? throw new ArgumentException($"Cannot parse deployment version '{canonical}', it must be '<deployment name>.<build id>'", nameof(canonical))
            : new(canonical[..dot], canonical[(dot + 1)..]);
    }

    /// <summary>The form <c>deployment.build</c>.</summary>
    /// <returns>The text.</returns>
    public string ToCanonicalString() => $"{DeploymentName}.{BuildId}";
}
