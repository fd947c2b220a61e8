using System;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Wippy.Runtime;

namespace Wippy.Temporal.Converters;

/// <summary><c>binary/null</c>: the absent value; nil when Lua reads it.</summary>
internal sealed class LuaNullConverter : IEncodingConverter
{
    private readonly BinaryNullConverter standard = new();

    /// <inheritdoc/>
    public string Encoding => standard.Encoding;

    /// <inheritdoc/>
    public bool TryToPayload(object? value, out Payload? payload) => standard.TryToPayload(value, out payload);

    /// <inheritdoc/>
    public object? ToValue(Payload payload, Type type) => type == typeof(LuaValue) ? LuaValue.Nil : standard.ToValue(payload, type);
}
