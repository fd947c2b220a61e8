using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Runtime;
using Temporalio.Workflows;
using Priority = Temporalio.Common.Priority;
using RetryPolicy = Temporalio.Common.RetryPolicy;

namespace Temporalio.Embedded.Tests.Api;

public class CommonTests
{
    private static readonly SearchAttributeKey<bool> Bool = SearchAttributeKey.CreateBool("bool");
    private static readonly SearchAttributeKey<DateTimeOffset> Time = SearchAttributeKey.CreateDateTimeOffset("time");
    private static readonly SearchAttributeKey<double> Double = SearchAttributeKey.CreateDouble("double");
    private static readonly SearchAttributeKey<string> Keyword = SearchAttributeKey.CreateKeyword("keyword");
    private static readonly SearchAttributeKey<IReadOnlyCollection<string>> List = SearchAttributeKey.CreateKeywordList("list");
    private static readonly SearchAttributeKey<long> Long = SearchAttributeKey.CreateLong("long");
    private static readonly SearchAttributeKey<string> Text = SearchAttributeKey.CreateText("text");

    [Fact]
    public void Search_attributes_have_typed_payloads_and_come_back()
    {
        var time = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var attributes = new SearchAttributeCollection.Builder()
            .Set(Bool, true).Set(Time, time).Set(Double, 1.5).Set(Keyword, "k").Set(List, ["a", "b"]).Set(Long, 7).Set(Text, "some text")
            .ToSearchAttributeCollection();
        var proto = attributes.ToProto();

        Assert.Equal(
            [
                "bool Bool true", "double Double 1.5", "keyword Keyword \"k\"", "list KeywordList [\"a\",\"b\"]", "long Int 7", "text Text \"some text\"",
                "time Datetime \"2024-01-02T03:04:05.0000000\\u002B02:00\"",
            ],
            proto.IndexedFields.Select(f => $"{f.Key} {f.Value.Metadata["type"].ToStringUtf8()} {f.Value.Data.ToStringUtf8()}").Order(StringComparer.Ordinal));
        var back = SearchAttributeCollection.FromProto(proto);
        Assert.Equal(7, back.Count);
        Assert.Equal(attributes.Select(k => k.Name), back.Select(k => k.Name));
        Assert.True(back.Get(Bool));
        Assert.Equal(time, back.Get(Time));
        Assert.Equal(1.5, back.Get(Double));
        Assert.Equal("k", back.Get(Keyword));
        Assert.Equal(["a", "b"], back.Get(List));
        Assert.Equal(7, back.Get(Long));
        Assert.Equal("some text", back.Get(Text));
    }

    [Fact]
    public void Missing_search_attributes()
    {
        var attributes = new SearchAttributeCollection.Builder().Set(Keyword, "k").Set(Long, 1).Unset("long").ToSearchAttributeCollection();
        Assert.True(attributes.ContainsKey("keyword"));
        Assert.True(attributes.ContainsKey(Keyword));
        Assert.False(attributes.ContainsKey(SearchAttributeKey.CreateText("keyword")));
        Assert.False(attributes.TryGetValue(Long, out _));
        Assert.True(attributes.TryGetValue(Keyword, out var value));
        Assert.Equal("k", value);
        _ = Assert.Throws<KeyNotFoundException>(() => attributes.Get(Long));
        var builder = new SearchAttributeCollection.Builder(attributes);
        Assert.Empty(builder.Unset(Keyword).ToSearchAttributeCollection());
        _ = Assert.Single(attributes);
        Assert.Empty(SearchAttributeCollection.Empty.ToProto().IndexedFields);
    }

