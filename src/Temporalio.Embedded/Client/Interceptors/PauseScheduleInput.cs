namespace Temporalio.Client.Interceptors;

/// <summary>Pause schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Note">The note, or null.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record PauseScheduleInput(string Id, string? Note, RpcOptions? RpcOptions);
