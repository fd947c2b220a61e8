using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Temporalio.Converters;
using Xunit.Abstractions;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>The embedded API is a subset of the official one, letter for letter.</summary>
public class ApiComparisonTests(ITestOutputHelper output)
{
    private static readonly IReadOnlySet<string> Official = Read();

    [Fact]
    public void Every_public_member_is_in_the_official_api()
    {
        var full = Official.Where(l => l.StartsWith("type ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var types = typeof(DataConverter).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Temporalio", StringComparison.Ordinal) == true);
        var embedded = ApiListing.Lines(types, n => TypeKey(n, full)).ToHashSet(StringComparer.Ordinal);

        var surplus = embedded.Where(l => !Official.Contains(l)).Order(StringComparer.Ordinal).ToList();
        var absent = Official.Where(l => !embedded.Contains(l)).ToList();
        output.WriteLine($"{embedded.Count} lines of the official API, {absent.Count(l => !l.StartsWith("proto ", StringComparison.Ordinal))} more and " +
            $"{absent.Count(l => l.StartsWith("proto ", StringComparison.Ordinal))} protobuf types are not in the subset.");
        var half = absent.Where(l => embedded.Contains(TypeLine(l) ?? string.Empty)).ToList();
        output.WriteLine($"{half.Count} of them belong to types that are:");
        half.ForEach(output.WriteLine);
        Assert.True(surplus.Count == 0, new StringBuilder("Not in the official API:\n").AppendJoin('\n', surplus).ToString());
    }

    [Fact]
    public void The_listing_notices_a_difference()
    {
        var lines = ApiListing.Lines([typeof(Sample<>)], _ => true).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            new[]
            {
                "ctor Temporalio.Embedded.Tests.Api.Sample<T> :: protected internal Sample(string? name = null, int count = 3)",
                "method Temporalio.Embedded.Tests.Api.Sample<T> :: [Obsolete] public static IReadOnlyDictionary<string, TResult?>? Map<TResult>(params object?[] args) where TResult : class",
                "method Temporalio.Embedded.Tests.Api.Sample<T> :: public virtual bool TryGet(ref T value, out List<string?> found, DayOfWeek day = DayOfWeek.Monday)",
                "property Temporalio.Embedded.Tests.Api.Sample<T> :: public (string? First, (int, TimeSpan? Third) Second)? Pair { get; set; }",
                "property Temporalio.Embedded.Tests.Api.Sample<T> :: public TimeSpan? Wait { get; protected init; }",
                "type Temporalio.Embedded.Tests.Api.Sample<T> :: public abstract class Sample<T> : System.Text.Json.Serialization.JsonConverter<object?>, ICloneable where T : notnull",
            },
            lines.Where(l => !l.Contains("override", StringComparison.Ordinal) && !l.Contains("Clone()", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static bool TypeKey(string name, HashSet<string> full) => full.Contains(name.Split('<')[0]) || full.Contains(name);

    private static string? TypeLine(string line)
    {
        var separator = line.IndexOf(" :: ", StringComparison.Ordinal);
        if (separator < 0)
        {
            return null;
        }

        var name = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..separator];
        return Official.FirstOrDefault(l => l.StartsWith($"type {name} ::", StringComparison.Ordinal));
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(ApiComparisonTests).Assembly.GetManifestResourceStream("temporalio-api.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Something of everything, for the test of the listing.</summary>
public abstract class Sample<T> : System.Text.Json.Serialization.JsonConverter<object?>, ICloneable
    where T : notnull
{
    protected internal Sample(string? name = null, int count = 3)
    {
        _ = name;
        _ = count;
    }

    public TimeSpan? Wait { get; protected init; }

    public (string? First, (int, TimeSpan? Third) Second)? Pair { get; set; }

    [Obsolete("For the test.")]
    public static IReadOnlyDictionary<string, TResult?>? Map<TResult>(params object?[] args)
        where TResult : class => args.Length == 0 ? null : new Dictionary<string, TResult?>();

    public virtual bool TryGet(ref T value, out List<string?> found, DayOfWeek day = DayOfWeek.Monday)
    {
        found = [value.ToString(), day.ToString()];
        return true;
    }

    public object Clone() => MemberwiseClone();
}
