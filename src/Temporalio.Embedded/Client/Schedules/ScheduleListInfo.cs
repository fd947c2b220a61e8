using System;
using System.Collections.Generic;

namespace Temporalio.Client.Schedules;

/// <summary>What a listed schedule has done and will do.</summary>
/// <param name="RecentActions">The last five actions, oldest first.</param>
/// <param name="NextActionTimes">The next five times.</param>
public record ScheduleListInfo(IReadOnlyCollection<ScheduleActionResult> RecentActions, IReadOnlyCollection<DateTime> NextActionTimes);
