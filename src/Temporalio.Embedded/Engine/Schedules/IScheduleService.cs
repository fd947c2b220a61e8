using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Schedules;

/// <summary>What clients ask of schedules. Errors are <see cref="RpcException"/> with the status codes of the service.</summary>
internal interface IScheduleService
{
    /// <summary>Creates a schedule.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="memo">Its memo.</param>
    /// <param name="searchAttributes">Its search attributes.</param>
    /// <param name="patch">What to do at once.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ScheduleAlreadyRunningException">A schedule has the id.</exception>
    Task CreateAsync(string workflowNamespace, string id, Schedule schedule, Memo? memo, SearchAttributes? searchAttributes, SchedulePatch patch);

    /// <summary>Describes a schedule.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <returns>The description.</returns>
    Task<DescribeScheduleResponse> DescribeAsync(string workflowNamespace, string id);

    /// <summary>Replaces a schedule.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="searchAttributes">Its search attributes; null leaves them.</param>
    /// <returns>A task for the end.</returns>
    Task UpdateAsync(string workflowNamespace, string id, Schedule schedule, SearchAttributes? searchAttributes);

    /// <summary>Pauses, unpauses, triggers, backfills.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <param name="patch">What to do.</param>
    /// <returns>A task for the end.</returns>
    Task PatchAsync(string workflowNamespace, string id, SchedulePatch patch);

    /// <summary>Deletes a schedule.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="id">The schedule id.</param>
    /// <returns>A task for the end.</returns>
    Task DeleteAsync(string workflowNamespace, string id);

    /// <summary>Lists schedules by id.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="query">The list filter: ScheduleId, TemporalSchedulePaused, custom search attributes. Empty means all.</param>
    /// <returns>The schedules.</returns>
    Task<IReadOnlyList<ScheduleListEntry>> ListAsync(string workflowNamespace, string query);
}
