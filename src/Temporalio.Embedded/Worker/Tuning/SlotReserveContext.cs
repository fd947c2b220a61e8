namespace Temporalio.Worker.Tuning;

/// <summary>A slot that is needed.</summary>
/// <param name="SlotType">The kind of task.</param>
/// <param name="TaskQueue">The task queue.</param>
/// <param name="WorkerIdentity">The identity of the worker.</param>
/// <param name="WorkerBuildId">The build id of the worker; empty if it has none.</param>
/// <param name="IsSticky">Whether the slot is for workflow tasks of the queue of the worker itself.</param>
public record SlotReserveContext(SlotType SlotType, string TaskQueue, string WorkerIdentity, string WorkerBuildId, bool IsSticky);
