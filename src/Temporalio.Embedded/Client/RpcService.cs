using System.Threading.Tasks;
using Google.Protobuf;

namespace Temporalio.Client;

/// <summary>A gRPC service of a server. The in-process engine answers the calls that have a meaning in it.</summary>
public abstract class RpcService
{
    /// <summary>Initializes a new instance of the <see cref="RpcService"/> class.</summary>
    protected RpcService()
    {
    }

    /// <summary>Makes a call.</summary>
    /// <typeparam name="T">The response type.</typeparam>
    /// <param name="rpc">The name of the call.</param>
    /// <param name="req">The request.</param>
    /// <param name="resp">The parser of the response.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    protected abstract Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null)
        where T : IMessage<T>;
}
