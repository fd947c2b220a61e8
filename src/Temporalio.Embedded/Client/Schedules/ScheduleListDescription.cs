using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Schedule.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>A schedule as a list shows it.</summary>
public class ScheduleListDescription
{
    /// <summary>Initializes a new instance of the <see cref="ScheduleListDescription"/> class.</summary>
    /// <param name="rawEntry">The entry in API form.</param>
    /// <param name="dataConverter">The converter of the memo.</param>
    protected internal ScheduleListDescription(ScheduleListEntry rawEntry, DataConverter dataConverter)
    {
        Id = rawEntry.ScheduleId;
        Info = rawEntry.Info is { } info ? ScheduleConversion.ToListInfo(info) : null;
        Schedule = rawEntry.Info is { } listed ? ScheduleConversion.ToListSchedule(listed) : null;
        Memo = rawEntry.Memo?.Fields.ToDictionary(f => f.Key, f => (IEncodedRawValue)new EncodedRawValue(dataConverter, f.Value), StringComparer.Ordinal)
            ?? new Dictionary<string, IEncodedRawValue>(StringComparer.Ordinal);
        TypedSearchAttributes = rawEntry.SearchAttributes is { } attributes ? SearchAttributeCollection.FromProto(attributes) : SearchAttributeCollection.Empty;
    }

    /// <summary>Gets the schedule id.</summary>
    public string Id { get; }

    /// <summary>Gets what has happened and will happen.</summary>
    public ScheduleListInfo? Info { get; }

    /// <summary>Gets the memo of the schedule.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo { get; }

    /// <summary>Gets the schedule.</summary>
    public ScheduleListSchedule? Schedule { get; }

    /// <summary>Gets the search attributes of the schedule.</summary>
    public SearchAttributeCollection TypedSearchAttributes { get; }
}
