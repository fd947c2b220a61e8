using System.Collections.Generic;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Interceptors;

/// <summary>Execute activity input.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Headers">The headers, or null.</param>
public record ExecuteActivityInput(
    ActivityDefinition Activity,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
