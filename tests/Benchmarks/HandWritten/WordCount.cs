using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/wordcount.lua by hand.</summary>
internal static class WordCount
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ne", "su", "ta", "ri", "vo", "pe", "zu", "ha", "do"];

    public static string Run(int n)
    {
        long seed = 99;
        var vocabulary = new string[5000];
        for (var i = 0; i < vocabulary.Length; i++)
        {
            seed = seed * 16807 % 2147483647;
            vocabulary[i] = Syllables[seed % 12] + Syllables[seed % 143 % 12] + Syllables[seed % 1709 % 12] + ((i + 1) % 40).ToString(CultureInfo.InvariantCulture);
        }

        var count = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < n; i++)
        {
            seed = seed * 16807 % 2147483647;
            CollectionsMarshal.GetValueRefOrAddDefault(count, vocabulary[seed % vocabulary.Length], out _)++;
        }

        var pairs = new Dictionary<string, long>(StringComparer.Ordinal);
        var previous = "start";
        for (var i = 0; i < n / 20; i++)
        {
            seed = seed * 16807 % 2147483647;
            var word = vocabulary[seed % 300];
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, previous + " " + word, out _)++;
            previous = word;
        }

        var keys = count.Keys.ToArray();
        Array.Sort(keys, (x, y) => count[y].CompareTo(count[x]) is var order && order != 0 ? order : string.CompareOrdinal(x, y));
        var twos = pairs.Values.Count(static v => v >= 2);
        return string.Create(CultureInfo.InvariantCulture, $"{keys.Length} {keys[0]} {count[keys[0]]} {keys[^1]} {pairs.Count} {twos}");
    }
}
