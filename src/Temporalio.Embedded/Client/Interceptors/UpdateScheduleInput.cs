using System;
using System.Threading.Tasks;
using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Update schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Updater">Makes the change.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record UpdateScheduleInput(string Id, Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> Updater, RpcOptions? RpcOptions);
