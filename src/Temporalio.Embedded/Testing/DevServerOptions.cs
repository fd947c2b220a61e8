using System;
using System.Collections.Generic;

namespace Temporalio.Testing;

/// <summary>Dev server options.</summary>
public class DevServerOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="DevServerOptions"/> class.</summary>
    public DevServerOptions()
    {
    }

    /// <summary>Gets or sets the database filename.</summary>
    public string? DatabaseFilename { get; set; }

    /// <summary>Gets or sets the download ttl.</summary>
    public TimeSpan? DownloadTtl { get; set; }

    /// <summary>Gets or sets the download version.</summary>
    public string DownloadVersion { get; set; } = "default";

    /// <summary>Gets or sets the existing path.</summary>
    public string? ExistingPath { get; set; }

    /// <summary>Gets or sets the extra args.</summary>
    public IReadOnlyCollection<string>? ExtraArgs { get; set; }

    /// <summary>Gets or sets the log format.</summary>
    public string LogFormat { get; set; } = "pretty";

    /// <summary>Gets or sets the log level.</summary>
    public string LogLevel { get; set; } = "warn";

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
