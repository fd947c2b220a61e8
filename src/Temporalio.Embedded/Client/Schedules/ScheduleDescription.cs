using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>A schedule in detail.</summary>
public class ScheduleDescription
{
    /// <summary>Initializes a new instance of the <see cref="ScheduleDescription"/> class.</summary>
    /// <param name="id">The schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="rawDescription">The description in API form.</param>
    /// <param name="dataConverter">The converter of the memo.</param>
    protected internal ScheduleDescription(string id, Schedule schedule, DescribeScheduleResponse rawDescription, DataConverter dataConverter)
    {
        Id = id;
        Schedule = schedule;
        Info = ScheduleConversion.ToInfo(rawDescription.Info);
        Memo = rawDescription.Memo?.Fields.ToDictionary(f => f.Key, f => (IEncodedRawValue)new EncodedRawValue(dataConverter, f.Value), StringComparer.Ordinal)
            ?? new Dictionary<string, IEncodedRawValue>(StringComparer.Ordinal);
        TypedSearchAttributes = rawDescription.SearchAttributes is { } attributes ? SearchAttributeCollection.FromProto(attributes) : SearchAttributeCollection.Empty;
    }

    /// <summary>Gets the schedule id.</summary>
    public string Id { get; }

    /// <summary>Gets what has happened and will happen.</summary>
    public ScheduleInfo Info { get; }

    /// <summary>Gets the memo of the schedule.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo { get; }

    /// <summary>Gets the schedule. Cron expressions have become calendars and intervals.</summary>
    public Schedule Schedule { get; }

    /// <summary>Gets the search attributes of the schedule.</summary>
    public SearchAttributeCollection TypedSearchAttributes { get; }
}
