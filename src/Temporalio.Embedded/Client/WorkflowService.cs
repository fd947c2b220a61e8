using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Client;

/// <summary>
/// The raw calls of the workflow service.
/// The in-process engine answers those that start, end, tell, describe, list and count workflows and schedules, complete activities, or tell of namespaces,
/// task queues and the engine itself; <see cref="Core"/> lists them. Every other call ends with status Unimplemented.
/// </summary>
public abstract class WorkflowService : RpcService
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowService"/> class.</summary>
    protected WorkflowService()
    {
    }

    /// <summary>Calls CountActivityExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CountActivityExecutions", req, CountActivityExecutionsResponse.Parser, options);

    /// <summary>Calls CountNexusOperationExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CountNexusOperationExecutionsResponse> CountNexusOperationExecutionsAsync(CountNexusOperationExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CountNexusOperationExecutions", req, CountNexusOperationExecutionsResponse.Parser, options);

    /// <summary>Calls CountSchedules.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CountSchedulesResponse> CountSchedulesAsync(CountSchedulesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CountSchedules", req, CountSchedulesResponse.Parser, options);

    /// <summary>Calls CountWorkers.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CountWorkersResponse> CountWorkersAsync(CountWorkersRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CountWorkers", req, CountWorkersResponse.Parser, options);

    /// <summary>Calls CountWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CountWorkflowExecutions", req, CountWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls CreateSchedule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CreateSchedule", req, CreateScheduleResponse.Parser, options);

    /// <summary>Calls CreateWorkerDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CreateWorkerDeploymentResponse> CreateWorkerDeploymentAsync(CreateWorkerDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CreateWorkerDeployment", req, CreateWorkerDeploymentResponse.Parser, options);

    /// <summary>Calls CreateWorkerDeploymentVersion.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CreateWorkerDeploymentVersionResponse> CreateWorkerDeploymentVersionAsync(CreateWorkerDeploymentVersionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CreateWorkerDeploymentVersion", req, CreateWorkerDeploymentVersionResponse.Parser, options);

    /// <summary>Calls CreateWorkflowRule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<CreateWorkflowRuleResponse> CreateWorkflowRuleAsync(CreateWorkflowRuleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("CreateWorkflowRule", req, CreateWorkflowRuleResponse.Parser, options);

    /// <summary>Calls DeleteActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteActivityExecutionResponse> DeleteActivityExecutionAsync(DeleteActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteActivityExecution", req, DeleteActivityExecutionResponse.Parser, options);

    /// <summary>Calls DeleteNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteNexusOperationExecutionResponse> DeleteNexusOperationExecutionAsync(DeleteNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteNexusOperationExecution", req, DeleteNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls DeleteSchedule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteScheduleResponse> DeleteScheduleAsync(DeleteScheduleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteSchedule", req, DeleteScheduleResponse.Parser, options);

    /// <summary>Calls DeleteWorkerDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteWorkerDeploymentResponse> DeleteWorkerDeploymentAsync(DeleteWorkerDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteWorkerDeployment", req, DeleteWorkerDeploymentResponse.Parser, options);

    /// <summary>Calls DeleteWorkerDeploymentVersion.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteWorkerDeploymentVersionResponse> DeleteWorkerDeploymentVersionAsync(DeleteWorkerDeploymentVersionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteWorkerDeploymentVersion", req, DeleteWorkerDeploymentVersionResponse.Parser, options);

    /// <summary>Calls DeleteWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteWorkflowExecutionResponse> DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteWorkflowExecution", req, DeleteWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls DeleteWorkflowRule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeleteWorkflowRuleResponse> DeleteWorkflowRuleAsync(DeleteWorkflowRuleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeleteWorkflowRule", req, DeleteWorkflowRuleResponse.Parser, options);

    /// <summary>Calls DeprecateNamespace.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DeprecateNamespaceResponse> DeprecateNamespaceAsync(DeprecateNamespaceRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DeprecateNamespace", req, DeprecateNamespaceResponse.Parser, options);

    /// <summary>Calls DescribeActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeActivityExecutionResponse> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeActivityExecution", req, DescribeActivityExecutionResponse.Parser, options);

    /// <summary>Calls DescribeBatchOperation.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeBatchOperationResponse> DescribeBatchOperationAsync(DescribeBatchOperationRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeBatchOperation", req, DescribeBatchOperationResponse.Parser, options);

    /// <summary>Calls DescribeDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeDeploymentResponse> DescribeDeploymentAsync(DescribeDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeDeployment", req, DescribeDeploymentResponse.Parser, options);

    /// <summary>Calls DescribeNamespace.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeNamespaceResponse> DescribeNamespaceAsync(DescribeNamespaceRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeNamespace", req, DescribeNamespaceResponse.Parser, options);

    /// <summary>Calls DescribeNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeNexusOperationExecutionResponse> DescribeNexusOperationExecutionAsync(DescribeNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeNexusOperationExecution", req, DescribeNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls DescribeSchedule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeScheduleResponse> DescribeScheduleAsync(DescribeScheduleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeSchedule", req, DescribeScheduleResponse.Parser, options);

    /// <summary>Calls DescribeTaskQueue.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeTaskQueueResponse> DescribeTaskQueueAsync(DescribeTaskQueueRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeTaskQueue", req, DescribeTaskQueueResponse.Parser, options);

    /// <summary>Calls DescribeWorker.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeWorkerResponse> DescribeWorkerAsync(DescribeWorkerRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeWorker", req, DescribeWorkerResponse.Parser, options);

    /// <summary>Calls DescribeWorkerDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeWorkerDeploymentResponse> DescribeWorkerDeploymentAsync(DescribeWorkerDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeWorkerDeployment", req, DescribeWorkerDeploymentResponse.Parser, options);

    /// <summary>Calls DescribeWorkerDeploymentVersion.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeWorkerDeploymentVersionResponse> DescribeWorkerDeploymentVersionAsync(DescribeWorkerDeploymentVersionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeWorkerDeploymentVersion", req, DescribeWorkerDeploymentVersionResponse.Parser, options);

    /// <summary>Calls DescribeWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeWorkflowExecutionResponse> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeWorkflowExecution", req, DescribeWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls DescribeWorkflowRule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<DescribeWorkflowRuleResponse> DescribeWorkflowRuleAsync(DescribeWorkflowRuleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("DescribeWorkflowRule", req, DescribeWorkflowRuleResponse.Parser, options);

    /// <summary>Calls ExecuteMultiOperation.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ExecuteMultiOperationResponse> ExecuteMultiOperationAsync(ExecuteMultiOperationRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ExecuteMultiOperation", req, ExecuteMultiOperationResponse.Parser, options);

    /// <summary>Calls FetchWorkerConfig.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<FetchWorkerConfigResponse> FetchWorkerConfigAsync(FetchWorkerConfigRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("FetchWorkerConfig", req, FetchWorkerConfigResponse.Parser, options);

    /// <summary>Calls GetClusterInfo.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetClusterInfoResponse> GetClusterInfoAsync(GetClusterInfoRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetClusterInfo", req, GetClusterInfoResponse.Parser, options);

    /// <summary>Calls GetCurrentDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetCurrentDeploymentResponse> GetCurrentDeploymentAsync(GetCurrentDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetCurrentDeployment", req, GetCurrentDeploymentResponse.Parser, options);

    /// <summary>Calls GetDeploymentReachability.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetDeploymentReachabilityResponse> GetDeploymentReachabilityAsync(GetDeploymentReachabilityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetDeploymentReachability", req, GetDeploymentReachabilityResponse.Parser, options);

    /// <summary>Calls GetSearchAttributes.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetSearchAttributesResponse> GetSearchAttributesAsync(GetSearchAttributesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetSearchAttributes", req, GetSearchAttributesResponse.Parser, options);

    /// <summary>Calls GetSystemInfo.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetSystemInfoResponse> GetSystemInfoAsync(GetSystemInfoRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetSystemInfo", req, GetSystemInfoResponse.Parser, options);

    /// <summary>Calls GetWorkerBuildIdCompatibility.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetWorkerBuildIdCompatibilityResponse> GetWorkerBuildIdCompatibilityAsync(GetWorkerBuildIdCompatibilityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetWorkerBuildIdCompatibility", req, GetWorkerBuildIdCompatibilityResponse.Parser, options);

    /// <summary>Calls GetWorkerTaskReachability.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetWorkerTaskReachabilityResponse> GetWorkerTaskReachabilityAsync(GetWorkerTaskReachabilityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetWorkerTaskReachability", req, GetWorkerTaskReachabilityResponse.Parser, options);

    /// <summary>Calls GetWorkerVersioningRules.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetWorkerVersioningRulesResponse> GetWorkerVersioningRulesAsync(GetWorkerVersioningRulesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetWorkerVersioningRules", req, GetWorkerVersioningRulesResponse.Parser, options);

    /// <summary>Calls GetWorkflowExecutionHistory.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetWorkflowExecutionHistory", req, GetWorkflowExecutionHistoryResponse.Parser, options);

    /// <summary>Calls GetWorkflowExecutionHistoryReverse.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<GetWorkflowExecutionHistoryReverseResponse> GetWorkflowExecutionHistoryReverseAsync(GetWorkflowExecutionHistoryReverseRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("GetWorkflowExecutionHistoryReverse", req, GetWorkflowExecutionHistoryReverseResponse.Parser, options);

    /// <summary>Calls ListActivityExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListActivityExecutions", req, ListActivityExecutionsResponse.Parser, options);

    /// <summary>Calls ListArchivedWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListArchivedWorkflowExecutionsResponse> ListArchivedWorkflowExecutionsAsync(ListArchivedWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListArchivedWorkflowExecutions", req, ListArchivedWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls ListBatchOperations.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListBatchOperationsResponse> ListBatchOperationsAsync(ListBatchOperationsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListBatchOperations", req, ListBatchOperationsResponse.Parser, options);

    /// <summary>Calls ListClosedWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListClosedWorkflowExecutionsResponse> ListClosedWorkflowExecutionsAsync(ListClosedWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListClosedWorkflowExecutions", req, ListClosedWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls ListDeployments.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListDeploymentsResponse> ListDeploymentsAsync(ListDeploymentsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListDeployments", req, ListDeploymentsResponse.Parser, options);

    /// <summary>Calls ListNamespaces.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListNamespacesResponse> ListNamespacesAsync(ListNamespacesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListNamespaces", req, ListNamespacesResponse.Parser, options);

    /// <summary>Calls ListNexusOperationExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListNexusOperationExecutionsResponse> ListNexusOperationExecutionsAsync(ListNexusOperationExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListNexusOperationExecutions", req, ListNexusOperationExecutionsResponse.Parser, options);

    /// <summary>Calls ListOpenWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListOpenWorkflowExecutionsResponse> ListOpenWorkflowExecutionsAsync(ListOpenWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListOpenWorkflowExecutions", req, ListOpenWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls ListScheduleMatchingTimes.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListScheduleMatchingTimesResponse> ListScheduleMatchingTimesAsync(ListScheduleMatchingTimesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListScheduleMatchingTimes", req, ListScheduleMatchingTimesResponse.Parser, options);

    /// <summary>Calls ListSchedules.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListSchedulesResponse> ListSchedulesAsync(ListSchedulesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListSchedules", req, ListSchedulesResponse.Parser, options);

    /// <summary>Calls ListTaskQueuePartitions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListTaskQueuePartitionsResponse> ListTaskQueuePartitionsAsync(ListTaskQueuePartitionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListTaskQueuePartitions", req, ListTaskQueuePartitionsResponse.Parser, options);

    /// <summary>Calls ListWorkerDeployments.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListWorkerDeploymentsResponse> ListWorkerDeploymentsAsync(ListWorkerDeploymentsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListWorkerDeployments", req, ListWorkerDeploymentsResponse.Parser, options);

    /// <summary>Calls ListWorkers.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListWorkersResponse> ListWorkersAsync(ListWorkersRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListWorkers", req, ListWorkersResponse.Parser, options);

    /// <summary>Calls ListWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListWorkflowExecutions", req, ListWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls ListWorkflowRules.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ListWorkflowRulesResponse> ListWorkflowRulesAsync(ListWorkflowRulesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ListWorkflowRules", req, ListWorkflowRulesResponse.Parser, options);

    /// <summary>Calls PatchSchedule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PatchScheduleResponse> PatchScheduleAsync(PatchScheduleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PatchSchedule", req, PatchScheduleResponse.Parser, options);

    /// <summary>Calls PauseActivity.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PauseActivityResponse> PauseActivityAsync(PauseActivityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PauseActivity", req, PauseActivityResponse.Parser, options);

    /// <summary>Calls PauseActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PauseActivityExecutionResponse> PauseActivityExecutionAsync(PauseActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PauseActivityExecution", req, PauseActivityExecutionResponse.Parser, options);

    /// <summary>Calls PauseWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PauseWorkflowExecutionResponse> PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PauseWorkflowExecution", req, PauseWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls PollActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollActivityExecution", req, PollActivityExecutionResponse.Parser, options);

    /// <summary>Calls PollActivityTaskQueue.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollActivityTaskQueueResponse> PollActivityTaskQueueAsync(PollActivityTaskQueueRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollActivityTaskQueue", req, PollActivityTaskQueueResponse.Parser, options);

    /// <summary>Calls PollNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollNexusOperationExecutionResponse> PollNexusOperationExecutionAsync(PollNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollNexusOperationExecution", req, PollNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls PollNexusTaskQueue.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollNexusTaskQueueResponse> PollNexusTaskQueueAsync(PollNexusTaskQueueRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollNexusTaskQueue", req, PollNexusTaskQueueResponse.Parser, options);

    /// <summary>Calls PollWorkflowExecutionTimeSkipping.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollWorkflowExecutionTimeSkippingResponse> PollWorkflowExecutionTimeSkippingAsync(PollWorkflowExecutionTimeSkippingRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollWorkflowExecutionTimeSkipping", req, PollWorkflowExecutionTimeSkippingResponse.Parser, options);

    /// <summary>Calls PollWorkflowExecutionUpdate.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollWorkflowExecutionUpdateResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollWorkflowExecutionUpdate", req, PollWorkflowExecutionUpdateResponse.Parser, options);

    /// <summary>Calls PollWorkflowTaskQueue.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<PollWorkflowTaskQueueResponse> PollWorkflowTaskQueueAsync(PollWorkflowTaskQueueRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("PollWorkflowTaskQueue", req, PollWorkflowTaskQueueResponse.Parser, options);

    /// <summary>Calls QueryWorkflow.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("QueryWorkflow", req, QueryWorkflowResponse.Parser, options);

    /// <summary>Calls RecordActivityTaskHeartbeat.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RecordActivityTaskHeartbeat", req, RecordActivityTaskHeartbeatResponse.Parser, options);

    /// <summary>Calls RecordActivityTaskHeartbeatById.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RecordActivityTaskHeartbeatByIdResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RecordActivityTaskHeartbeatById", req, RecordActivityTaskHeartbeatByIdResponse.Parser, options);

    /// <summary>Calls RecordWorkerHeartbeat.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RecordWorkerHeartbeatResponse> RecordWorkerHeartbeatAsync(RecordWorkerHeartbeatRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RecordWorkerHeartbeat", req, RecordWorkerHeartbeatResponse.Parser, options);

    /// <summary>Calls RegisterNamespace.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RegisterNamespaceResponse> RegisterNamespaceAsync(RegisterNamespaceRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RegisterNamespace", req, RegisterNamespaceResponse.Parser, options);

    /// <summary>Calls RequestCancelActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RequestCancelActivityExecutionResponse> RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RequestCancelActivityExecution", req, RequestCancelActivityExecutionResponse.Parser, options);

    /// <summary>Calls RequestCancelNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RequestCancelNexusOperationExecutionResponse> RequestCancelNexusOperationExecutionAsync(RequestCancelNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RequestCancelNexusOperationExecution", req, RequestCancelNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls RequestCancelWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RequestCancelWorkflowExecutionResponse> RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RequestCancelWorkflowExecution", req, RequestCancelWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls ResetActivity.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ResetActivityResponse> ResetActivityAsync(ResetActivityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ResetActivity", req, ResetActivityResponse.Parser, options);

    /// <summary>Calls ResetActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ResetActivityExecutionResponse> ResetActivityExecutionAsync(ResetActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ResetActivityExecution", req, ResetActivityExecutionResponse.Parser, options);

    /// <summary>Calls ResetStickyTaskQueue.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ResetStickyTaskQueueResponse> ResetStickyTaskQueueAsync(ResetStickyTaskQueueRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ResetStickyTaskQueue", req, ResetStickyTaskQueueResponse.Parser, options);

    /// <summary>Calls ResetWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ResetWorkflowExecution", req, ResetWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskCanceled.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskCanceledResponse> RespondActivityTaskCanceledAsync(RespondActivityTaskCanceledRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskCanceled", req, RespondActivityTaskCanceledResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskCanceledById.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskCanceledByIdResponse> RespondActivityTaskCanceledByIdAsync(RespondActivityTaskCanceledByIdRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskCanceledById", req, RespondActivityTaskCanceledByIdResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskCompleted.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskCompletedResponse> RespondActivityTaskCompletedAsync(RespondActivityTaskCompletedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskCompleted", req, RespondActivityTaskCompletedResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskCompletedById.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskCompletedByIdResponse> RespondActivityTaskCompletedByIdAsync(RespondActivityTaskCompletedByIdRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskCompletedById", req, RespondActivityTaskCompletedByIdResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskFailed.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskFailedResponse> RespondActivityTaskFailedAsync(RespondActivityTaskFailedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskFailed", req, RespondActivityTaskFailedResponse.Parser, options);

    /// <summary>Calls RespondActivityTaskFailedById.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondActivityTaskFailedByIdResponse> RespondActivityTaskFailedByIdAsync(RespondActivityTaskFailedByIdRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondActivityTaskFailedById", req, RespondActivityTaskFailedByIdResponse.Parser, options);

    /// <summary>Calls RespondNexusTaskCompleted.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondNexusTaskCompletedResponse> RespondNexusTaskCompletedAsync(RespondNexusTaskCompletedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondNexusTaskCompleted", req, RespondNexusTaskCompletedResponse.Parser, options);

    /// <summary>Calls RespondNexusTaskFailed.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondNexusTaskFailedResponse> RespondNexusTaskFailedAsync(RespondNexusTaskFailedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondNexusTaskFailed", req, RespondNexusTaskFailedResponse.Parser, options);

    /// <summary>Calls RespondQueryTaskCompleted.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondQueryTaskCompletedResponse> RespondQueryTaskCompletedAsync(RespondQueryTaskCompletedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondQueryTaskCompleted", req, RespondQueryTaskCompletedResponse.Parser, options);

    /// <summary>Calls RespondWorkflowTaskCompleted.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondWorkflowTaskCompletedResponse> RespondWorkflowTaskCompletedAsync(RespondWorkflowTaskCompletedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondWorkflowTaskCompleted", req, RespondWorkflowTaskCompletedResponse.Parser, options);

    /// <summary>Calls RespondWorkflowTaskFailed.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<RespondWorkflowTaskFailedResponse> RespondWorkflowTaskFailedAsync(RespondWorkflowTaskFailedRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("RespondWorkflowTaskFailed", req, RespondWorkflowTaskFailedResponse.Parser, options);

    /// <summary>Calls ScanWorkflowExecutions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ScanWorkflowExecutionsResponse> ScanWorkflowExecutionsAsync(ScanWorkflowExecutionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ScanWorkflowExecutions", req, ScanWorkflowExecutionsResponse.Parser, options);

    /// <summary>Calls SetCurrentDeployment.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SetCurrentDeploymentResponse> SetCurrentDeploymentAsync(SetCurrentDeploymentRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SetCurrentDeployment", req, SetCurrentDeploymentResponse.Parser, options);

    /// <summary>Calls SetWorkerDeploymentCurrentVersion.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SetWorkerDeploymentCurrentVersionResponse> SetWorkerDeploymentCurrentVersionAsync(SetWorkerDeploymentCurrentVersionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SetWorkerDeploymentCurrentVersion", req, SetWorkerDeploymentCurrentVersionResponse.Parser, options);

    /// <summary>Calls SetWorkerDeploymentManager.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SetWorkerDeploymentManagerResponse> SetWorkerDeploymentManagerAsync(SetWorkerDeploymentManagerRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SetWorkerDeploymentManager", req, SetWorkerDeploymentManagerResponse.Parser, options);

    /// <summary>Calls SetWorkerDeploymentRampingVersion.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SetWorkerDeploymentRampingVersionResponse> SetWorkerDeploymentRampingVersionAsync(SetWorkerDeploymentRampingVersionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SetWorkerDeploymentRampingVersion", req, SetWorkerDeploymentRampingVersionResponse.Parser, options);

    /// <summary>Calls ShutdownWorker.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ShutdownWorkerResponse> ShutdownWorkerAsync(ShutdownWorkerRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ShutdownWorker", req, ShutdownWorkerResponse.Parser, options);

    /// <summary>Calls SignalWithStartWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SignalWithStartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SignalWithStartWorkflowExecution", req, SignalWithStartWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls SignalWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<SignalWorkflowExecutionResponse> SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("SignalWorkflowExecution", req, SignalWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls StartActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("StartActivityExecution", req, StartActivityExecutionResponse.Parser, options);

    /// <summary>Calls StartBatchOperation.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<StartBatchOperationResponse> StartBatchOperationAsync(StartBatchOperationRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("StartBatchOperation", req, StartBatchOperationResponse.Parser, options);

    /// <summary>Calls StartNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<StartNexusOperationExecutionResponse> StartNexusOperationExecutionAsync(StartNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("StartNexusOperationExecution", req, StartNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls StartWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("StartWorkflowExecution", req, StartWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls StopBatchOperation.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<StopBatchOperationResponse> StopBatchOperationAsync(StopBatchOperationRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("StopBatchOperation", req, StopBatchOperationResponse.Parser, options);

    /// <summary>Calls TerminateActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<TerminateActivityExecutionResponse> TerminateActivityExecutionAsync(TerminateActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("TerminateActivityExecution", req, TerminateActivityExecutionResponse.Parser, options);

    /// <summary>Calls TerminateNexusOperationExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<TerminateNexusOperationExecutionResponse> TerminateNexusOperationExecutionAsync(TerminateNexusOperationExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("TerminateNexusOperationExecution", req, TerminateNexusOperationExecutionResponse.Parser, options);

    /// <summary>Calls TerminateWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<TerminateWorkflowExecutionResponse> TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("TerminateWorkflowExecution", req, TerminateWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls TriggerWorkflowRule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<TriggerWorkflowRuleResponse> TriggerWorkflowRuleAsync(TriggerWorkflowRuleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("TriggerWorkflowRule", req, TriggerWorkflowRuleResponse.Parser, options);

    /// <summary>Calls UnpauseActivity.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UnpauseActivityResponse> UnpauseActivityAsync(UnpauseActivityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UnpauseActivity", req, UnpauseActivityResponse.Parser, options);

    /// <summary>Calls UnpauseActivityExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UnpauseActivityExecutionResponse> UnpauseActivityExecutionAsync(UnpauseActivityExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UnpauseActivityExecution", req, UnpauseActivityExecutionResponse.Parser, options);

    /// <summary>Calls UnpauseWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UnpauseWorkflowExecutionResponse> UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UnpauseWorkflowExecution", req, UnpauseWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls UpdateActivityExecutionOptions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateActivityExecutionOptionsResponse> UpdateActivityExecutionOptionsAsync(UpdateActivityExecutionOptionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateActivityExecutionOptions", req, UpdateActivityExecutionOptionsResponse.Parser, options);

    /// <summary>Calls UpdateActivityOptions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateActivityOptionsResponse> UpdateActivityOptionsAsync(UpdateActivityOptionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateActivityOptions", req, UpdateActivityOptionsResponse.Parser, options);

    /// <summary>Calls UpdateNamespace.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateNamespaceResponse> UpdateNamespaceAsync(UpdateNamespaceRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateNamespace", req, UpdateNamespaceResponse.Parser, options);

    /// <summary>Calls UpdateSchedule.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateSchedule", req, UpdateScheduleResponse.Parser, options);

    /// <summary>Calls UpdateTaskQueueConfig.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateTaskQueueConfigResponse> UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateTaskQueueConfig", req, UpdateTaskQueueConfigResponse.Parser, options);

    /// <summary>Calls UpdateWorkerBuildIdCompatibility.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkerBuildIdCompatibilityResponse> UpdateWorkerBuildIdCompatibilityAsync(UpdateWorkerBuildIdCompatibilityRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkerBuildIdCompatibility", req, UpdateWorkerBuildIdCompatibilityResponse.Parser, options);

    /// <summary>Calls UpdateWorkerConfig.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkerConfigResponse> UpdateWorkerConfigAsync(UpdateWorkerConfigRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkerConfig", req, UpdateWorkerConfigResponse.Parser, options);

    /// <summary>Calls UpdateWorkerDeploymentVersionComputeConfig.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkerDeploymentVersionComputeConfigResponse> UpdateWorkerDeploymentVersionComputeConfigAsync(UpdateWorkerDeploymentVersionComputeConfigRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkerDeploymentVersionComputeConfig", req, UpdateWorkerDeploymentVersionComputeConfigResponse.Parser, options);

    /// <summary>Calls UpdateWorkerDeploymentVersionMetadata.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkerDeploymentVersionMetadataResponse> UpdateWorkerDeploymentVersionMetadataAsync(UpdateWorkerDeploymentVersionMetadataRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkerDeploymentVersionMetadata", req, UpdateWorkerDeploymentVersionMetadataResponse.Parser, options);

    /// <summary>Calls UpdateWorkerVersioningRules.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkerVersioningRulesResponse> UpdateWorkerVersioningRulesAsync(UpdateWorkerVersioningRulesRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkerVersioningRules", req, UpdateWorkerVersioningRulesResponse.Parser, options);

    /// <summary>Calls UpdateWorkflowExecution.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkflowExecution", req, UpdateWorkflowExecutionResponse.Parser, options);

    /// <summary>Calls UpdateWorkflowExecutionOptions.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("UpdateWorkflowExecutionOptions", req, UpdateWorkflowExecutionOptionsResponse.Parser, options);

    /// <summary>Calls ValidateWorkerDeploymentVersionComputeConfig.</summary>
    /// <param name="req">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>The response.</returns>
    public Task<ValidateWorkerDeploymentVersionComputeConfigResponse> ValidateWorkerDeploymentVersionComputeConfigAsync(ValidateWorkerDeploymentVersionComputeConfigRequest req, RpcOptions? options = null) =>
        InvokeRpcAsync("ValidateWorkerDeploymentVersionComputeConfig", req, ValidateWorkerDeploymentVersionComputeConfigResponse.Parser, options);

    /// <summary>The calls on the engine of a connection.</summary>
    public class Core : WorkflowService
    {
        private readonly TemporalConnection connection;

        /// <summary>Initializes a new instance of the <see cref="Core"/> class.</summary>
        /// <param name="connection">The connection.</param>
        public Core(TemporalConnection connection) => this.connection = connection;

        /// <inheritdoc/>
        protected override Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null) =>
            RpcDispatch.InvokeAsync<T>(WorkflowServiceCalls.All, "temporal.api.workflowservice.v1.WorkflowService", rpc, connection, req, options);
    }
}
