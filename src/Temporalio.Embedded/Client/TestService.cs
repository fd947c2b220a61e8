using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;

namespace Temporalio.Client;

/// <summary>
/// The raw calls of the test service.
/// An environment that skips time answers them; every other engine ends them with status Unimplemented.
/// </summary>
public abstract class TestService : RpcService
{
    /// <summary>Initializes a new instance of the <see cref="TestService"/> class.</summary>
    protected TestService()
    {
    }

    /// <summary>Calls GetCurrentTime.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetCurrentTimeResponse> GetCurrentTimeAsync(Empty req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetCurrentTime", req, GetCurrentTimeResponse.Parser, options);

    /// <summary>Calls LockTimeSkipping.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<LockTimeSkippingResponse> LockTimeSkippingAsync(LockTimeSkippingRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("LockTimeSkipping", req, LockTimeSkippingResponse.Parser, options);

    /// <summary>Calls Sleep.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SleepResponse> SleepAsync(SleepRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("Sleep", req, SleepResponse.Parser, options);

    /// <summary>Calls SleepUntil.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SleepResponse> SleepUntilAsync(SleepUntilRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SleepUntil", req, SleepResponse.Parser, options);

    /// <summary>Calls UnlockTimeSkipping.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UnlockTimeSkippingResponse> UnlockTimeSkippingAsync(UnlockTimeSkippingRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UnlockTimeSkipping", req, UnlockTimeSkippingResponse.Parser, options);

    /// <summary>Calls UnlockTimeSkippingWithSleep.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SleepResponse> UnlockTimeSkippingWithSleepAsync(SleepRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UnlockTimeSkippingWithSleep", req, SleepResponse.Parser, options);

    /// <summary>The calls on the engine of a connection.</summary>
    public class Core : TestService
    {
        private readonly TemporalConnection connection;

        /// <summary>Initializes a new instance of the <see cref="Core"/> class.</summary>
        /// <param name="connection">The connection.</param>
        public Core(TemporalConnection connection) => this.connection = connection;

        /// <inheritdoc/>
        protected override Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null) =>
            RpcDispatch.InvokeAsync<T>(TestServiceCalls.All, "temporal.api.testservice.v1.TestService", rpc, connection, req, options);
    }
}
