using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Runtime;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class MetricsTests
{
    private static readonly ActivityOptions Once = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } };

    [Fact]
    public async Task Workers_tell_a_custom_meter_what_they_do()
    {
        var meter = new Meter();
        await RunAsync(new MetricsOptions { CustomMetricMeter = meter, GlobalTags = [new("zone", "1")] });

        const string Worker = "zone=1,service_name=temporal-core-sdk,namespace=default,task_queue=q";
        Assert.Equal(1, meter.Sum("temporal_worker_start", Worker));
        Assert.Equal(1, meter.Sum("temporal_workflow_completed", $"{Worker},workflow_type=Fragile"));
        Assert.Equal(1, meter.Sum("temporal_workflow_failed", $"{Worker},workflow_type=Fragile"));
        Assert.Equal(1, meter.Sum("temporal_activity_execution_failed", $"{Worker},activity_type=break"));
        Assert.Equal(2, meter.Count("temporal_activity_execution_latency", $"{Worker},activity_type=break"));
        Assert.Equal(1, meter.Count("temporal_activity_succeed_endtoend_latency", $"{Worker},activity_type=break"));
        Assert.Equal(1, meter.Count("temporal_local_activity_succeed_endtoend_latency", $"{Worker},activity_type=near"));
        Assert.Equal(2, meter.Count("temporal_workflow_endtoend_latency", $"{Worker},workflow_type=Fragile"));
        Assert.Equal(2, meter.Sum("temporal_sticky_cache_miss", $"{Worker},workflow_type=Fragile"));
        Assert.Equal(2, meter.Sum("temporal_sticky_cache_hit", $"{Worker},workflow_type=Fragile"));
        Assert.Equal("ms", meter.Units["temporal_workflow_endtoend_latency"]);

        // What workflows and activities count themselves has the tags, but not the prefix.
        Assert.Equal(2, meter.Sum("runs", $"{Worker},workflow_type=Fragile"));
        Assert.Equal(2, meter.Sum("calls", $"{Worker},activity_type=break,kind=remote"));
    }

    [Fact]
    public async Task Prometheus_reads_metrics_from_the_address()
    {
        var options = new PrometheusOptions("127.0.0.1:0")
        {
            HasCounterTotalSuffix = true,
            HasUnitSuffix = true,
            UseSecondsForDuration = true,
            HistogramBucketOverrides = new Dictionary<string, IReadOnlyCollection<double>> { ["activity_execution_latency"] = [60, 3600] },
        };
        var runtime = await RunAsync(new MetricsOptions(options) { MetricPrefix = "my_", AttachServiceName = false });
        using var http = new HttpClient();
        var lines = (await http.GetStringAsync(new Uri(runtime.Prometheus!.Address, "/metrics"))).Split('\n');
        Assert.Contains("# TYPE my_workflow_completed_total counter", lines);
        Assert.Contains("my_workflow_completed_total{namespace=\"default\",task_queue=\"q\",workflow_type=\"Fragile\"} 1", lines);
        Assert.Contains("# TYPE my_activity_execution_latency_seconds histogram", lines);
        Assert.Contains("my_activity_execution_latency_seconds_bucket{activity_type=\"break\",namespace=\"default\",task_queue=\"q\",le=\"3600\"} 2", lines);
        Assert.Contains("my_activity_execution_latency_seconds_bucket{activity_type=\"break\",namespace=\"default\",task_queue=\"q\",le=\"+Inf\"} 2", lines);
        Assert.Contains("my_activity_execution_latency_seconds_count{activity_type=\"break\",namespace=\"default\",task_queue=\"q\"} 2", lines);
        Assert.Contains("my_workflow_endtoend_latency_seconds_count{namespace=\"default\",task_queue=\"q\",workflow_type=\"Fragile\"} 2", lines);
        Assert.Contains("runs_total{namespace=\"default\",task_queue=\"q\",workflow_type=\"Fragile\"} 2", lines);

        var taken = Assert.Throws<InvalidOperationException>(() => Runtime(new MetricsOptions(new PrometheusOptions(runtime.Prometheus.Address.Authority))));
        Assert.Contains(runtime.Prometheus.Address.Authority, taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_go_one_way()
    {
        Assert.Contains("Prometheus", Assert.Throws<NotSupportedException>(() => Runtime(new MetricsOptions(new OpenTelemetryOptions("http://localhost:4317")))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Runtime(new MetricsOptions()));
        Assert.Throws<ArgumentException>(() => Runtime(new MetricsOptions(new PrometheusOptions())));
        Assert.Throws<ArgumentException>(() => Runtime(new MetricsOptions(new PrometheusOptions("127.0.0.1:0")) { CustomMetricMeter = new Meter() }));
    }

    private static TemporalRuntime Runtime(MetricsOptions metrics) => new(new TemporalRuntimeOptions(new TelemetryOptions { Metrics = metrics }));

    private static async Task<TemporalRuntime> RunAsync(MetricsOptions metrics)
    {
        var runtime = Runtime(metrics);
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync(new() { Runtime = runtime });
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow<Fragile>()
            .AddActivity(ActivityDefinition.Create("near", typeof(void), [], 0, _ => null))
            .AddActivity(ActivityDefinition.Create("break", typeof(void), [typeof(bool)], 1, a =>
            {
                ActivityExecutionContext.Current.MetricMeter.CreateCounter<long>("calls").Add(1, [new("kind", "remote")]);
                return (bool)a[0]! ? throw new InvalidOperationException("broken") : null;
            })));
        await worker.ExecuteAsync(async () =>
        {
            await env.Client.ExecuteWorkflowAsync((Fragile w) => w.RunAsync(false), new WorkflowOptions("a", "q"));
            await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.ExecuteWorkflowAsync((Fragile w) => w.RunAsync(true), new WorkflowOptions("b", "q")));
        }).WaitAsync(TestWorker.Limit);
        return runtime;
    }

    [Workflow]
    public class Fragile
    {
        [WorkflowRun]
        public async Task RunAsync(bool fail)
        {
            Workflow.MetricMeter.CreateCounter<long>("runs").Add(1);
            if (!fail)
            {
                await Workflow.ExecuteLocalActivityAsync("near", [], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
            }

            await Workflow.ExecuteActivityAsync("break", [fail], Once);
        }
    }

    private sealed class Meter : ICustomMetricMeter
    {
        private readonly ConcurrentQueue<(string Name, double Value, string Tags)> records = new();

        public ConcurrentDictionary<string, string?> Units { get; } = new(StringComparer.Ordinal);

        public double Sum(string name, string tags) => records.Where(r => r.Name == name && r.Tags == tags).Sum(r => r.Value);

        public int Count(string name, string tags) => records.Count(r => r.Name == name && r.Tags == tags);

        public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name, unit);

        public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name, unit);

        public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name, unit);

        public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
            string.Join(",", new[] { appendFrom as string }.Where(t => !string.IsNullOrEmpty(t)).Concat(tags.Select(t => $"{t.Key}={t.Value}")));

        private sealed class Metric<T> : ICustomMetricCounter<T>, ICustomMetricGauge<T>, ICustomMetricHistogram<T>
            where T : struct
        {
            private readonly Meter meter;
            private readonly string name;

            public Metric(Meter meter, string name, string? unit)
            {
                (this.meter, this.name) = (meter, name);
                meter.Units[name] = unit;
            }

            public void Add(T value, object tags) => Record(value, tags);

            public void Set(T value, object tags) => Record(value, tags);

            public void Record(T value, object tags) => meter.records.Enqueue((name, Convert.ToDouble(value, null), (string)tags));
        }
    }
}
