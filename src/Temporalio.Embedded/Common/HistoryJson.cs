using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Common;

/// <summary>Reads histories from JSON, with full or short enum values. Of later versions it may have fields and values that are not known here.</summary>
internal static class HistoryJson
{
    private const int MaxDepth = 256;

    private static readonly JsonParser Parser = new(new JsonParser.Settings(MaxDepth).WithIgnoreUnknownFields(true));

    /// <summary>Reads a history.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The history.</returns>
    /// <exception cref="FormatException">The text is not a history in JSON.</exception>
    internal static History Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new() { MaxDepth = MaxDepth });
            if (root is not JsonObject)
            {
                throw new FormatException("History is not a JSON object");
            }

            ExpandEnums(root, History.Descriptor);
            return Parser.Parse<History>(root.ToJsonString(new() { MaxDepth = MaxDepth }));
        }
        catch (Exception e) when (e is JsonException or IOException or ArgumentException)
        {
            throw new FormatException($"Cannot read history: {e.Message}", e);
        }
    }

    private static void ExpandEnums(JsonNode? node, MessageDescriptor descriptor)
    {
        if (node is not JsonObject message || descriptor.File.Package == "google.protobuf")
        {
            return;
        }

        foreach (var (key, value) in message.ToList())
        {
            var field = descriptor.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == key || f.Name == key);
            if (field == null || value == null)
            {
                continue;
            }

            if (field.IsMap)
            {
                var valueField = field.MessageType.Fields[2];
                if (valueField.FieldType == FieldType.Message && value is JsonObject map)
                {
                    foreach (var (_, item) in map)
                    {
                        ExpandEnums(item, valueField.MessageType);
                    }
                }
            }
            else if (field.FieldType == FieldType.Message)
            {
                foreach (var item in Items(field, value))
                {
                    ExpandEnums(item, field.MessageType);
                }
            }
            else if (field.FieldType == FieldType.Enum)
            {
                foreach (var item in Items(field, value).ToList())
                {
                    if (item is not JsonValue text || !text.TryGetValue<string>(out var name) || field.EnumType.FindValueByName(name) is not null)
                    {
                        continue;
                    }

                    if (FullName(field.EnumType, name) is { } fullName)
                    {
                        text.ReplaceWith(fullName);
                    }
                    else if (field.EnumType.Name != nameof(EventType) || MayIgnore(message))
                    {
                        // Unspecified. What a worker has to understand is no such value, but the kind of an event.
                        text.ReplaceWith(field.EnumType.FindValueByNumber(0).Name);
                    }
                }
            }
        }
    }

    private static bool MayIgnore(JsonObject historyEvent) =>
        (historyEvent["workerMayIgnore"] ?? historyEvent["worker_may_ignore"]) is JsonValue value && value.TryGetValue<bool>(out var mayIgnore) && mayIgnore;

    private static IEnumerable<JsonNode?> Items(FieldDescriptor field, JsonNode value) =>
        field.IsRepeated && value is JsonArray array ? array : new JsonNode?[] { value };

    private static string? FullName(EnumDescriptor type, string name)
    {
        // The short form of PREFIX_SOME_VALUE is SomeValue, so with the underscores gone it is the end of the full one.
        var prefix = type.Name.ToUpperInvariant();
        var sought = prefix + name.ToUpperInvariant();
        return type.Values.FirstOrDefault(v => v.Name.Replace("_", string.Empty, StringComparison.Ordinal) == sought)?.Name;
    }
}
