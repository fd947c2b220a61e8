namespace Temporalio.Client.Interceptors;

/// <summary>List workflows input.</summary>
/// <param name="Query">The query.</param>
/// <param name="Options">The options.</param>
public record ListWorkflowsInput(
    string Query,
    WorkflowListOptions? Options);
