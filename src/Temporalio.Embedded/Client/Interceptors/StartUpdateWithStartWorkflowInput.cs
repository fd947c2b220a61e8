using System.Collections.Generic;
using Temporalio.Api.Common.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Start update with start workflow input.</summary>
/// <param name="Update">The update name.</param>
/// <param name="Args">The arguments of the update.</param>
/// <param name="Options">The options, with the start.</param>
/// <param name="Headers">The headers of the update, or null.</param>
public record StartUpdateWithStartWorkflowInput(
    string Update,
    IReadOnlyCollection<object?> Args,
    WorkflowStartUpdateWithStartOptions Options,
    IDictionary<string, Payload>? Headers);
