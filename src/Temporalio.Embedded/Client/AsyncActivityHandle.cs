using System;
using System.Threading.Tasks;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>An activity that completes outside its method, see <see cref="Activities.CompleteAsyncException"/>.</summary>
/// <param name="Client">The client.</param>
/// <param name="Activity">The activity.</param>
public record AsyncActivityHandle(ITemporalClient Client, AsyncActivityHandle.Reference Activity)
    : IWithSerializationContext<AsyncActivityHandle>
{
    /// <summary>Gets or initializes the converter to use in place of the one of the client.</summary>
    public DataConverter? DataConverterOverride { get; init; }

    /// <summary>Completes the activity.</summary>
    /// <param name="result">The result.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="Exceptions.RpcException">There is no such activity any more.</exception>
    public Task CompleteAsync(object? result = null, AsyncActivityCompleteOptions? options = null) =>
        Client.OutboundInterceptor.CompleteAsyncActivityAsync(new CompleteAsyncActivityInput(Activity, result, options, DataConverterOverride));

    /// <summary>Fails the attempt.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="Exceptions.RpcException">There is no such activity any more.</exception>
    public Task FailAsync(Exception exception, AsyncActivityFailOptions? options = null) =>
        Client.OutboundInterceptor.FailAsyncActivityAsync(new FailAsyncActivityInput(Activity, exception, options, DataConverterOverride));

    /// <summary>Sends a heartbeat.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="Exceptions.AsyncActivityCanceledException">Cancellation of the activity is requested.</exception>
    public Task HeartbeatAsync(AsyncActivityHeartbeatOptions? options = null) =>
        Client.OutboundInterceptor.HeartbeatAsyncActivityAsync(new HeartbeatAsyncActivityInput(Activity, options, DataConverterOverride));

    /// <summary>Ends the activity as cancelled.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="Exceptions.RpcException">There is no such activity any more.</exception>
    public Task ReportCancellationAsync(AsyncActivityReportCancellationOptions? options = null) =>
        Client.OutboundInterceptor.ReportCancellationAsyncActivityAsync(new ReportCancellationAsyncActivityInput(Activity, options, DataConverterOverride));

    /// <inheritdoc/>
    public AsyncActivityHandle WithSerializationContext(ISerializationContext context) =>
        this with { DataConverterOverride = (DataConverterOverride ?? Client.Options.DataConverter).WithSerializationContext(context) };

    /// <summary>How the activity is addressed.</summary>
    public abstract record Reference
    {
        private protected Reference()
        {
        }
    }

    /// <summary>Addressed by workflow and activity id.</summary>
    /// <param name="WorkflowId">The workflow id.</param>
    /// <param name="RunId">The run id; null means the latest run.</param>
    /// <param name="ActivityId">The activity id.</param>
    public record IdReference(string WorkflowId, string? RunId, string ActivityId) : Reference;

    /// <summary>Addressed by task token.</summary>
    /// <param name="TaskToken">The task token.</param>
    public record TaskTokenReference(byte[] TaskToken) : Reference;
}
