namespace Temporalio.Client;

/// <summary>Workflow update stage.</summary>
public enum WorkflowUpdateStage
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Admitted.</summary>
    Admitted = 1,

    /// <summary>Accepted.</summary>
    Accepted = 2,

    /// <summary>Completed.</summary>
    Completed = 3,
}
