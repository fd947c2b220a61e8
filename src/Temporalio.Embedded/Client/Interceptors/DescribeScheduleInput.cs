namespace Temporalio.Client.Interceptors;

/// <summary>Describe schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="RpcOptions">The options of the underlying call.</param>
public record DescribeScheduleInput(string Id, RpcOptions? RpcOptions);
