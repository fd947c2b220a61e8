namespace Temporalio.Worker.Tuning;

/// <summary>What a slot is used for.</summary>
public record SlotInfo
{
    private SlotInfo()
    {
    }

    /// <summary>An activity.</summary>
    /// <param name="ActivityType">Its type.</param>
    public record ActivitySlotInfo(string ActivityType) : SlotInfo;

    /// <summary>A local activity.</summary>
    /// <param name="ActivityType">Its type.</param>
    public record LocalActivitySlotInfo(string ActivityType) : SlotInfo;

    /// <summary>A Nexus operation.</summary>
    /// <param name="ServiceHandlerType">The type of its handler.</param>
    /// <param name="OperationName">Its name.</param>
    public record NexusOperationSlotInfo(string ServiceHandlerType, string OperationName) : SlotInfo;

    /// <summary>A workflow task.</summary>
    /// <param name="WorkflowType">The type of the workflow.</param>
    /// <param name="IsSticky">Whether it came through the queue of the worker that has the workflow cached.</param>
    public record WorkflowSlotInfo(string WorkflowType, bool IsSticky) : SlotInfo;
}
