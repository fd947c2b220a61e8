using System;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Engine.Timers;

namespace Temporalio.Engine.Schedules;

/// <summary>What a schedule works with.</summary>
internal interface IScheduleHost
{
    /// <summary>Gets the time.</summary>
    DateTime UtcNow { get; }

    /// <summary>Gets the timers.</summary>
    TimerQueue Timers { get; }

    /// <summary>Runs work in the background; virtual time stands still meanwhile.</summary>
    /// <param name="work">The work.</param>
    void Run(Func<Task> work);

    /// <summary>Stores a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>A task for the commit.</returns>
    Task SaveAsync(StoredSchedule schedule);

    /// <summary>Removes a schedule.</summary>
    /// <param name="runner">The schedule.</param>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <returns>A task for the commit.</returns>
    Task DeleteAsync(ScheduleRunner runner, string workflowNamespace, string id);

    /// <summary>Starts a workflow.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isLost">Whether a run that is there already is the one of this action, started before a crash.</param>
    /// <returns>The first run of its chain, null if another workflow has the id; and the event that has ended it already, or null.</returns>
    Task<(string? RunId, HistoryEvent? Close)> StartAsync(StartWorkflowRequest request, Func<WorkflowExecution, bool> isLost);

    /// <summary>Cancels or terminates a workflow, if it is still running.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="execution">The workflow.</param>
    /// <param name="terminate">Whether to terminate it.</param>
    /// <returns>A task for the end.</returns>
    Task StopAsync(string workflowNamespace, WorkflowExecution execution, bool terminate);

    /// <summary>Gets the event that has ended a workflow.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <returns>The event; null while it is running.</returns>
    Task<HistoryEvent?> FindCloseAsync(string workflowNamespace, string workflowId);

    /// <summary>Asks to be told when a workflow has ended.</summary>
    /// <param name="runner">The schedule.</param>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="workflowId">The workflow.</param>
    void Watch(ScheduleRunner runner, string workflowNamespace, string workflowId);

    /// <summary>Ends what <see cref="Watch"/> began.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="workflowId">The workflow.</param>
    void Unwatch(string workflowNamespace, string workflowId);
}
