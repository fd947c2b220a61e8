using System;

namespace Temporalio.Workflows;

/// <summary>
/// Whether a command goes to a worker with a compatible build id, by version sets. The engine keeps no version sets, so it has no effect: use deployments.
/// </summary>
[Obsolete("Use worker deployments")]
public enum VersioningIntent
{
    /// <summary>As the server decides.</summary>
    Unspecified = 0,

    /// <summary>Compatible with the worker of the workflow.</summary>
    Compatible = 1,

    /// <summary>The default of the task queue.</summary>
    CurrentDefault = 2,
}
