namespace Temporalio.Client.Interceptors;

/// <summary>Cancel workflow input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="FirstExecutionRunId">The run id of the first run of the chain.</param>
/// <param name="Options">The options.</param>
public record CancelWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    WorkflowCancelOptions? Options);
