using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Worker.Tuning;

/// <summary>
/// A slot supplier of the application. Its methods may be called from any thread. What they throw is logged: a failed reservation is tried again after
/// a second, other failures change nothing.
/// </summary>
public abstract class CustomSlotSupplier : SlotSupplier
{
    /// <summary>Initializes a new instance of the <see cref="CustomSlotSupplier"/> class.</summary>
    protected CustomSlotSupplier()
    {
    }

    /// <summary>Called when a reserved slot is about to be used for a task.</summary>
    /// <param name="ctx">The slot and the task.</param>
    public abstract void MarkSlotUsed(SlotMarkUsedContext ctx);

    /// <summary>Called when a slot is no longer needed: its task has ended, or there was none.</summary>
    /// <param name="ctx">The slot.</param>
    public abstract void ReleaseSlot(SlotReleaseContext ctx);

    /// <summary>Waits until a slot is free; called before the worker asks for a task.</summary>
    /// <param name="ctx">What the slot is for.</param>
    /// <param name="cancellationToken">Cancelled when the worker shuts down.</param>
    /// <returns>The slot.</returns>
    public abstract Task<SlotPermit> ReserveSlotAsync(SlotReserveContext ctx, CancellationToken cancellationToken);

    /// <summary>
    /// Reserves a slot if one is free at once. Asked for tasks handed over eagerly, without polling; in the process of the engine none are, since
    /// polling costs nothing there.
    /// </summary>
    /// <param name="ctx">What the slot is for.</param>
    /// <returns>The slot, or null.</returns>
    public abstract SlotPermit? TryReserveSlot(SlotReserveContext ctx);
}
