using System.Collections.Generic;
using Temporalio.Api.History.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Workflow history event page.</summary>
/// <param name="Events">The events.</param>
/// <param name="NextPageToken">The token of the next page, or null at the end.</param>
public record WorkflowHistoryEventPage(
    IReadOnlyCollection<HistoryEvent> Events,
    byte[]? NextPageToken);
