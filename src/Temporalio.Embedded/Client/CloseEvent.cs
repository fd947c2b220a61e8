using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Reads the result out of the last event of a run.</summary>
internal static class CloseEvent
{
    /// <summary>Converts the close event.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="id">The workflow id.</param>
    /// <param name="events">The close event alone.</param>
    /// <param name="followRuns">Whether a following run is to be named instead of judged.</param>
    /// <returns>The result, or the run that follows.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as new and is not to be followed.</exception>
    public static async Task<(TResult? Result, string? NewRunId)> ToResultAsync<TResult>(ITemporalClient client, string id, IReadOnlyCollection<HistoryEvent> events, bool followRuns)
    {
        var close = events.SingleOrDefault() ?? throw new InvalidOperationException($"Workflow {id} has no close event");
        var converter = client.Options.DataConverter.WithSerializationContext(new ISerializationContext.Workflow(client.Options.Namespace, id));
        switch (close.EventType)
        {
            case EventType.WorkflowExecutionCompleted:
                var completed = close.WorkflowExecutionCompletedEventAttributes;
                return followRuns && completed.NewExecutionRunId.Length > 0
                    ? (default, completed.NewExecutionRunId)
                    : (await PayloadConversion.ToResultAsync<TResult>(converter, completed.Result).ConfigureAwait(false), null);
            case EventType.WorkflowExecutionFailed:
                var failed = close.WorkflowExecutionFailedEventAttributes;
                return followRuns && failed.NewExecutionRunId.Length > 0
                    ? (default, failed.NewExecutionRunId)
                    : throw new WorkflowFailedException(await PayloadConversion.ToExceptionAsync(converter, failed.Failure).ConfigureAwait(false));
            case EventType.WorkflowExecutionCanceled:
                throw await FailedAsync(new Failure
                {
                    Message = "Workflow execution canceled",
                    CanceledFailureInfo = new CanceledFailureInfo { Details = close.WorkflowExecutionCanceledEventAttributes.Details },
                }).ConfigureAwait(false);
            case EventType.WorkflowExecutionTerminated:
                var terminated = close.WorkflowExecutionTerminatedEventAttributes;
                throw await FailedAsync(new Failure
                {
                    Message = terminated.Reason.Length > 0 ? terminated.Reason : "Workflow execution terminated",
                    TerminatedFailureInfo = new TerminatedFailureInfo(),
                }).ConfigureAwait(false);
            case EventType.WorkflowExecutionTimedOut:
                var timedOut = close.WorkflowExecutionTimedOutEventAttributes;
                return followRuns && timedOut.NewExecutionRunId.Length > 0
                    ? (default, timedOut.NewExecutionRunId)
                    : throw await FailedAsync(new Failure
                    {
                        Message = "Workflow execution timed out",
                        TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose },
                    }).ConfigureAwait(false);
            case EventType.WorkflowExecutionContinuedAsNew:
                var next = close.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId;
                return followRuns ? (default, next) : throw new WorkflowContinuedAsNewException(next);
            default:
                throw new InvalidOperationException($"Unexpected close event {close.EventType}");
        }

        async Task<Exception> FailedAsync(Failure failure) =>
            new WorkflowFailedException(await PayloadConversion.ToExceptionAsync(converter, failure).ConfigureAwait(false));
    }
}
