using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Api.OperatorService.V1;

namespace Temporalio.Client;

/// <summary>
/// The raw calls of the operator service.
/// The in-process engine answers those about search attributes. Every other call ends with status Unimplemented.
/// </summary>
public abstract class OperatorService : RpcService
{
    /// <summary>Initializes a new instance of the <see cref="OperatorService"/> class.</summary>
    protected OperatorService()
    {
    }

    /// <summary>Calls AddOrUpdateRemoteCluster.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<AddOrUpdateRemoteClusterResponse> AddOrUpdateRemoteClusterAsync(AddOrUpdateRemoteClusterRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("AddOrUpdateRemoteCluster", req, AddOrUpdateRemoteClusterResponse.Parser, options);

    /// <summary>Calls AddSearchAttributes.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<AddSearchAttributesResponse> AddSearchAttributesAsync(AddSearchAttributesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("AddSearchAttributes", req, AddSearchAttributesResponse.Parser, options);

    /// <summary>Calls CreateNexusEndpoint.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CreateNexusEndpointResponse> CreateNexusEndpointAsync(CreateNexusEndpointRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CreateNexusEndpoint", req, CreateNexusEndpointResponse.Parser, options);

    /// <summary>Calls DeleteNamespace.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteNamespaceResponse> DeleteNamespaceAsync(DeleteNamespaceRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteNamespace", req, DeleteNamespaceResponse.Parser, options);

    /// <summary>Calls DeleteNexusEndpoint.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteNexusEndpointResponse> DeleteNexusEndpointAsync(DeleteNexusEndpointRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteNexusEndpoint", req, DeleteNexusEndpointResponse.Parser, options);

    /// <summary>Calls GetNexusEndpoint.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetNexusEndpointResponse> GetNexusEndpointAsync(GetNexusEndpointRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetNexusEndpoint", req, GetNexusEndpointResponse.Parser, options);

    /// <summary>Calls ListClusters.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListClustersResponse> ListClustersAsync(ListClustersRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListClusters", req, ListClustersResponse.Parser, options);

    /// <summary>Calls ListNexusEndpoints.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListNexusEndpointsResponse> ListNexusEndpointsAsync(ListNexusEndpointsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListNexusEndpoints", req, ListNexusEndpointsResponse.Parser, options);

    /// <summary>Calls ListSearchAttributes.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListSearchAttributesResponse> ListSearchAttributesAsync(ListSearchAttributesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListSearchAttributes", req, ListSearchAttributesResponse.Parser, options);

    /// <summary>Calls RemoveRemoteCluster.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RemoveRemoteClusterResponse> RemoveRemoteClusterAsync(RemoveRemoteClusterRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RemoveRemoteCluster", req, RemoveRemoteClusterResponse.Parser, options);

    /// <summary>Calls RemoveSearchAttributes.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RemoveSearchAttributesResponse> RemoveSearchAttributesAsync(RemoveSearchAttributesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RemoveSearchAttributes", req, RemoveSearchAttributesResponse.Parser, options);

    /// <summary>Calls UpdateNexusEndpoint.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateNexusEndpointResponse> UpdateNexusEndpointAsync(UpdateNexusEndpointRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateNexusEndpoint", req, UpdateNexusEndpointResponse.Parser, options);

    /// <summary>The calls on the engine of a connection.</summary>
    public class Core : OperatorService
    {
        private readonly TemporalConnection connection;

        /// <summary>Initializes a new instance of the <see cref="Core"/> class.</summary>
        /// <param name="connection">The connection.</param>
        public Core(TemporalConnection connection) => this.connection = connection;

        /// <inheritdoc/>
        protected override Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null) =>
            RpcDispatch.InvokeAsync<T>(OperatorServiceCalls.All, "temporal.api.operatorservice.v1.OperatorService", rpc, connection, req, options);
    }
}
