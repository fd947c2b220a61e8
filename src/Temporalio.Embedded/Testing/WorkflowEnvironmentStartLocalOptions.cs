using System;
using System.Collections.Generic;
using Temporalio.Client;
using Temporalio.Common;

namespace Temporalio.Testing;

/// <summary>Workflow environment start local options.</summary>
public class WorkflowEnvironmentStartLocalOptions : TemporalClientConnectOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowEnvironmentStartLocalOptions"/> class.</summary>
    public WorkflowEnvironmentStartLocalOptions()
    {
    }

    /// <summary>Gets or sets the dev server options.</summary>
    public DevServerOptions DevServerOptions { get; set; } = new();

    /// <summary>Gets or sets the download directory.</summary>
    public string? DownloadDirectory { get; set; }

    /// <summary>Gets or sets the custom search attributes; null allows all names.</summary>
    public IReadOnlyCollection<SearchAttributeKey>? SearchAttributes { get; set; }

    /// <summary>Gets or sets a value indicating whether to serve web pages that show the workflows.</summary>
    public bool UI { get; set; }

    /// <summary>Gets or sets the port of those pages; 0 means any.</summary>
    public int UIPort { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public override object Clone() => MemberwiseClone();
}
