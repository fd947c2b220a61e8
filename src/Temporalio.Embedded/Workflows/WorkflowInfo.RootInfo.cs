namespace Temporalio.Workflows;

/// <summary>Workflow info root info.</summary>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="WorkflowId">The workflow id.</param>
public record RootInfo(
    string RunId,
    string WorkflowId);
