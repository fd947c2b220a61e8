namespace Temporalio.Client.Interceptors;

/// <summary>Delete schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record DeleteScheduleInput(string Id, RpcOptions? RpcOptions);
