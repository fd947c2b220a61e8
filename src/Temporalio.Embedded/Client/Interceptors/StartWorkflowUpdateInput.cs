using System.Collections.Generic;
using Temporalio.Api.Common.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Start workflow update input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="FirstExecutionRunId">The run id of the first run of the chain.</param>
/// <param name="Update">The update name.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Options">The options.</param>
/// <param name="Headers">The headers, or null.</param>
public record StartWorkflowUpdateInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    string Update,
    IReadOnlyCollection<object?> Args,
    WorkflowUpdateStartOptions Options,
    IDictionary<string, Payload>? Headers);
