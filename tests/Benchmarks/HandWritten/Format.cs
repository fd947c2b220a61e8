using System;
using System.Globalization;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/format.lua by hand.</summary>
internal static class Format
{
    public static string Run(int n)
    {
        long seed = 5, length = 0, h = 0;
        for (long i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            var s = string.Create(
                CultureInfo.InvariantCulture,
                $"{i}|{seed % 10000,5}|{"k" + (seed % 100).ToString(CultureInfo.InvariantCulture),-8}|{seed / 1000.0:0000.000}|{seed:x}|{(i % 2 == 0 ? "true" : "false")}:{i}/{seed % 977}");
            if (i % 8 == 0)
            {
                s = string.Create(2 * s.Length + 1, s, static (target, source) =>
                {
                    source.CopyTo(target);
                    target[source.Length] = '-';
                    source.CopyTo(target[(source.Length + 1)..]);
                    target.Reverse();
                }).ToUpperInvariant();
            }

            length += s.Length;
            h = (h * 31 + s[(int)(seed % s.Length)]) % 1000000007;
        }

        return Text.Of(length, h);
    }
}
