namespace Temporalio.Worker;

/// <summary>Workflow stack trace.</summary>
public enum WorkflowStackTrace
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Normal.</summary>
    Normal = 1,

    /// <summary>Without file info.</summary>
    WithoutFileInfo = 2,
}
