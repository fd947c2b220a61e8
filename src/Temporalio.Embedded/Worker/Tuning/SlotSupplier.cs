namespace Temporalio.Worker.Tuning;

/// <summary>Says how many tasks a worker runs at the same time.</summary>
public abstract class SlotSupplier
{
    private protected SlotSupplier()
    {
    }
}
