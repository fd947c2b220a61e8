using System;
using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Worker.Tuning;

/// <summary>
/// Gives a slot at once while fewer than the minimum are out; beyond it, up to the maximum, while memory and processor are used less than the targets and
/// the ramp throttle has passed since the last slot.
/// </summary>
internal sealed class ResourceBasedSlots : TaskSlots
{
    private const int DefaultMaximum = 500;
    private static readonly TimeSpan RecheckDelay = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly ResourceBasedTunerOptions targets;
    private readonly Func<ResourceUsage> usage;
    private readonly TimeProvider clock;
    private readonly int minimum;
    private readonly int maximum;
    private readonly TimeSpan rampThrottle;
    private readonly Slot slot;
    private int used;
    private long lastGiven;

    /// <summary>Initializes a new instance of the <see cref="ResourceBasedSlots"/> class.</summary>
    /// <param name="supplier">The limits and targets.</param>
    /// <param name="type">The kind of task, which decides the defaults.</param>
    public ResourceBasedSlots(ResourceBasedSlotSupplier supplier, SlotType type)
        : this(supplier, type, ResourceUsage.Sample, TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ResourceBasedSlots"/> class.</summary>
    /// <param name="supplier">The limits and targets.</param>
    /// <param name="type">The kind of task, which decides the defaults.</param>
    /// <param name="usage">Gets what is used.</param>
    /// <param name="clock">The clock.</param>
    internal ResourceBasedSlots(ResourceBasedSlotSupplier supplier, SlotType type, Func<ResourceUsage> usage, TimeProvider clock)
    {
        var options = supplier.Options;
        targets = supplier.TunerOptions;
        this.usage = usage;
        this.clock = clock;
        minimum = options.MinimumSlots ?? (type == SlotType.Workflow ? 5 : 1);
        maximum = options.MaximumSlots ?? DefaultMaximum;
        rampThrottle = options.RampThrottle ?? TimeSpan.FromMilliseconds(type == SlotType.Workflow ? 0 : 50);
        lastGiven = clock.GetTimestamp();
        slot = new Slot(this);
    }

    /// <inheritdoc/>
    public override async Task<TaskSlot> ReserveAsync(bool isSticky, CancellationToken cancellationToken)
    {
        TaskSlot? free;
        while ((free = TryReserve()) is null)
        {
            await Task.Delay(RecheckDelay, clock, cancellationToken).ConfigureAwait(false);
        }

        return free;
    }

    /// <summary>Takes a slot if one may be given now.</summary>
    /// <returns>The slot, or null.</returns>
    internal TaskSlot? TryReserve()
    {
        lock (gate)
        {
            if (used >= minimum && !MayGrow())
            {
                return null;
            }

            used++;
            lastGiven = clock.GetTimestamp();
            return slot;
        }
    }

    private bool MayGrow()
    {
        if (used >= maximum || clock.GetElapsedTime(lastGiven) < rampThrottle)
        {
            return false;
        }

        var now = usage();
        return now.Memory < targets.TargetMemoryUsage && now.Cpu < targets.TargetCpuUsage;
    }

    private sealed class Slot(ResourceBasedSlots owner) : TaskSlot
    {
        public override void Release()
        {
            lock (owner.gate)
            {
                owner.used--;
            }
        }
    }
}
