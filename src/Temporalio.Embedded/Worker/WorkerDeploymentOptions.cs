using System;
using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>Worker deployment options.</summary>
public class WorkerDeploymentOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkerDeploymentOptions"/> class.</summary>
    public WorkerDeploymentOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkerDeploymentOptions"/> class.</summary>
    /// <param name="version">The version.</param>
    /// <param name="useWorkerVersioning">The use worker versioning.</param>
    public WorkerDeploymentOptions(WorkerDeploymentVersion version, bool useWorkerVersioning)
    {
        Version = version;
        UseWorkerVersioning = useWorkerVersioning;
    }

    /// <summary>Gets or sets the default versioning behavior.</summary>
    public VersioningBehavior DefaultVersioningBehavior { get; set; }

    /// <summary>Gets or sets a value indicating whether use worker versioning.</summary>
    public bool UseWorkerVersioning { get; set; }

    /// <summary>Gets or sets the version.</summary>
    public WorkerDeploymentVersion? Version { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
