using System.Collections.Generic;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Interceptors;

/// <summary>Handle query input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Query">The query.</param>
/// <param name="Definition">The definition of the handler.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Headers">The headers, or null.</param>
public record HandleQueryInput(
    string Id,
    string Query,
    WorkflowQueryDefinition Definition,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
