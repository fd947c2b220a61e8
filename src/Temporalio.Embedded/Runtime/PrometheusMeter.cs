using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;

namespace Temporalio.Runtime;

/// <summary>Keeps metrics in memory and writes them in the text format of Prometheus.</summary>
/// <param name="options">The options.</param>
internal sealed class PrometheusMeter(PrometheusOptions options) : ICustomMetricMeter
{
    private static readonly double[] DefaultBuckets = [50, 100, 500, 1000, 2500, 10_000];
    private readonly ConcurrentDictionary<string, Family> families = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct =>
        new Metric<T>(FamilyOf(name + (options.HasCounterTotalSuffix && !name.EndsWith("_total", StringComparison.Ordinal) ? "_total" : string.Empty), "counter", description, null));

    /// <inheritdoc/>
    public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct
    {
        var buckets = options.HistogramBucketOverrides?.FirstOrDefault(o => name == o.Key || name.EndsWith("_" + o.Key, StringComparison.Ordinal)).Value?.ToArray()
            ?? (unit == "s" ? [.. DefaultBuckets.Select(b => b / 1000)] : DefaultBuckets);
        return new Metric<T>(FamilyOf(WithUnit(name, unit switch { "ms" => "milliseconds", "s" => "seconds", _ => unit }), "histogram", description, buckets));
    }

    /// <inheritdoc/>
    public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct => new Metric<T>(FamilyOf(WithUnit(name, unit), "gauge", description, null));

    /// <inheritdoc/>
    public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags)
    {
        var all = appendFrom is Tags from ? new SortedDictionary<string, string>(from.Values, StringComparer.Ordinal) : new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            all[key] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }

        return new Tags(all, string.Join(",", all.Select(t => $"{Name(t.Key)}=\"{Escape(t.Value)}\"")));
    }

    /// <summary>Writes all metrics.</summary>
    /// <returns>The text, sorted by name and tags.</returns>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var family in families.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    private static string Name(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == ':' ? c : '_'));

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private string WithUnit(string name, string? unit) => options.HasUnitSuffix && !string.IsNullOrEmpty(unit) ? $"{name}_{unit}" : name;

    private Family FamilyOf(string name, string type, string? description, double[]? buckets) =>
        families.GetOrAdd(Name(name), n => new Family(n, type, description, buckets));

    private sealed record Tags(SortedDictionary<string, string> Values, string Text);

    private sealed class Metric<T>(Family family) : ICustomMetricCounter<T>, ICustomMetricHistogram<T>, ICustomMetricGauge<T>
        where T : struct
    {
        public void Add(T value, object tags) => family.SeriesOf(tags).Add(Number(value));

        public void Record(T value, object tags) => family.SeriesOf(tags).Record(Number(value));

        public void Set(T value, object tags) => family.SeriesOf(tags).Set(Number(value));

        private static double Number(T value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
    }

    private sealed class Family(string name, string type, string? description, double[]? buckets)
    {
        private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);

        public string Name { get; } = name;

        public Series SeriesOf(object tags) => series.GetOrAdd(((Tags)tags).Text, _ => new Series(buckets));

        public void Write(StringBuilder text)
        {
            if (!string.IsNullOrEmpty(description))
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {description.ReplaceLineEndings(" ")}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"# TYPE {Name} {type}\n");
            foreach (var (tags, values) in series.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                values.Write(text, Name, tags);
            }
        }
    }

    private sealed class Series(double[]? buckets)
    {
        private readonly Lock gate = new();
        private readonly long[] counts = new long[buckets?.Length ?? 0];
        private double value;
        private long count;

        public void Add(double added)
        {
            lock (gate)
            {
                value += added;
            }
        }

        public void Set(double now)
        {
            lock (gate)
            {
                value = now;
            }
        }

        public void Record(double recorded)
        {
            lock (gate)
            {
                value += recorded;
                count++;
                for (var i = 0; i < counts.Length; i++)
                {
                    counts[i] += recorded <= buckets![i] ? 1 : 0;
                }
            }
        }

        public void Write(StringBuilder text, string name, string tags)
        {
            lock (gate)
            {
                var set = tags.Length == 0 ? string.Empty : $"{{{tags}}}";
                if (buckets is null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{set} {value}\n");
                    return;
                }

                var comma = tags.Length == 0 ? string.Empty : ",";
                for (var i = 0; i < buckets.Length; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{tags}{comma}le=\"{buckets[i]}\"}} {counts[i]}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{tags}{comma}le=\"+Inf\"}} {count}\n{name}_sum{set} {value}\n{name}_count{set} {count}\n");
            }
        }
    }
}
