using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/strbuild.lua by hand.</summary>
internal static partial class StrBuild
{
    public static string Run(int n)
    {
        long acc = 0, seed = 7;
        for (var round = 0; round < 40; round++)
        {
            var growing = new StringBuilder();
            for (var i = 1; i <= 400; i++)
            {
                growing.Append(i).Append(',');
            }

            acc += growing.ToString().Length;
        }

        var parts = new string[n];
        for (var i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            parts[i - 1] = string.Create(CultureInfo.InvariantCulture, $"item-{i:D5} name=n{seed % 1000} value={seed % 977}.{seed % 100:D2}");
        }

        var text = string.Join('\n', parts);
        acc += text.Length;
        acc += text.Replace("name=", "label:", StringComparison.Ordinal).Length + text.AsSpan().Count("name=");
        var count = 0;
        acc += Decimals().Replace(text, match => Counted("<" + match.Value + ">", ref count)).Length + count;
        count = 0;
        acc += Names().Replace(text, match => Counted("N" + match.Groups[1].Length.ToString(CultureInfo.InvariantCulture), ref count)).Length + count;
        int position = 0, lines = 0, vowels = 0;
        while (text.IndexOf('\n', position) is var end && end >= 0)
        {
            var line = text[position..end];
            lines++;
            var equals = line.IndexOf("value=", StringComparison.Ordinal);
            if (equals >= 0)
            {
                acc += line[equals + 6];
            }

            if (line.ToUpperInvariant().Contains("NAME=N9", StringComparison.Ordinal))
            {
                vowels++;
            }

            position = end + 1;
        }

        long h = 0;
        for (var i = 0; i < text.Length; i += 3)
        {
            h = (h * 31 + text[i]) % 1000000007;
        }

        return HandWritten.Text.Of(acc, lines, vowels, h);
    }

    private static string Counted(string text, ref int count)
    {
        count++;
        return text;
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex("n([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
