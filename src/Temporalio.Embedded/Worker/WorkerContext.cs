using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Runtime;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Worker;

/// <summary>What a worker works with.</summary>
internal sealed class WorkerContext
{
    /// <summary>Initializes a new instance of the <see cref="WorkerContext"/> class.</summary>
    /// <param name="clientOptions">The options of the client.</param>
    /// <param name="options">The options of the worker.</param>
    /// <param name="client">The client, where activities may use it.</param>
    public WorkerContext(TemporalClientOptions clientOptions, TemporalWorkerOptions options, ITemporalClient? client)
    {
        Options = options;
        Client = client;
        Namespace = clientOptions.Namespace;
        TaskQueue = options.TaskQueue ?? throw new ArgumentException("TaskQueue must be set");
        Converter = clientOptions.DataConverter;
        LoggerFactory = options.LoggerFactory ?? clientOptions.LoggerFactory;
        Identity = options.Identity ?? client?.Connection.Options.Identity ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}@{Environment.MachineName}");
        BuildId = options.DeploymentOptions?.Version?.BuildId ?? options.BuildIdOrNull ?? string.Empty;
        Deployment = options.DeploymentOptions is not { Version: { } version } deployment ? null : new Api.Deployment.V1.WorkerDeploymentOptions
        {
            DeploymentName = version.DeploymentName,
            BuildId = version.BuildId,
            WorkerVersioningMode = deployment.UseWorkerVersioning ? WorkerVersioningMode.Versioned : WorkerVersioningMode.Unversioned,
        };
        StickyQueue = $"{Identity}:{Guid.NewGuid():N}";
        Metrics = new WorkerMetrics(client?.Connection.Options.Runtime ?? TemporalRuntime.Default, Namespace, TaskQueue);
        Interceptors = (clientOptions.Interceptors ?? []).OfType<IWorkerInterceptor>().Concat(options.Interceptors ?? []).ToList();
    }

    /// <summary>Gets the options of the worker.</summary>
    public TemporalWorkerOptions Options { get; }

    /// <summary>Gets the client.</summary>
    public ITemporalClient? Client { get; }

    /// <summary>Gets the namespace.</summary>
    public string Namespace { get; }

    /// <summary>Gets the task queue.</summary>
    public string TaskQueue { get; }

    /// <summary>Gets the build id; empty if the worker has none.</summary>
    public string BuildId { get; }

    /// <summary>Gets the deployment version; null if the worker has none.</summary>
    public Api.Deployment.V1.WorkerDeploymentOptions? Deployment { get; }

    /// <summary>Gets the identity.</summary>
    public string Identity { get; }

    /// <summary>Gets the queue for the runs that this worker has cached.</summary>
    public string StickyQueue { get; }

    /// <summary>Gets the converter.</summary>
    public DataConverter Converter { get; }

    /// <summary>Gets the logger factory.</summary>
    public ILoggerFactory LoggerFactory { get; }

    /// <summary>Gets the metrics.</summary>
    public WorkerMetrics Metrics { get; }

    /// <summary>Gets the interceptors, outermost first; those of the client come ahead.</summary>
    public IReadOnlyCollection<IWorkerInterceptor> Interceptors { get; }

    /// <summary>Decodes events with the codec.</summary>
    /// <param name="events">The events; they are not changed.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The events.</returns>
    public async Task<IReadOnlyList<HistoryEvent>> DecodeAsync(IReadOnlyList<HistoryEvent> events, SerializationContexts contexts)
    {
        if (Converter.PayloadCodec is null)
        {
            return events;
        }

        var result = new List<HistoryEvent>(events.Count);
        foreach (var e in events)
        {
            result.Add(await PayloadTransform.ApplyAsync(e, CodecFor(contexts.Of(e))!.DecodeAsync).ConfigureAwait(false));
        }

        return result;
    }

    /// <summary>Encodes commands with the codec.</summary>
    /// <param name="commands">The commands; they are not changed.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The commands.</returns>
    public async Task<IReadOnlyList<HistoryEvent>> EncodeAsync(IReadOnlyList<HistoryEvent> commands, SerializationContexts contexts)
    {
        if (Converter.PayloadCodec is null)
        {
            return commands;
        }

        var result = new List<HistoryEvent>(commands.Count);
        foreach (var command in commands)
        {
            result.Add(await PayloadTransform.ApplyAsync(command, CodecFor(contexts.Of(command))!.EncodeAsync).ConfigureAwait(false));
        }

        return result;
    }

    /// <summary>Decodes updates with the codec.</summary>
    /// <param name="updates">The updates; they are not changed.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The updates.</returns>
    public async Task<IReadOnlyList<Request>> DecodeAsync(IReadOnlyList<Request> updates, SerializationContexts contexts)
    {
        if (CodecFor(contexts.Own) is not { } codec)
        {
            return updates;
        }

        var result = new List<Request>(updates.Count);
        foreach (var update in updates)
        {
            result.Add(await PayloadTransform.ApplyAsync(update, codec.DecodeAsync).ConfigureAwait(false));
        }

        return result;
    }

    /// <summary>Decodes a query with the codec.</summary>
    /// <param name="query">The query; it is not changed.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The query.</returns>
    public async Task<WorkflowQuery> DecodeAsync(WorkflowQuery query, SerializationContexts contexts) =>
        CodecFor(contexts.Own) is { } codec ? await PayloadTransform.ApplyAsync(query, codec.DecodeAsync).ConfigureAwait(false) : query;

    /// <summary>Encodes rejections with the codec.</summary>
    /// <param name="rejected">The rejections; they are changed.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The rejections.</returns>
    public async Task<IReadOnlyList<(string UpdateId, Failure Failure)>> EncodeAsync(IReadOnlyList<(string UpdateId, Failure Failure)> rejected, SerializationContexts contexts)
    {
        if (CodecFor(contexts.Own) is { } codec)
        {
            foreach (var (_, failure) in rejected)
            {
                await codec.EncodeFailureAsync(failure).ConfigureAwait(false);
            }
        }

        return rejected;
    }

    /// <summary>Encodes an answer with the codec.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="contexts">What their payloads are for.</param>
    /// <returns>The answer.</returns>
    public async Task<WorkflowQueryResult> EncodeAsync(WorkflowQueryResult result, SerializationContexts contexts) =>
        CodecFor(contexts.Own) is { } codec ? await PayloadTransform.ApplyAsync(result, codec.EncodeAsync).ConfigureAwait(false) : result;

    private IPayloadCodec? CodecFor(ISerializationContext serializationContext) => Converter.WithSerializationContext(serializationContext).PayloadCodec;
}
