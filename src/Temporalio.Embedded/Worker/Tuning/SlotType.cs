namespace Temporalio.Worker.Tuning;

/// <summary>A kind of task.</summary>
public enum SlotType
{
    /// <summary>A workflow task.</summary>
    Workflow = 0,

    /// <summary>An activity.</summary>
    Activity = 1,

    /// <summary>A local activity.</summary>
    LocalActivity = 2,

    /// <summary>A Nexus operation.</summary>
    NexusOperation = 3,
}
