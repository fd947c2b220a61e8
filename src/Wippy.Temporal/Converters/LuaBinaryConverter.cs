using System;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Wippy.Runtime;

namespace Wippy.Temporal.Converters;

/// <summary><c>binary/plain</c>: bytes; a string when Lua reads it.</summary>
internal sealed class LuaBinaryConverter : IEncodingConverter
{
    private readonly BinaryPlainConverter standard = new();

    /// <inheritdoc/>
    public string Encoding => standard.Encoding;

    /// <inheritdoc/>
    public bool TryToPayload(object? value, out Payload? payload) => standard.TryToPayload(value, out payload);

    /// <inheritdoc/>
    public object? ToValue(Payload payload, Type type) =>
        type == typeof(LuaValue) ? (LuaValue)LuaString.FromBytes(payload.Data.Span) : standard.ToValue(payload, type);
}
