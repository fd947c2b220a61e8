namespace Temporalio.Worker.Tuning;

/// <summary>Gives slots as long as the machine has memory and processor time to spare.</summary>
public sealed class ResourceBasedSlotSupplier : SlotSupplier
{
    /// <summary>Initializes a new instance of the <see cref="ResourceBasedSlotSupplier"/> class.</summary>
    /// <param name="options">The limits of this supplier.</param>
    /// <param name="tunerOptions">The targets; the same for all resource-based suppliers of a worker.</param>
    public ResourceBasedSlotSupplier(ResourceBasedSlotSupplierOptions options, ResourceBasedTunerOptions tunerOptions)
    {
        Options = options;
        TunerOptions = tunerOptions;
    }

    /// <summary>Gets the limits of this supplier.</summary>
    public ResourceBasedSlotSupplierOptions Options { get; }

    /// <summary>Gets the targets.</summary>
    public ResourceBasedTunerOptions TunerOptions { get; }
}
