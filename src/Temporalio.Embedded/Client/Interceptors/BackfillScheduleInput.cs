using System.Collections.Generic;
using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Backfill schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Backfills">The periods.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record BackfillScheduleInput(string Id, IReadOnlyCollection<ScheduleBackfill> Backfills, RpcOptions? RpcOptions);
