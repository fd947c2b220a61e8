namespace Temporalio.Worker.Tuning;

/// <summary>Says how many tasks of each kind a worker runs at the same time.</summary>
public class WorkerTuner : IWorkerTuner
{
    /// <summary>Initializes a new instance of the <see cref="WorkerTuner"/> class.</summary>
    /// <param name="workflowTaskSlotSupplier">The supplier for workflow tasks.</param>
    /// <param name="activityTaskSlotSupplier">The supplier for activities.</param>
    /// <param name="localActivitySlotSupplier">The supplier for local activities.</param>
    /// <param name="nexusTaskSlotSupplier">The supplier for Nexus tasks, which the in-process engine has none of.</param>
    public WorkerTuner(SlotSupplier workflowTaskSlotSupplier, SlotSupplier activityTaskSlotSupplier, SlotSupplier localActivitySlotSupplier, SlotSupplier nexusTaskSlotSupplier)
    {
        WorkflowTaskSlotSupplier = workflowTaskSlotSupplier;
        ActivityTaskSlotSupplier = activityTaskSlotSupplier;
        LocalActivitySlotSupplier = localActivitySlotSupplier;
        NexusTaskSlotSupplier = nexusTaskSlotSupplier;
    }

    /// <inheritdoc/>
    public SlotSupplier ActivityTaskSlotSupplier { get; init; }

    /// <inheritdoc/>
    public SlotSupplier LocalActivitySlotSupplier { get; init; }

    /// <summary>Gets or initializes the supplier for Nexus tasks, which the in-process engine has none of.</summary>
    public SlotSupplier NexusTaskSlotSupplier { get; init; }

    /// <inheritdoc/>
    public SlotSupplier WorkflowTaskSlotSupplier { get; init; }

    /// <summary>Makes a tuner with fixed numbers.</summary>
    /// <param name="workflowTaskSlots">The number of workflow tasks.</param>
    /// <param name="activityTaskSlots">The number of activities.</param>
    /// <param name="localActivitySlots">The number of local activities.</param>
    /// <param name="nexusTaskSlots">The number of Nexus tasks, which the in-process engine has none of.</param>
    /// <returns>The tuner.</returns>
    public static WorkerTuner CreateFixedSize(int workflowTaskSlots, int activityTaskSlots, int localActivitySlots, int nexusTaskSlots = 100) => new(
        new FixedSizeSlotSupplier(workflowTaskSlots),
        new FixedSizeSlotSupplier(activityTaskSlots),
        new FixedSizeSlotSupplier(localActivitySlots),
        new FixedSizeSlotSupplier(nexusTaskSlots));

    /// <summary>Makes a tuner that gives slots while the machine has memory and processor time to spare.</summary>
    /// <param name="targetMemoryUsage">The share of the memory of the machine that may be in use, from 0 to 1.</param>
    /// <param name="targetCpuUsage">The share of the processor time that may be in use, from 0 to 1.</param>
    /// <param name="workflowOptions">The limits for workflow tasks.</param>
    /// <param name="activityOptions">The limits for activities.</param>
    /// <param name="localActivityOptions">The limits for local activities.</param>
    /// <param name="nexusOptions">The limits for Nexus tasks, which the in-process engine has none of.</param>
    /// <returns>The tuner.</returns>
    public static WorkerTuner CreateResourceBased(
        double targetMemoryUsage,
        double targetCpuUsage,
        ResourceBasedSlotSupplierOptions? workflowOptions = null,
        ResourceBasedSlotSupplierOptions? activityOptions = null,
        ResourceBasedSlotSupplierOptions? localActivityOptions = null,
        ResourceBasedSlotSupplierOptions? nexusOptions = null)
    {
        var targets = new ResourceBasedTunerOptions(targetMemoryUsage, targetCpuUsage);
        ResourceBasedSlotSupplier Supplier(ResourceBasedSlotSupplierOptions? options) => new(options ?? new ResourceBasedSlotSupplierOptions(), targets);
        return new(Supplier(workflowOptions), Supplier(activityOptions), Supplier(localActivityOptions), Supplier(nexusOptions));
    }
}
