namespace Temporalio.Client.Interceptors;

/// <summary>List workflows paginated input.</summary>
/// <param name="Query">The query.</param>
/// <param name="NextPageToken">The token of the next page, or null at the end.</param>
/// <param name="Options">The options.</param>
public record ListWorkflowsPaginatedInput(
    string Query,
    byte[]? NextPageToken,
    WorkflowListPaginatedOptions? Options);
