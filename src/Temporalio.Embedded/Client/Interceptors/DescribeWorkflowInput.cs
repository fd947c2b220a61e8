namespace Temporalio.Client.Interceptors;

/// <summary>Describe workflow input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="Options">The options.</param>
public record DescribeWorkflowInput(
    string Id,
    string? RunId,
    WorkflowDescribeOptions? Options);
