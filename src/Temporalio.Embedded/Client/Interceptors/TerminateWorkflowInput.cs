namespace Temporalio.Client.Interceptors;

/// <summary>Terminate workflow input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="FirstExecutionRunId">The run id of the first run of the chain.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Options">The options.</param>
public record TerminateWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    string? Reason,
    WorkflowTerminateOptions? Options);
