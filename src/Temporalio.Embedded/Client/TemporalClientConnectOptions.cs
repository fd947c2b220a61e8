using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Temporal client connect options.</summary>
public class TemporalClientConnectOptions : TemporalConnectionOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="TemporalClientConnectOptions"/> class.</summary>
    public TemporalClientConnectOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TemporalClientConnectOptions"/> class.</summary>
    /// <param name="targetHost">The address; it selects the in-process engine, see <see cref="TemporalConnection"/>.</param>
    public TemporalClientConnectOptions(string targetHost)
    {
        TargetHost = targetHost;
    }

    /// <summary>Gets or sets the data converter.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Gets or sets the interceptors; the first is the outermost.</summary>
    public IReadOnlyCollection<IClientInterceptor>? Interceptors { get; set; }

    /// <summary>Gets or sets the logger factory.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Gets or sets the namespace. Default: "default".</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>Gets or sets the plugins; the first is the outermost.</summary>
    public IReadOnlyCollection<ITemporalClientPlugin>? Plugins { get; set; }

    /// <summary>Gets or sets when queries are rejected.</summary>
    public QueryRejectCondition? QueryRejectCondition { get; set; }

    /// <summary>Takes the options of the client out of these.</summary>
    /// <returns>The options.</returns>
    public TemporalClientOptions ToClientOptions() => new()
    {
        DataConverter = DataConverter,
        Interceptors = Interceptors,
        LoggerFactory = LoggerFactory,
        Namespace = Namespace,
        Plugins = Plugins,
        QueryRejectCondition = QueryRejectCondition,
    };
}
