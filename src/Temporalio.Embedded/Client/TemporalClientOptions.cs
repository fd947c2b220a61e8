using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Temporal client options.</summary>
public class TemporalClientOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="TemporalClientOptions"/> class.</summary>
    public TemporalClientOptions()
    {
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

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
