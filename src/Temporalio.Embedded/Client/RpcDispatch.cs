using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Engine;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Answers a raw call of a service from the engine.</summary>
/// <param name="engine">The engine.</param>
/// <param name="request">The request.</param>
/// <param name="cancellationToken">Stops waiting.</param>
/// <returns>The response.</returns>
internal delegate Task<IMessage> RpcCall(IEngine engine, IMessage request, CancellationToken cancellationToken);

/// <summary>Finds the answer to a raw call.</summary>
internal static class RpcDispatch
{
    /// <summary>Makes a call of a function of its own request and response type.</summary>
    /// <typeparam name="TRequest">The request type.</typeparam>
    /// <param name="call">The function.</param>
    /// <returns>The call.</returns>
    public static RpcCall On<TRequest>(Func<IEngine, TRequest, CancellationToken, Task<IMessage>> call)
        where TRequest : IMessage =>
        (engine, request, cancellationToken) => call(engine, (TRequest)request, cancellationToken);

    /// <summary>Makes a call of a function that answers at once.</summary>
    /// <typeparam name="TRequest">The request type.</typeparam>
    /// <param name="call">The function.</param>
    /// <returns>The call.</returns>
    public static RpcCall On<TRequest>(Func<IEngine, TRequest, IMessage> call)
        where TRequest : IMessage =>
        (engine, request, _) => Task.FromResult(call(engine, (TRequest)request));

    /// <summary>Makes a call.</summary>
    /// <typeparam name="T">The response type.</typeparam>
    /// <param name="calls">The calls of the service.</param>
    /// <param name="service">The name of the service.</param>
    /// <param name="rpc">The name of the call.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="request">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    /// <exception cref="RpcException">The call failed, or the engine does not implement it.</exception>
    public static async Task<T> InvokeAsync<T>(
        IReadOnlyDictionary<string, RpcCall> calls, string service, string rpc, TemporalConnection connection, IMessage request, RpcOptions? options)
    {
        if (!calls.TryGetValue(rpc, out var call))
        {
            throw new RpcException(RpcException.StatusCode.Unimplemented, $"The in-process engine does not implement {rpc} of {service}", null);
        }

        using var deadline = new RpcDeadline(options);
        try
        {
            return (T)await call(connection.Engine, request, deadline.Token).ConfigureAwait(false);
        }
        catch (WorkflowAlreadyStartedException e)
        {
            throw new RpcException(
                RpcException.StatusCode.AlreadyExists, $"Workflow execution is already running. WorkflowId: {e.WorkflowId}, RunId: {e.RunId}.", null);
        }
        catch (ScheduleAlreadyRunningException e)
        {
            throw new RpcException(RpcException.StatusCode.AlreadyExists, e.Message, null);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, e.Message, null);
        }
    }
}
