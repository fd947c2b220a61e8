using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Wraps the calls of a client. Inputs are records: change them with "with" and pass them on to <see cref="Next"/>.</summary>
public abstract class ClientOutboundInterceptor
{
    private readonly ClientOutboundInterceptor? next;

    /// <summary>Initializes a new instance of the <see cref="ClientOutboundInterceptor"/> class.</summary>
    /// <param name="next">The next interceptor.</param>
    protected ClientOutboundInterceptor(ClientOutboundInterceptor next) => this.next = next;

    private protected ClientOutboundInterceptor()
    {
    }

    /// <summary>Gets the next interceptor.</summary>
    protected ClientOutboundInterceptor Next => next ?? throw new InvalidOperationException("No next interceptor");

    /// <summary>Takes the actions of past periods.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task BackfillScheduleAsync(BackfillScheduleInput input) => Next.BackfillScheduleAsync(input);

    /// <summary>Requests cancellation of a workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task CancelWorkflowAsync(CancelWorkflowInput input) => Next.CancelWorkflowAsync(input);

    /// <summary>Completes an activity.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input) => Next.CompleteAsyncActivityAsync(input);

    /// <summary>Counts workflows.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input) => Next.CountWorkflowsAsync(input);

    /// <summary>Creates a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<ScheduleHandle> CreateScheduleAsync(CreateScheduleInput input) => Next.CreateScheduleAsync(input);

    /// <summary>Deletes a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task DeleteScheduleAsync(DeleteScheduleInput input) => Next.DeleteScheduleAsync(input);

    /// <summary>Describes a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<ScheduleDescription> DescribeScheduleAsync(DescribeScheduleInput input) => Next.DescribeScheduleAsync(input);

    /// <summary>Describes a workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input) => Next.DescribeWorkflowAsync(input);

    /// <summary>Fails an activity.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task FailAsyncActivityAsync(FailAsyncActivityInput input) => Next.FailAsyncActivityAsync(input);

    /// <summary>Fetches a page of a history.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input) => Next.FetchWorkflowHistoryEventPageAsync(input);

    /// <summary>Sends a heartbeat of an activity.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input) => Next.HeartbeatAsyncActivityAsync(input);

    /// <summary>Lists schedules.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ListSchedulesInput input) => Next.ListSchedulesAsync(input);

    /// <summary>Lists workflows.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input) => Next.ListWorkflowsAsync(input);

    /// <summary>Lists a page of workflows.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowListPage> ListWorkflowsPaginatedAsync(ListWorkflowsPaginatedInput input) => Next.ListWorkflowsPaginatedAsync(input);

    /// <summary>Pauses a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task PauseScheduleAsync(PauseScheduleInput input) => Next.PauseScheduleAsync(input);

    /// <summary>Queries a workflow.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) => Next.QueryWorkflowAsync<TResult>(input);

    /// <summary>Ends an activity as cancelled.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input) => Next.ReportCancellationAsyncActivityAsync(input);

    /// <summary>Signals a workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task SignalWorkflowAsync(SignalWorkflowInput input) => Next.SignalWorkflowAsync(input);

    /// <summary>Sends an update to a workflow that is started if need be.</summary>
    /// <typeparam name="TUpdateResult">The result type of the update.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(StartUpdateWithStartWorkflowInput input) => Next.StartUpdateWithStartWorkflowAsync<TUpdateResult>(input);

    /// <summary>Starts a workflow.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) => Next.StartWorkflowAsync<TWorkflow, TResult>(input);

    /// <summary>Sends an update to a workflow.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) => Next.StartWorkflowUpdateAsync<TResult>(input);

    /// <summary>Terminates a workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task TerminateWorkflowAsync(TerminateWorkflowInput input) => Next.TerminateWorkflowAsync(input);

    /// <summary>Takes the action of a schedule now.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task TriggerScheduleAsync(TriggerScheduleInput input) => Next.TriggerScheduleAsync(input);

    /// <summary>Ends the pause of a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task UnpauseScheduleAsync(UnpauseScheduleInput input) => Next.UnpauseScheduleAsync(input);

    /// <summary>Changes a schedule.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task UpdateScheduleAsync(UpdateScheduleInput input) => Next.UpdateScheduleAsync(input);
}
