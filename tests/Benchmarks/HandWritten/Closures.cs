using System;
using System.Collections.Generic;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/closures.lua by hand.</summary>
internal static class Closures
{
    public static string Run(int n)
    {
        var list = new List<long>();
        for (var i = 1; i <= 100; i++)
        {
            list.Add(i);
        }

        long total = 0;
        for (long i = 1; i <= n; i++)
        {
            var number = i;
            var add = Counter(i % 5);
            add(1);
            add(2);
            var twice = Compose(static x => x * 2, x => x + number);
            var mapped = Map(list, twice);
            total = (total + Fold(mapped, static (a, b) => (a + b) % 1000003, add(3))) % 1000000007;
        }

        return Text.Of(total);
    }

    private static Func<long, long> Counter(long step)
    {
        long value = 0;
        return by => value += step * by;
    }

    private static Func<long, long> Compose(Func<long, long> f, Func<long, long> g) => x => f(g(x));

    private static List<long> Map(List<long> list, Func<long, long> f)
    {
        var result = new List<long>(list.Count);
        foreach (var item in list)
        {
            result.Add(f(item));
        }

        return result;
    }

    private static long Fold(List<long> list, Func<long, long, long> f, long acc)
    {
        foreach (var item in list)
        {
            acc = f(acc, item);
        }

        return acc;
    }
}
