using System;
using System.Collections.Generic;

namespace Temporalio.Testing;

/// <summary>Test server options.</summary>
public class TestServerOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="TestServerOptions"/> class.</summary>
    public TestServerOptions()
    {
    }

    /// <summary>Gets or sets the download ttl.</summary>
    public TimeSpan? DownloadTtl { get; set; }

    /// <summary>Gets or sets the download version.</summary>
    public string DownloadVersion { get; set; } = "default";

    /// <summary>Gets or sets the existing path.</summary>
    public string? ExistingPath { get; set; }

    /// <summary>Gets or sets the extra args.</summary>
    public IReadOnlyCollection<string>? ExtraArgs { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
