using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/encode.lua by hand.</summary>
internal static class Encode
{
    public static string Run(int n)
    {
        long length = 0, h = 0;
        for (var i = 1; i <= n; i++)
        {
            var builder = new StringBuilder();
            Write(Order(i), builder);
            var text = builder.ToString();
            length += text.Length;
            for (var p = 0; p < text.Length; p += 17)
            {
                h = (h * 31 + text[p]) % 1000000007;
            }
        }

        return HandWritten.Text.Of(length, h);
    }

    private static Dictionary<string, object> Order(long i)
    {
        var lines = new List<object>();
        for (long j = 1; j <= i % 4 + 1; j++)
        {
            lines.Add(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sku"] = "sku-" + (i * j % 997).ToString(CultureInfo.InvariantCulture),
                ["quantity"] = j,
                ["price"] = (i * 37 + j) % 10000,
                ["gift"] = j % 2 == 0,
            });
        }

        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = i,
            ["customer"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Name \"{i % 113}\""),
                ["address"] = string.Create(CultureInfo.InvariantCulture, $"Street {i % 71}\nTown"),
                ["vip"] = i % 9 == 0,
            },
            ["lines"] = lines,
            ["note"] = "tab\there",
            ["total"] = i * 1009 % 100003,
        };
    }

    private static void Write(object value, StringBuilder builder)
    {
        switch (value)
        {
            case Dictionary<string, object> map:
                var keys = map.Keys.ToArray();
                Array.Sort(keys, string.CompareOrdinal);
                builder.Append('{');
                for (var i = 0; i < keys.Length; i++)
                {
                    if (i > 0)
                    {
                        builder.Append(',');
                    }

                    Quote(keys[i], builder);
                    builder.Append(':');
                    Write(map[keys[i]], builder);
                }

                builder.Append('}');
                break;
            case List<object> list:
                builder.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    if (i > 0)
                    {
                        builder.Append(',');
                    }

                    Write(list[i], builder);
                }

                builder.Append(']');
                break;
            case string text:
                Quote(text, builder);
                break;
            case long number:
                builder.Append(number);
                break;
            default:
                builder.Append((bool)value ? "true" : "false");
                break;
        }
    }

    private static void Quote(string text, StringBuilder builder)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\t' => builder.Append("\\t"),
                _ => builder.Append(c),
            };
        }

        builder.Append('"');
    }
}
