using System;
using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>Workflow environment start time skipping options.</summary>
public class WorkflowEnvironmentStartTimeSkippingOptions : TemporalClientConnectOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowEnvironmentStartTimeSkippingOptions"/> class.</summary>
    public WorkflowEnvironmentStartTimeSkippingOptions()
    {
    }

    /// <summary>Gets or sets the download directory.</summary>
    public string? DownloadDirectory { get; set; }

    /// <summary>Gets or sets the test server.</summary>
    public TestServerOptions TestServer { get; set; } = new();

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public override object Clone() => MemberwiseClone();
}
