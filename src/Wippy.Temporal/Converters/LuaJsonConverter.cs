using System;
using System.Collections.Concurrent;
using System.Text.Json;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Wippy.Runtime;
using Wippy.Temporal.Borders;

namespace Wippy.Temporal.Converters;

/// <summary><c>json/plain</c>: Lua values and records by Lua's rules, everything else by the SDK's.</summary>
internal sealed class LuaJsonConverter(JsonSerializerOptions options) : JsonPlainConverter(options)
{
    private static readonly ConcurrentDictionary<Type, Func<LuaValue, object>?> Readers = new();

    /// <inheritdoc/>
    public override bool TryToPayload(object? value, out Payload? payload)
    {
        switch (value)
        {
            case LuaValue lua:
                payload = LuaPayloads.Encode(lua);
                return true;
            case ILuaRecord record:
                payload = LuaPayloads.Encode(record.ToLua());
                return true;
            default:
                return base.TryToPayload(value, out payload);
        }
    }

    /// <inheritdoc/>
    public override object? ToValue(Payload payload, Type type)
    {
        if (type == typeof(LuaValue))
        {
            return LuaPayloads.Decode(payload);
        }

        if (!typeof(ILuaRecord).IsAssignableFrom(type) || Readers.GetOrAdd(type, CreateReader) is not { } reader)
        {
            return base.ToValue(payload, type);
        }

        var value = LuaPayloads.Decode(payload);
        return value.IsNil ? null : reader(value);
    }

    private static Func<LuaValue, object>? CreateReader(Type type)
    {
        foreach (var contract in type.GetInterfaces())
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ILuaRecord<>) && contract.GetGenericArguments()[0] == type)
            {
                return (Func<LuaValue, object>)Delegate.CreateDelegate(
                    typeof(Func<LuaValue, object>),
                    typeof(RecordReader<>).MakeGenericType(type).GetMethod(nameof(RecordReader<>.Read))!);
            }
        }

        return null;
    }

    private static class RecordReader<T>
        where T : ILuaRecord<T>
    {
        public static object Read(LuaValue value) => T.FromLua(value, typeof(T).Name);
    }
}
