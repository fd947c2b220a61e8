namespace Temporalio.Client.Interceptors;

/// <summary>Unpause schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Note">The note, or null.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record UnpauseScheduleInput(string Id, string? Note, RpcOptions? RpcOptions);
