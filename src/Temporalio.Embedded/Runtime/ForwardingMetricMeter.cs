using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Common;
using DurationFormat = Temporalio.Runtime.CustomMetricMeterOptions.DurationFormat;

namespace Temporalio.Runtime;

/// <summary>Meter that forwards to a custom meter.</summary>
internal sealed class ForwardingMetricMeter : MetricMeter
{
    /// <summary>The unit of histograms of durations whose format is chosen by options.</summary>
    internal const string DurationUnit = "duration";

    private const string ServiceName = "temporal-core-sdk";
    private readonly ICustomMetricMeter meter;
    private readonly DurationFormat durationFormat;
    private readonly object tags;

    /// <summary>Creates the meter.</summary>
    /// <param name="meter">Meter to forward to.</param>
    /// <param name="options">Options.</param>
    /// <param name="durationFormat">How durations are recorded.</param>
    internal ForwardingMetricMeter(ICustomMetricMeter meter, MetricsOptions options, DurationFormat durationFormat)
        : this(
            meter,
            durationFormat,
            meter.CreateTags(null, [
                .. (options.GlobalTags ?? []).Select(t => KeyValuePair.Create(t.Key, (object)t.Value)),
                .. options.AttachServiceName ? [KeyValuePair.Create("service_name", (object)ServiceName)] : Array.Empty<KeyValuePair<string, object>>()]))
    {
    }

    private ForwardingMetricMeter(ICustomMetricMeter meter, DurationFormat durationFormat, object tags)
    {
        this.meter = meter;
        this.durationFormat = durationFormat;
        this.tags = tags;
    }

    /// <inheritdoc />
    public override MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null) =>
        new Counter<T>(this, meter.CreateCounter<T>(name, unit, description), tags, name, unit, description);

    /// <inheritdoc />
    public override MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null) =>
        new Gauge<T>(this, meter.CreateGauge<T>(name, unit, description), tags, name, unit, description);

    /// <inheritdoc />
    public override MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null)
    {
        if (typeof(T) != typeof(TimeSpan) || durationFormat == DurationFormat.TimeSpan)
        {
            var histogram = meter.CreateHistogram<T>(name, unit, description);
            return new Histogram<T>(this, histogram.Record, tags, name, unit, description);
        }

        if (durationFormat == DurationFormat.FloatSeconds)
        {
            var seconds = meter.CreateHistogram<double>(name, unit == DurationUnit ? "s" : unit, description);
            return new Histogram<T>(this, (value, t) => seconds.Record(((TimeSpan)(object)value).TotalSeconds, t), tags, name, unit, description);
        }

        var milliseconds = meter.CreateHistogram<long>(name, unit == DurationUnit ? "ms" : unit, description);
        return new Histogram<T>(this, (value, t) => milliseconds.Record((long)((TimeSpan)(object)value).TotalMilliseconds, t), tags, name, unit, description);
    }

    /// <inheritdoc />
    public override MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags) =>
        new ForwardingMetricMeter(meter, durationFormat, Append(this.tags, tags));

    private object Append(object from, IEnumerable<KeyValuePair<string, object>>? more) =>
        more == null ? from : meter.CreateTags(from, more.ToList());

    private sealed class Counter<T>(
        ForwardingMetricMeter meter, ICustomMetricCounter<T> metric, object tags, string name, string? unit, string? description)
        : MetricCounter<T>(name, unit, description)
        where T : struct
    {
        public override void Add(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null) =>
            metric.Add(value, meter.Append(tags, extraTags));

        public override MetricCounter<T> WithTags(IEnumerable<KeyValuePair<string, object>> more) =>
            new Counter<T>(meter, metric, meter.Append(tags, more), Name, Unit, Description);
    }

    private sealed class Gauge<T>(
        ForwardingMetricMeter meter, ICustomMetricGauge<T> metric, object tags, string name, string? unit, string? description)
        : MetricGauge<T>(name, unit, description)
        where T : struct
    {
        public override void Set(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null) =>
            metric.Set(value, meter.Append(tags, extraTags));

        public override MetricGauge<T> WithTags(IEnumerable<KeyValuePair<string, object>> more) =>
            new Gauge<T>(meter, metric, meter.Append(tags, more), Name, Unit, Description);
    }

    private sealed class Histogram<T>(
        ForwardingMetricMeter meter, Action<T, object> record, object tags, string name, string? unit, string? description)
        : MetricHistogram<T>(name, unit, description)
        where T : struct
    {
        public override void Record(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null) =>
            record(value, meter.Append(tags, extraTags));

        public override MetricHistogram<T> WithTags(IEnumerable<KeyValuePair<string, object>> more) =>
            new Histogram<T>(meter, record, meter.Append(tags, more), Name, Unit, Description);
    }
}
