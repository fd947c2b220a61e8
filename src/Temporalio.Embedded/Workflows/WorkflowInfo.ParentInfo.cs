namespace Temporalio.Workflows;

/// <summary>Workflow info parent info.</summary>
/// <param name="Namespace">The namespace. Default: "default".</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="WorkflowId">The workflow id.</param>
public record ParentInfo(
    string Namespace,
    string RunId,
    string WorkflowId);
