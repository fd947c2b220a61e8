using System.Collections.Generic;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/pingpong.lua by hand.</summary>
internal static class PingPong
{
    public static string Run(int n)
    {
        var input = new Input();
        using var sums = Sums(input).GetEnumerator();
        long v = 1, h = 0;
        for (var i = 1; i <= n; i++)
        {
            input.Value = v;
            sums.MoveNext();
            v = sums.Current % 13 + i % 3;
            h = (h * 31 + v) % 1000000007;
        }

        long total = 0;
        for (var i = 1; i <= n / 30; i++)
        {
            var once = new Input { Value = i };
            using var steps = Steps(once).GetEnumerator();
            steps.MoveNext();
            once.Value = steps.Current % 7;
            steps.MoveNext();
            total = (total + steps.Current) % 1000003;
        }

        return Text.Of(v, h, total);
    }

    private static IEnumerable<long> Sums(Input input)
    {
        long sum = 0;
        while (true)
        {
            sum += input.Value;
            yield return sum % 1009;
        }
    }

    private static IEnumerable<long> Steps(Input input)
    {
        var x = input.Value;
        yield return x + 1;
        yield return x + input.Value;
    }

    private sealed class Input
    {
        public long Value { get; set; }
    }
}
