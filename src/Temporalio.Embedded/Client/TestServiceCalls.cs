using System;
using System.Collections.Generic;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;
using static Temporalio.Client.RpcDispatch;

namespace Temporalio.Client;

/// <summary>The calls of the test service that the engine answers.</summary>
internal static class TestServiceCalls
{
    /// <summary>Gets the calls by name.</summary>
    public static IReadOnlyDictionary<string, RpcCall> All { get; } = new Dictionary<string, RpcCall>(StringComparer.Ordinal)
    {
        ["GetCurrentTime"] = On<Empty>((engine, _) => new GetCurrentTimeResponse { Time = Timestamp.FromDateTime(engine.UtcNow) }),
    };
}
