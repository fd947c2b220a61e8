using System.Collections.Generic;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Interceptors;

/// <summary>Handle signal input.</summary>
/// <param name="Signal">The signal name.</param>
/// <param name="Definition">The definition of the handler.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Headers">The headers, or null.</param>
public record HandleSignalInput(
    string Signal,
    WorkflowSignalDefinition Definition,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
