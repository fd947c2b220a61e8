using System.Collections.Generic;

namespace Temporalio.Client;

/// <summary>Workflow list page.</summary>
/// <param name="Workflows">The workflows.</param>
/// <param name="NextPageToken">The token of the next page, or null at the end.</param>
public record WorkflowListPage(
    IReadOnlyCollection<WorkflowExecution> Workflows,
    byte[]? NextPageToken);
