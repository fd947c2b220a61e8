using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Common;

/// <summary>Payload form of search attributes: JSON, with the type of the attribute in the <c>type</c> metadata.</summary>
internal static class SearchAttributePayload
{
    private static readonly ByteString JsonPlain = ByteString.CopyFromUtf8("json/plain");

    /// <summary>Encodes a value.</summary>
    /// <param name="key">Key.</param>
    /// <param name="value">Value of the type the key says.</param>
    /// <returns>The payload.</returns>
    internal static Payload Encode(SearchAttributeKey key, object value) => new()
    {
        Metadata = { ["encoding"] = JsonPlain, ["type"] = ByteString.CopyFromUtf8(key.ValueType.ToString()) },
        Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value is DateTimeOffset time ? time.ToString("o") : value)),
    };

    /// <summary>Encodes the removal of an attribute.</summary>
    /// <param name="key">Key.</param>
    /// <returns>The payload.</returns>
    internal static Payload EncodeUnset(SearchAttributeKey key) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/null"), ["type"] = ByteString.CopyFromUtf8(key.ValueType.ToString()) },
    };

    /// <summary>Decodes a payload. Null, an empty list and an unknown type are no value.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="key">Key.</param>
    /// <param name="value">Value.</param>
    /// <returns>Whether there is a value.</returns>
    internal static bool TryDecode(
        string name,
        Payload payload,
        [NotNullWhen(true)] out SearchAttributeKey? key,
        [NotNullWhen(true)] out object? value)
    {
        key = null;
        value = null;
        if (!payload.Metadata.TryGetValue("type", out var typeName) ||
            !payload.Metadata.TryGetValue("encoding", out var encoding) ||
            !encoding.Equals(JsonPlain) ||
            !TryParseType(typeName.ToStringUtf8(), out var type))
        {
            return false;
        }

        key = SearchAttributeKey.Create(name, type);
        if (key is null)
        {
            return false;
        }

        using var document = JsonDocument.Parse(payload.Data.Memory);
        value = Decode(document.RootElement, type);
        return value != null;
    }

    private static bool TryParseType(string name, out IndexedValueType type)
    {
        // Both "KeywordList" and "INDEXED_VALUE_TYPE_KEYWORD_LIST" are in use.
        const string Prefix = "INDEXED_VALUE_TYPE_";
        var plain = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..].Replace("_", string.Empty, StringComparison.Ordinal) : name;
        return Enum.TryParse(plain, ignoreCase: true, out type);
    }

    private static object? Decode(JsonElement element, IndexedValueType type)
    {
        if (element.ValueKind == JsonValueKind.Array && type != IndexedValueType.KeywordList)
        {
            // Old servers wrap single values into a list.
            return element.GetArrayLength() == 1 ? Decode(element[0], type) : null;
        }

        return element.ValueKind == JsonValueKind.Null ? null : type switch
        {
            IndexedValueType.Bool => element.GetBoolean(),
            IndexedValueType.Datetime => element.GetDateTimeOffset(),
            IndexedValueType.Double => element.GetDouble(),
            IndexedValueType.Int => element.GetInt64(),
            IndexedValueType.KeywordList => DecodeList(element),
            _ => element.GetString(),
        };
    }

    private static List<string>? DecodeList(JsonElement element)
    {
        var list = new List<string>();
        if (element.ValueKind == JsonValueKind.String)
        {
            list.Add(element.GetString()!);
        }
        else
        {
            foreach (var item in element.EnumerateArray())
            {
                list.Add(item.GetString()!);
            }
        }

        return list.Count == 0 ? null : list;
    }
}
