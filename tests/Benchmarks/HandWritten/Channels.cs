using System.Collections.Generic;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/channels.lua by hand: lazy sequences, which are the fast form of such a pipeline on one thread.</summary>
internal static class Channels
{
    public static string Run(int n)
    {
        long h = 0;
        foreach (var v in Squares(Numbers(n)))
        {
            h = (h * 31 + v) % 1000000007;
        }

        return Text.Of(h);
    }

    private static IEnumerable<long> Numbers(int n)
    {
        for (long i = 1; i <= n; i++)
        {
            yield return i;
        }
    }

    private static IEnumerable<long> Squares(IEnumerable<long> numbers)
    {
        foreach (var v in numbers)
        {
            yield return v * v % 1009;
        }
    }
}
