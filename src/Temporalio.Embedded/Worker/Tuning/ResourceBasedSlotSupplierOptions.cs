using System;

namespace Temporalio.Worker.Tuning;

/// <summary>Limits of a resource-based slot supplier.</summary>
/// <param name="MinimumSlots">How many slots are given whatever the machine does. Default: 5 for workflow tasks, 1 for all else.</param>
/// <param name="MaximumSlots">How many slots are given at most. Default: 500.</param>
/// <param name="RampThrottle">The shortest time between two slots beyond the minimum. Default: 0 for workflow tasks, 50 ms for all else.</param>
public sealed record ResourceBasedSlotSupplierOptions(int? MinimumSlots = null, int? MaximumSlots = null, TimeSpan? RampThrottle = null);
