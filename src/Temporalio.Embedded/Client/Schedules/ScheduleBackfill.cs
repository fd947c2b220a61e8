using System;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Schedules;

/// <summary>A period whose actions are taken now.</summary>
/// <param name="StartAt">Its start, included.</param>
/// <param name="EndAt">Its end, included.</param>
/// <param name="Overlap">The overlap policy; unspecified means that of the schedule.</param>
public record ScheduleBackfill(DateTime StartAt, DateTime EndAt, ScheduleOverlapPolicy Overlap = ScheduleOverlapPolicy.Unspecified);
