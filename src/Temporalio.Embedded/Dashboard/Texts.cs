using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Dashboard;

/// <summary>What people read instead of times, payloads and failures.</summary>
internal static class Texts
{
    private const int MaximumCauses = 20;
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shows a time in UTC.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The text.</returns>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Shows a duration with at most two units.</summary>
    /// <param name="duration">The duration.</param>
    /// <returns>The text.</returns>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Floor(duration.TotalMilliseconds))} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalSeconds * 10) / 10:0.#} s"),
        { TotalMinutes: < 60 } => Two(duration.Minutes, "min", duration.Seconds, "s"),
        { TotalHours: < 24 } => Two(duration.Hours, "h", duration.Minutes, "min"),
        _ => Two((int)duration.TotalDays, "d", duration.Hours, "h"),
    };

    /// <summary>Shows a failure and its causes.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The text.</returns>
    public static string Failure(Failure? failure)
    {
        var lines = new List<string>();
        for (; failure is not null && lines.Count < MaximumCauses; failure = failure.Cause)
        {
            var type = failure.ApplicationFailureInfo?.Type;
            lines.Add(string.IsNullOrEmpty(type) ? failure.Message : $"{type}: {failure.Message}");
        }

        return string.Join("\ncaused by ", lines);
    }

    /// <summary>Shows payloads as JSON, one below the other.</summary>
    /// <param name="payloads">The payloads.</param>
    /// <returns>The text; null if there are none.</returns>
    public static string? Payloads(Payloads? payloads) =>
        payloads is null || payloads.Payloads_.Count == 0 ? null : string.Join('\n', payloads.Payloads_.Select(p => Value(p)?.ToJsonString(Indented) ?? "null"));

    /// <summary>Shows a message as JSON, with the values of its payloads in place of their bytes.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The text.</returns>
    public static string Json(IMessage message) => Readable(JsonNode.Parse(Formatter.Format(message)))?.ToJsonString(Indented) ?? "null";

    private static string Two(int first, string firstUnit, int second, string secondUnit) =>
        string.Create(CultureInfo.InvariantCulture, $"{first} {firstUnit}{(second == 0 ? string.Empty : $" {second} {secondUnit}")}");

    private static JsonNode? Readable(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject payload when payload["metadata"] is JsonObject metadata && metadata["encoding"] is JsonValue:
                return Value(JsonParser.Default.Parse<Payload>(payload.ToJsonString()));
            case JsonObject message:
                return new JsonObject(message.ToList().Select(p => KeyValuePair.Create(p.Key, Readable(p.Value))));
            case JsonArray list:
                return new JsonArray(list.ToList().Select(Readable).ToArray());
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Value(Payload payload)
    {
        var encoding = payload.Metadata.TryGetValue("encoding", out var name) ? name.ToStringUtf8() : "no encoding";
        if (encoding == "binary/null")
        {
            return null;
        }

        if (encoding.StartsWith("json/", StringComparison.Ordinal))
        {
            try
            {
                return JsonNode.Parse(payload.Data.Span);
            }
            catch (JsonException)
            {
                // Whatever it is, it is shown by its size.
            }
        }

        return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{payload.Data.Length} bytes of {encoding}"));
    }
}
