using System;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker;

/// <summary>The markers that record patches and local activities, in the form that the official SDK uses.</summary>
internal static class Markers
{
    private const string PatchName = "core_patch";
    private const string LocalActivityName = "core_local_activity";

    /// <summary>Makes a patch marker.</summary>
    /// <param name="id">The patch id.</param>
    /// <param name="deprecated">Whether it is deprecated.</param>
    /// <returns>The event.</returns>
    public static HistoryEvent Patch(string id, bool deprecated) => Marker(PatchName, "patch-data", new PatchData(id, deprecated));

    /// <summary>Reads a patch marker.</summary>
    /// <param name="e">The event.</param>
    /// <param name="id">The patch id.</param>
    /// <param name="deprecated">Whether it is deprecated.</param>
    /// <returns>False if it is none.</returns>
    public static bool IsPatch(HistoryEvent e, out string id, out bool deprecated)
    {
        var data = Read<PatchData>(e, PatchName, "patch-data");
        (id, deprecated) = data is null ? (string.Empty, false) : (data.Id, data.Deprecated);
        return data is not null;
    }

    /// <summary>Makes a local activity marker.</summary>
    /// <param name="call">The call.</param>
    /// <param name="end">How it ended.</param>
    /// <returns>The event.</returns>
    public static HistoryEvent LocalActivity(LocalActivityCall call, LocalActivityEnd end)
    {
        var e = Marker(LocalActivityName, "data", new LocalActivityData(
            call.Sequence, end.Attempt, call.ActivityId, call.ActivityType, end.CompleteTime, end.Backoff, call.OriginalScheduleTime));
        if (end.Result is not null)
        {
            e.MarkerRecordedEventAttributes.Details["result"] = new Payloads { Payloads_ = { end.Result } };
        }

        e.MarkerRecordedEventAttributes.Failure = end.Failure;
        return e;
    }

    /// <summary>Reads a local activity marker.</summary>
    /// <param name="e">The event.</param>
    /// <param name="sequence">The number of the call.</param>
    /// <param name="activityType">The activity type.</param>
    /// <param name="end">How it ended.</param>
    /// <returns>False if it is none.</returns>
    public static bool IsLocalActivity(HistoryEvent e, out int sequence, out string activityType, out LocalActivityEnd? end)
    {
        var data = Read<LocalActivityData>(e, LocalActivityName, "data");
        if (data is null)
        {
            (sequence, activityType, end) = (0, string.Empty, null);
            return false;
        }

        var attributes = e.MarkerRecordedEventAttributes;
        sequence = data.Seq;
        activityType = data.ActivityType;
        end = new LocalActivityEnd(
            attributes.Details.TryGetValue("result", out var result) && result.Payloads_.Count > 0 ? result.Payloads_[0] : null,
            attributes.Failure,
            data.Backoff,
            data.Attempt,
            data.CompleteTime);
        return true;
    }

    private static HistoryEvent Marker<T>(string name, string key, T data) => new()
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
                            Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(data, JsonSerializerOptions.Web)),
                        },
                    },
                },
            },
        },
    };

    private static T? Read<T>(HistoryEvent e, string name, string key)
        where T : class =>
        e.EventType == EventType.MarkerRecorded
        && string.Equals(e.MarkerRecordedEventAttributes.MarkerName, name, StringComparison.Ordinal)
        && e.MarkerRecordedEventAttributes.Details.TryGetValue(key, out var payloads)
        && payloads.Payloads_.Count > 0
            ? JsonSerializer.Deserialize<T>(payloads.Payloads_[0].Data.Span, JsonSerializerOptions.Web)
            : null;

    private sealed record PatchData(string Id, bool Deprecated);

    private sealed record LocalActivityData(int Seq, int Attempt, string ActivityId, string ActivityType, DateTime CompleteTime, TimeSpan? Backoff, DateTime OriginalScheduleTime);
}
