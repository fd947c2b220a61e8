namespace Temporalio.Worker.Interceptors;

/// <summary>Cancel external workflow input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
public record CancelExternalWorkflowInput(
    string Id,
    string? RunId);
