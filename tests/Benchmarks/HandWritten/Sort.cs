using System;
using System.Globalization;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/sort.lua by hand.</summary>
internal static class Sort
{
    public static string Run(int n)
    {
        long seed = 12345;
        long Next() => seed = seed * 16807 % 2147483647;
        var numbers = new long[n];
        var records = new Record[n];
        var strings = new string[n / 4];
        var plain = new long[n];
        for (var i = 0; i < n; i++)
        {
            numbers[i] = Next();
            plain[i] = Next();
            records[i] = new Record(Next() % 1000, i + 1);
        }

        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = "k" + Next().ToString(CultureInfo.InvariantCulture);
        }

        Array.Sort(numbers, static (a, b) => b.CompareTo(a));
        Array.Sort(records, static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Id.CompareTo(b.Id));
        Array.Sort(strings, static (a, b) => string.CompareOrdinal(a, b));
        Array.Sort(plain);
        long h = 0;
        for (var i = 0; i < n; i += 7)
        {
            h = (h * 31 + numbers[i] + records[i].Id * 3 + plain[i]) % 1000000007;
        }

        for (var i = 0; i < strings.Length; i += 5)
        {
            h = (h * 31 + strings[i][^1]) % 1000000007;
        }

        return Text.Of(h);
    }

    private sealed record Record(long Key, long Id);
}
