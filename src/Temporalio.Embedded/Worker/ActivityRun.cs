using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Worker;

/// <summary>One attempt of an activity in the worker.</summary>
internal sealed class ActivityRun : IDisposable
{
    private readonly WorkerContext worker;
    private readonly CancellationTokenSource cancellation = new();
    private readonly Action<object?[]> heartbeat;
    private ActivityOutboundInterceptor? outbound;

    /// <summary>Initializes a new instance of the <see cref="ActivityRun"/> class.</summary>
    /// <param name="worker">What the worker works with.</param>
    /// <param name="info">The facts of the activity.</param>
    /// <param name="workerShutdown">Cancelled when the worker starts to shut down.</param>
    /// <param name="heartbeat">Takes heartbeats.</param>
    public ActivityRun(WorkerContext worker, ActivityInfo info, CancellationToken workerShutdown, Action<object?[]> heartbeat)
    {
        this.worker = worker;
        this.heartbeat = heartbeat;
        Converter = worker.Converter.WithSerializationContext(new ISerializationContext.Activity(info));
        Context = new ActivityExecutionContext(
            info,
            cancellation.Token,
            workerShutdown,
            worker.LoggerFactory.CreateLogger($"Temporalio.Activity:{info.ActivityType}"),
            worker.Metrics.ActivityMeter(info.ActivityType),
            Converter.PayloadConverter,
            () => worker.Client,
            details => (outbound ?? new OutboundRoot(this)).Heartbeat(new HeartbeatInput(details)));
    }

    /// <summary>Gets the converter, which knows the activity.</summary>
    public DataConverter Converter { get; }

    /// <summary>Gets the context that the activity sees.</summary>
    public ActivityExecutionContext Context { get; }

    /// <summary>Gets a value indicating whether the engine asked for cancellation.</summary>
    public bool CancelRequested => Context.CancelReason is ActivityCancelReason.CancelRequested;

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="details">Why, in detail.</param>
    public void Cancel(ActivityCancelReason reason, ActivityCancellationDetails details)
    {
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        Context.CancelReason = reason;
        Context.CancellationDetails = details;

        // Its callbacks are code of the activity: not on the thread of the caller.
        _ = cancellation.CancelAsync();
    }

    /// <summary>Runs the activity.</summary>
    /// <param name="definition">The activity.</param>
    /// <param name="input">The arguments.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="encoded">Whether a codec was applied to the arguments.</param>
    /// <returns>The result.</returns>
    public async Task<object?> ExecuteAsync(ActivityDefinition definition, Payloads? input, IReadOnlyDictionary<string, Payload>? headers, bool encoded)
    {
        ActivityExecutionContext.Flow.Value = Context;
        var args = await DecodeAsync(definition, input, encoded).ConfigureAwait(false);
        if (encoded && headers is not null && Converter.PayloadCodec is { } codec)
        {
            var decoded = new Dictionary<string, Payload>(StringComparer.Ordinal);
            foreach (var (key, value) in headers)
            {
                decoded[key] = await codec.DecodeSingleAsync(value).ConfigureAwait(false);
            }

            headers = decoded;
        }

        var inbound = worker.Interceptors.Reverse().Aggregate((ActivityInboundInterceptor)new InboundRoot(this), (next, i) => i.InterceptActivity(next));
        inbound.Init(new OutboundRoot(this));
        return await inbound.ExecuteActivityAsync(new ExecuteActivityInput(definition, args, headers)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    private async Task<object?[]> DecodeAsync(ActivityDefinition definition, Payloads? input, bool encoded)
    {
        IReadOnlyCollection<Payload> payloads = input?.Payloads_ ?? (IReadOnlyCollection<Payload>)[];
        if (encoded && Converter.PayloadCodec is { } codec)
        {
            payloads = await codec.DecodeAsync(payloads).ConfigureAwait(false);
        }

        if (definition.Dynamic)
        {
            return [payloads.Select(p => (IRawValue)new RawValue(p)).ToArray()];
        }

        if (payloads.Count < definition.RequiredParameterCount)
        {
            throw new ArgumentException($"Activity {definition.Name} needs {definition.RequiredParameterCount} arguments, {payloads.Count} given");
        }

        return definition.ParameterTypes
            .Zip(payloads, (type, payload) => type == typeof(IRawValue) ? new RawValue(payload) : Converter.PayloadConverter.ToValue(payload, type))
            .ToArray();
    }

    /// <summary>The innermost inbound interceptor: calls the activity.</summary>
    private sealed class InboundRoot(ActivityRun owner) : ActivityInboundInterceptor
    {
        public override void Init(ActivityOutboundInterceptor outbound) => owner.outbound = outbound;

        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) =>
            owner.worker.Options.ActivityTaskFactory.StartNew(
                () => input.Activity.InvokeAsync(input.Args),
                CancellationToken.None,
                TaskCreationOptions.DenyChildAttach,
                owner.worker.Options.ActivityTaskFactory.Scheduler ?? TaskScheduler.Default).Unwrap();
    }

    /// <summary>The innermost outbound interceptor.</summary>
    private sealed class OutboundRoot(ActivityRun owner) : ActivityOutboundInterceptor
    {
        public override void Heartbeat(HeartbeatInput input) => owner.heartbeat(input.Details);
    }
}
