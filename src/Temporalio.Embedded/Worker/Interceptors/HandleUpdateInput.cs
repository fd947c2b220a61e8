using System.Collections.Generic;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Interceptors;

/// <summary>Handle update input.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Update">The update name.</param>
/// <param name="Definition">The definition of the handler.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Headers">The headers, or null.</param>
public record HandleUpdateInput(
    string Id,
    string Update,
    WorkflowUpdateDefinition Definition,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
