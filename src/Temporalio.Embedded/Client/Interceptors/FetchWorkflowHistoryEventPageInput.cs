using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Fetch workflow history event page input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="PageSize">The page size; 0 means the default of the server.</param>
/// <param name="NextPageToken">The token of the next page, or null at the end.</param>
/// <param name="WaitNewEvent">Whether to wait for events to come.</param>
/// <param name="EventFilterType">Which events to fetch.</param>
/// <param name="SkipArchival">Whether archived histories are skipped.</param>
/// <param name="Rpc">The options of the underlying call.</param>
public record FetchWorkflowHistoryEventPageInput(
    string Id,
    string? RunId,
    int? PageSize,
    byte[]? NextPageToken,
    bool WaitNewEvent,
    HistoryEventFilterType EventFilterType,
    bool SkipArchival,
    RpcOptions? Rpc);
