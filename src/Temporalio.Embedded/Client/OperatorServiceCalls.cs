using System;
using System.Collections.Generic;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Engine;
using static Temporalio.Client.RpcDispatch;

namespace Temporalio.Client;

/// <summary>The calls of the operator service that the engine answers.</summary>
internal static class OperatorServiceCalls
{
    /// <summary>Gets the calls by name.</summary>
    public static IReadOnlyDictionary<string, RpcCall> All { get; } = new Dictionary<string, RpcCall>(StringComparer.Ordinal)
    {
        ["AddSearchAttributes"] = On<AddSearchAttributesRequest>((engine, request) =>
        {
            engine.AddSearchAttributes(request.SearchAttributes);
            return new AddSearchAttributesResponse();
        }),
        ["RemoveSearchAttributes"] = On<RemoveSearchAttributesRequest>((engine, request) =>
        {
            engine.RemoveSearchAttributes(request.SearchAttributes);
            return new RemoveSearchAttributesResponse();
        }),
        ["ListSearchAttributes"] = On<ListSearchAttributesRequest>((engine, _) => new ListSearchAttributesResponse
        {
            CustomAttributes = { engine.CustomSearchAttributes },
            SystemAttributes = { SearchAttributeNames.Types },
        }),
    };
}
