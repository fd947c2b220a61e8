namespace Temporalio.Worker.Tuning;

/// <summary>Says how many tasks of each kind a worker runs at the same time.</summary>
public interface IWorkerTuner
{
    /// <summary>Gets the supplier for activities.</summary>
    SlotSupplier ActivityTaskSlotSupplier { get; }

    /// <summary>Gets the supplier for local activities.</summary>
    SlotSupplier LocalActivitySlotSupplier { get; }

    /// <summary>Gets the supplier for workflow tasks.</summary>
    SlotSupplier WorkflowTaskSlotSupplier { get; }
}
