using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Temporalio.Worker.Tuning;

/// <summary>Lets as many tasks of a kind run at the same time as a slot supplier allows.</summary>
internal abstract class TaskSlots
{
    /// <summary>Makes the slots of a supplier.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="type">The kind of task.</param>
    /// <param name="context">The worker.</param>
    /// <returns>The slots.</returns>
    public static TaskSlots Create(SlotSupplier supplier, SlotType type, WorkerContext context) => supplier switch
    {
        FixedSizeSlotSupplier fixedSize => new FixedSize(fixedSize.SlotCount),
        ResourceBasedSlotSupplier resourceBased => new ResourceBasedSlots(resourceBased, type),
        CustomSlotSupplier custom => new Custom(custom, type, context),
        _ => throw new ArgumentException($"Unknown slot supplier {supplier.GetType()}"),
    };

    /// <summary>Waits for a slot.</summary>
    /// <param name="isSticky">Whether it is for the queue of the worker itself.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The slot, to be released once.</returns>
    public abstract Task<TaskSlot> ReserveAsync(bool isSticky, CancellationToken cancellationToken);

    /// <summary>A fixed number.</summary>
    private sealed class FixedSize : TaskSlots
    {
        private readonly SemaphoreSlim free;
        private readonly Slot slot;

        public FixedSize(int count)
        {
            free = new SemaphoreSlim(count);
            slot = new Slot(free);
        }

        public override async Task<TaskSlot> ReserveAsync(bool isSticky, CancellationToken cancellationToken)
        {
            await free.WaitAsync(cancellationToken).ConfigureAwait(false);
            return slot;
        }

        private sealed class Slot(SemaphoreSlim free) : TaskSlot
        {
            public override void Release() => free.Release();
        }
    }

    /// <summary>As many as the application says.</summary>
    private sealed class Custom(CustomSlotSupplier supplier, SlotType type, WorkerContext context) : TaskSlots
    {
        private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
        private readonly ILogger logger = context.LoggerFactory.CreateLogger<CustomSlotSupplier>();

        public override async Task<TaskSlot> ReserveAsync(bool isSticky, CancellationToken cancellationToken)
        {
            while (true)
            {
                try
                {
                    // On the thread pool: the supplier may block before it returns its task.
                    var permit = await Task.Run(
                        () => supplier.ReserveSlotAsync(new SlotReserveContext(type, context.TaskQueue, context.Identity, context.BuildId, isSticky), cancellationToken),
                        cancellationToken).ConfigureAwait(false);
                    return new Slot(this, permit);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    logger.LogError(e, "Reserving a slot failed");
                    await Task.Delay(RetryDelay, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        private void Tell(Action tell, string what)
        {
            try
            {
                tell();
            }
            catch (Exception e)
            {
                // The supplier is code of the application: the task goes on whatever it throws.
                logger.LogError(e, "{What} a slot failed", what);
            }
        }

        private sealed class Slot(Custom owner, SlotPermit permit) : TaskSlot
        {
            private SlotInfo? info;

            public override void MarkUsed(SlotInfo info)
            {
                this.info = info;
                owner.Tell(() => owner.Supplier.MarkSlotUsed(new SlotMarkUsedContext(info, permit)), "Marking");
            }

            public override void Release() => owner.Tell(() => owner.Supplier.ReleaseSlot(new SlotReleaseContext(info, permit)), "Releasing");
        }

        private CustomSlotSupplier Supplier => supplier;
    }
}
