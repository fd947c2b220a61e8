using System;
using System.Collections.Generic;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Worker;

namespace Wippy.Temporal.Hosting;

/// <summary>What the surrounding program may decide about a Wippy application; everything else is in the entry files.</summary>
public sealed class WippyOptions
{
    /// <summary>Looks up an environment variable; null means unset. Default: the process environment.</summary>
    public Func<string, string?> Environment { get; set; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Address used for every client instead of the one in its entry, for example <c>localhost:7233</c>.</summary>
    public string? Address { get; set; }

    /// <summary>
    /// Where the embedded engine shows its workflows as web pages, such as <c>http://127.0.0.1:8233</c>; null shows none. Default: the configuration value
    /// <c>WippyEmbedded:DashboardAddress</c>. A Temporal server has pages of its own: with the official SDK this has no effect.
    /// </summary>
    public string? DashboardAddress { get; set; }

    /// <summary>Clients that are already connected, by entry id; such a client is used as it is and no connection is made.</summary>
    public IDictionary<string, ITemporalClient> Clients { get; } = new Dictionary<string, ITemporalClient>(StringComparer.Ordinal);

    /// <summary>Last word on the connection options of a client; called with the entry id.</summary>
    public Action<string, TemporalClientConnectOptions>? ConfigureClient { get; set; }

    /// <summary>Last word on the options of a worker, for example to add activities written in C#; called with the entry id.</summary>
    public Action<string, TemporalWorkerOptions>? ConfigureWorker { get; set; }

    /// <summary>Codec for payloads and headers, for example encryption.</summary>
    public IPayloadCodec? PayloadCodec { get; set; }

    /// <summary>Local time zone of functions and activities. Workflows always use UTC, so that a replay on another machine agrees.</summary>
    public TimeZoneInfo LocalTimeZone { get; set; } = TimeZoneInfo.Local;

    /// <summary>Folder that relative file names in entries (certificates, environment files) start from. Default: the current directory.</summary>
    public string ContentRoot { get; set; } = System.Environment.CurrentDirectory;

    /// <summary>Name of this node in the PIDs of ordinary processes.</summary>
    public string NodeName { get; set; } = "local";
}