    [Theory]
    [InlineData("Keyword", "null", null)]
    [InlineData("KeywordList", "[]", null)]
    [InlineData("Keyword", "[\"x\"]", "x")]
    [InlineData("INDEXED_VALUE_TYPE_KEYWORD", "\"x\"", "x")]
    [InlineData("Future", "\"x\"", null)]
    [InlineData("Unspecified", "\"x\"", null)]
    public void Unusual_search_attribute_payloads(string type, string json, string? expected)
    {
        var attributes = SearchAttributeCollection.FromProto(new()
        {
            IndexedFields =
            {
                ["a"] = new Payload
                {
                    Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8(type) },
                    Data = ByteString.CopyFromUtf8(json),
                },
                ["untyped"] = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") }, Data = ByteString.CopyFromUtf8("1") },
            },
        });
        Assert.Equal(expected, attributes.UntypedValues.Values.SingleOrDefault());
    }

    [Fact]
    public void A_key_is_its_name_and_type()
    {
        var other = SearchAttributeKey.CreateText("keyword");
        Assert.True(Keyword == SearchAttributeKey.CreateKeyword("keyword"));
        Assert.True(Keyword != other);
        Assert.True(other < Keyword);
        Assert.True(Bool < Keyword);
        Assert.Equal(Keyword.GetHashCode(), SearchAttributeKey.CreateKeyword("keyword").GetHashCode());
        var update = Keyword.ValueSet("v");
        Assert.True(update.HasValue);
        Assert.Equal(("v", Keyword), (update.UntypedValue, update.UntypedKey));
        Assert.False(Long.ValueUnset().HasValue);
        _ = Assert.Throws<InvalidOperationException>(() => Long.ValueUnset().UntypedValue);
    }

    [Fact]
    public void Policies_convert_both_ways()
    {
        var policy = new RetryPolicy
        {
            InitialInterval = TimeSpan.FromMilliseconds(1),
            BackoffCoefficient = 1.5f,
            MaximumInterval = TimeSpan.FromSeconds(3),
            MaximumAttempts = 4,
            NonRetryableErrorTypes = ["E"],
        };
        var back = RetryPolicy.FromProto(policy.ToProto());
        Assert.Equal(policy with { NonRetryableErrorTypes = null }, back with { NonRetryableErrorTypes = null });
        Assert.Equal(["E"], back.NonRetryableErrorTypes!);
        Assert.Equal(new RetryPolicy(), RetryPolicy.FromProto(new RetryPolicy().ToProto()));
        var priority = new Priority(2, "f", 0.5f);
        Assert.Equal(priority, Priority.FromProto(priority.ToProto()));
        Assert.Equal(Priority.Default, Priority.FromProto(null));
        Assert.Equal(Priority.Default, Priority.FromProto(new()));
        _ = Assert.Throws<ArgumentException>(() => new Priority(0));
    }

    [Fact]
    public void A_deployment_version_has_a_canonical_form()
    {
        Assert.Equal(new WorkerDeploymentVersion("a", "b.c"), WorkerDeploymentVersion.FromCanonicalString("a.b.c"));
        Assert.Equal("a.b.c", new WorkerDeploymentVersion("a", "b.c").ToCanonicalString());
        _ = Assert.Throws<ArgumentException>(() => WorkerDeploymentVersion.FromCanonicalString("a"));
    }

    [Fact]
    public void Random_numbers_are_pinned()
    {
        var random = new DeterministicRandom(42);
        var bytes = new byte[11];
        random.NextBytes(bytes);
        Assert.Equal("956EEB2F2632D7BD03F166", Convert.ToHexString(bytes), ignoreCase: true);
        Assert.Equal(random.Next(), Mirror(r => r.Next()));
        Assert.InRange(random.NextDouble(), 0, 1);
        Assert.Equal(5, random.Next(5, 6));
        Assert.Equal(5, random.Next(5, 5));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(2, 1));

        // What the base class derives from the overrides depends on the seed alone as well.
        Assert.Equal(new DeterministicRandom(7).NextInt64(), new DeterministicRandom(7).NextInt64());
        Assert.Equal(new DeterministicRandom(7).NextSingle(), new DeterministicRandom(7).NextSingle());
        Assert.NotEqual(new DeterministicRandom(7).NextInt64(), new DeterministicRandom(8).NextInt64());

        static int Mirror(Func<DeterministicRandom, int> draw)
        {
            var again = new DeterministicRandom(42);
            again.NextBytes(new byte[11]);
            return draw(again);
        }
    }

    [Fact]
    public void Metrics_reach_a_custom_meter()
    {
        var meter = new RecordingMeter();
        var runtime = new TemporalRuntime(new(new TelemetryOptions
        {
            Metrics = new() { CustomMetricMeter = meter, GlobalTags = [KeyValuePair.Create("g", "1")], AttachServiceName = false },
        }));
        var tagged = runtime.MetricMeter.WithTags([KeyValuePair.Create("a", (object)2)]);
        tagged.CreateCounter<long>("counter", "unit").Add(3, [KeyValuePair.Create("b", (object)true)]);
        tagged.CreateGauge<double>("gauge").WithTags([KeyValuePair.Create("c", (object)"x")]).Set(0.5);
        runtime.MetricMeter.CreateHistogram<TimeSpan>("time").Record(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["counter 3 [g=1,a=2,b=True]", "gauge 0.5 [g=1,a=2,c=x]", "time 1500 [g=1]"], meter.Records);

        TemporalRuntime.Default.MetricMeter.CreateCounter<long>("nothing").Add(1);
        Assert.Equal(3, meter.Records.Count);
    }

    private sealed class RecordingMeter : ICustomMetricMeter
    {
        public List<string> Records { get; } = [];

        public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name);

        public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name);

        public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
            where T : struct => new Metric<T>(this, name);

        public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
            string.Join(",", new[] { appendFrom as string }.Where(t => t != null).Concat(tags.Select(t => $"{t.Key}={t.Value}")));

        private sealed class Metric<T>(RecordingMeter meter, string name) : ICustomMetricCounter<T>, ICustomMetricGauge<T>, ICustomMetricHistogram<T>
            where T : struct
        {
            public void Add(T value, object tags) => Record(value, tags);

            public void Set(T value, object tags) => Record(value, tags);

            public void Record(T value, object tags) => meter.Records.Add(FormattableString.Invariant($"{name} {value} [{tags}]"));
        }
    }
}
