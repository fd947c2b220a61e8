namespace Temporalio.Worker.Tuning;

/// <summary>A slot about to be used.</summary>
/// <param name="SlotInfo">What for.</param>
/// <param name="Permit">The permit given for it.</param>
public record SlotMarkUsedContext(SlotInfo SlotInfo, SlotPermit Permit);
