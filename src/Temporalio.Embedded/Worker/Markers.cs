using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker;

/// <summary>The markers that record patches and local activities, in the form that the official SDK uses.</summary>
internal static class Markers
{
    private const string PatchName = "core_patch";
    private const string PatchKey = "patch-data";
    private const string LocalActivityName = "core_local_activity";
    private const string LocalActivityKey = "data";
    private const string ResultKey = "result";

    /// <summary>Makes a patch marker.</summary>
    /// <param name="id">The patch id.</param>
    /// <param name="deprecated">Whether it is deprecated.</param>
    /// <returns>The event.</returns>
    public static HistoryEvent Patch(string id, bool deprecated) => Marker(PatchName, PatchKey, new JsonObject { ["id"] = id, ["deprecated"] = deprecated });

    /// <summary>Reads a patch marker.</summary>
    /// <param name="e">The event.</param>
    /// <param name="id">The patch id.</param>
    /// <param name="deprecated">Whether it is deprecated.</param>
    /// <returns>False if it is none.</returns>
    public static bool IsPatch(HistoryEvent e, out string id, out bool deprecated)
    {
        (id, deprecated) = (string.Empty, false);
        if (!IsMarker(e, PatchName))
        {
            return false;
        }

        if (Read(e, PatchKey) is { } data)
        {
            (id, deprecated) = (Text(data, "id") ?? string.Empty, data.TryGetProperty("deprecated", out var value) && value.ValueKind == JsonValueKind.True);
            return true;
        }

        // The first versions of the SDKs wrote both as bare bytes.
        if (Bytes(e, "patch_id") is not { } name)
        {
            return false;
        }

        (id, deprecated) = (name.ToStringUtf8(), Bytes(e, "deprecated") is [not 0, ..]);
        return true;
    }

    /// <summary>Makes a local activity marker.</summary>
    /// <param name="call">The call.</param>
    /// <param name="end">How it ended.</param>
    /// <returns>The event.</returns>
    public static HistoryEvent LocalActivity(LocalActivityCall call, LocalActivityEnd end)
    {
        var e = Marker(LocalActivityName, LocalActivityKey, new JsonObject
        {
            ["seq"] = call.Sequence,
            ["attempt"] = end.Attempt,
            ["activity_id"] = call.ActivityId,
            ["activity_type"] = call.ActivityType,
            ["complete_time"] = Parts(end.CompleteTime - DateTime.UnixEpoch),
            ["backoff"] = end.Backoff is { } backoff ? Parts(backoff) : null,
            ["original_schedule_time"] = Parts(call.OriginalScheduleTime - DateTime.UnixEpoch),
        });
        if (end.Result is not null)
        {
            e.MarkerRecordedEventAttributes.Details[ResultKey] = new Payloads { Payloads_ = { end.Result } };
        }

        e.MarkerRecordedEventAttributes.Failure = end.Failure;
        return e;
    }

    /// <summary>Reads a local activity marker.</summary>
    /// <param name="e">The event.</param>
    /// <returns>What it records; null if it is none.</returns>
    /// <exception cref="InvalidDataException">It is one, but not of a known form.</exception>
    public static LocalActivityMarker? LocalActivityOf(HistoryEvent e)
    {
        if (!IsMarker(e, LocalActivityName))
        {
            return null;
        }

        var attributes = e.MarkerRecordedEventAttributes;
        if (Read(e, LocalActivityKey) is not { } data || (Text(data, "activity_type") ?? Text(data, "activityType")) is not { } type)
        {
            throw new InvalidDataException($"Event {e.EventId} is the marker of a local activity, but does not say of which");
        }

        var result = attributes.Details.TryGetValue(ResultKey, out var payloads) && payloads.Payloads_.Count > 0 ? payloads.Payloads_[0] : null;
        if (data.TryGetProperty("activityType", out _))
        {
            return new LocalActivityMarker(
                data.GetProperty("seq").GetInt32(),
                true,
                type,
                new LocalActivityEnd(
                    result,
                    attributes.Failure,
                    Text(data, "backoff") is { } wait ? TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture) : null,
                    data.GetProperty("attempt").GetInt32(),
                    data.GetProperty("completeTime").GetDateTime().ToUniversalTime()));
        }

        return new LocalActivityMarker(
            data.GetProperty("seq").GetInt32(),
            false,
            type,
            new LocalActivityEnd(
                result,
                attributes.Failure,
                Span(data, "backoff"),
                data.GetProperty("attempt").GetInt32(),
                DateTime.UnixEpoch + (Span(data, "complete_time") ?? TimeSpan.Zero)));
    }

    private static bool IsMarker(HistoryEvent e, string name) =>
        e.EventType == EventType.MarkerRecorded && string.Equals(e.MarkerRecordedEventAttributes.MarkerName, name, StringComparison.Ordinal);

    private static HistoryEvent Marker(string name, string key, JsonObject data) => new()
    {
        EventType = EventType.MarkerRecorded,
        MarkerRecordedEventAttributes = new MarkerRecordedEventAttributes
        {
            MarkerName = name,
            Details =
            {
                [key] = new Payloads
                {
                    Payloads_ =
                    {
                        new Payload
                        {
                            Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                            Data = ByteString.CopyFromUtf8(data.ToJsonString()),
                        },
                    },
                },
            },
        },
    };

    private static ByteString? Bytes(HistoryEvent e, string key) =>
        e.MarkerRecordedEventAttributes.Details.TryGetValue(key, out var payloads) && payloads.Payloads_.Count > 0 ? payloads.Payloads_[0].Data : null;

    private static JsonElement? Read(HistoryEvent e, string key) =>
        Bytes(e, key) is { } bytes ? JsonSerializer.Deserialize<JsonElement>(bytes.Span) : null;

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? Span(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? new TimeSpan((value.GetProperty("seconds").GetInt64() * TimeSpan.TicksPerSecond) + (value.GetProperty("nanos").GetInt32() / TimeSpan.NanosecondsPerTick))
            : null;

    private static JsonObject Parts(TimeSpan time) => new()
    {
        ["seconds"] = time.Ticks / TimeSpan.TicksPerSecond,
        ["nanos"] = time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick,
    };
}
