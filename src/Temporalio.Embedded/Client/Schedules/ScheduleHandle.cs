using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Client.Interceptors;

namespace Temporalio.Client.Schedules;

/// <summary>A handle to a schedule; it checks nothing.</summary>
/// <param name="Client">The client.</param>
/// <param name="Id">The schedule id.</param>
public record ScheduleHandle(ITemporalClient Client, string Id)
{
    /// <summary>Takes the actions of past periods.</summary>
    /// <param name="backfills">The periods, at least one.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task BackfillAsync(IReadOnlyCollection<ScheduleBackfill> backfills, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.BackfillScheduleAsync(new BackfillScheduleInput(Id, backfills, rpcOptions));

    /// <summary>Deletes the schedule; workflows that it has started go on.</summary>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task DeleteAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DeleteScheduleAsync(new DeleteScheduleInput(Id, rpcOptions));

    /// <summary>Describes the schedule.</summary>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>The description.</returns>
    public virtual Task<ScheduleDescription> DescribeAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DescribeScheduleAsync(new DescribeScheduleInput(Id, rpcOptions));

    /// <summary>Pauses the schedule.</summary>
    /// <param name="note">The note to set; by default one that says who paused it.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task PauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.PauseScheduleAsync(new PauseScheduleInput(Id, note, rpcOptions));

    /// <summary>Takes the action now.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task TriggerAsync(ScheduleTriggerOptions? options = null) =>
        Client.OutboundInterceptor.TriggerScheduleAsync(new TriggerScheduleInput(Id, options));

    /// <summary>Ends a pause.</summary>
    /// <param name="note">The note to set; by default one that says who ended it.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task UnpauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UnpauseScheduleAsync(new UnpauseScheduleInput(Id, note, rpcOptions));

    /// <summary>Changes the schedule: reads it, asks for the change and writes it.</summary>
    /// <param name="updater">Makes the new schedule from the description; null changes nothing.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public Task UpdateAsync(Func<ScheduleUpdateInput, ScheduleUpdate?> updater, RpcOptions? rpcOptions = null) =>
        UpdateAsync(input => Task.FromResult(updater(input)), rpcOptions);

    /// <summary>Changes the schedule: reads it, asks for the change and writes it.</summary>
    /// <param name="updater">Makes the new schedule from the description; null changes nothing.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task UpdateAsync(Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> updater, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UpdateScheduleAsync(new UpdateScheduleInput(Id, updater, rpcOptions));
}
