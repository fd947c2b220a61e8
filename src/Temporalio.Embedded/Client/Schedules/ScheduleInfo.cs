using System;
using System.Collections.Generic;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule has done and will do.</summary>
/// <param name="NumActions">The number of actions taken.</param>
/// <param name="NumActionsMissedCatchupWindow">The number of actions that were noticed too late.</param>
/// <param name="NumActionsSkippedOverlap">The number of actions skipped because of another one.</param>
/// <param name="RunningActions">The workflows that are running.</param>
/// <param name="RecentActions">The last ten actions, oldest first.</param>
/// <param name="NextActionTimes">The next ten times.</param>
/// <param name="CreatedAt">When the schedule was created.</param>
/// <param name="LastUpdatedAt">When it was last changed, or null.</param>
public record ScheduleInfo(
    long NumActions,
    long NumActionsMissedCatchupWindow,
    long NumActionsSkippedOverlap,
    IReadOnlyCollection<ScheduleActionExecution> RunningActions,
    IReadOnlyCollection<ScheduleActionResult> RecentActions,
    IReadOnlyCollection<DateTime> NextActionTimes,
    DateTime CreatedAt,
    DateTime? LastUpdatedAt);
