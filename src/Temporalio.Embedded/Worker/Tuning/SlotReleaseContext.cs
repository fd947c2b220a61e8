namespace Temporalio.Worker.Tuning;

/// <summary>A slot no longer needed.</summary>
/// <param name="SlotInfo">What it was used for; null if it was not.</param>
/// <param name="Permit">The permit given for it.</param>
public record SlotReleaseContext(SlotInfo? SlotInfo, SlotPermit Permit);
