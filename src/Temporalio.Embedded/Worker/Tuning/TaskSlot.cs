namespace Temporalio.Worker.Tuning;

/// <summary>The right to run one task.</summary>
internal abstract class TaskSlot
{
    /// <summary>Says what it is used for.</summary>
    /// <param name="info">What for.</param>
    public virtual void MarkUsed(SlotInfo info)
    {
    }

    /// <summary>Gives it back.</summary>
    public abstract void Release();
}
