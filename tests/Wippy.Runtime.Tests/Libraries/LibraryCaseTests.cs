using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace Wippy.Runtime.Tests.Libraries;

/// <summary>Calls library functions with the cases of library-cases.txt, whose results come from the reference implementation.</summary>
public class LibraryCaseTests
{
    public static TheoryData<string> Functions()
    {
        var data = new TheoryData<string>();
        foreach (var name in Cases().Select(line => line.Split('\t')[0]).Distinct())
        {
            data.Add(name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void BehavesAsTheReference(string function)
    {
        var failures = new List<string>();
        var count = 0;
        LuaRun.Run(
            lua =>
            {
                foreach (var line in Cases())
                {
                    var parts = line.Split('\t');
                    if (parts[0] != function)
                    {
                        continue;
                    }

                    count++;
                    var arguments = Decode(parts[1]);
                    var results = lua.CallAll(lua.Globals["pcall"], LuaValues.Append(Find(lua, function), new LuaValues(arguments)), LuaRun.At + 1);
                    var actual = string.Join(' ', results.ToArray().Select(Encode));
                    if (actual != parts[2])
                    {
                        failures.Add($"{function}({Show(parts[1])})\n  expected {Show(parts[2])}\n  actual   {Show(actual)}");
                    }
                }

                return default;
            },
            NumberFormat.Puc);
        Assert.NotEqual(0, count);
        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n" + string.Join('\n', failures.Take(40)));
    }

    private static LuaValue Find(LuaState lua, string name)
    {
        LuaValue value = lua.Globals;
        foreach (var part in name.Split('.'))
        {
            value = value.AsTable()[part];
        }

        return value;
    }

    private static IEnumerable<string> Cases()
    {
        using var stream = typeof(LibraryCaseTests).Assembly.GetManifestResourceStream("library-cases.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static LuaValue[] Decode(string text) => text.Length == 0 ? [] : Array.ConvertAll(text.Split(' '), DecodeOne);

    private static LuaValue DecodeOne(string text)
    {
        var rest = text[1..];
        switch (text[0])
        {
            case 'i':
                return long.Parse(rest, CultureInfo.InvariantCulture);
            case 'f':
                return rest switch
                {
                    "inf" => double.PositiveInfinity,
                    "-inf" => double.NegativeInfinity,
                    "nan" => -double.NaN,
                    "-nan" => double.NaN,
                    _ => LuaNumber.Parse(System.Text.Encoding.ASCII.GetBytes(rest)).AsNumber(),
                };
            case 's':
                return LuaString.FromBytes(Convert.FromHexString(rest));
            case 'b':
                return rest == "true";
            case 't':
                {
                    var table = new LuaTable();
                    var items = rest.Length == 0 ? [] : rest.Split(',');
                    for (var i = 0; i < items.Length; i++)
                    {
                        table[i + 1L] = DecodeOne(items[i]);
                    }

                    return table;
                }

            default:
                return default;
        }
    }

    private static string Encode(LuaValue value)
    {
        if (value.IsNil)
        {
            return "n";
        }

        if (value.IsInteger)
        {
            return "i" + value.AsInteger().ToString(CultureInfo.InvariantCulture);
        }

        if (value.IsFloat)
        {
            return "f" + LuaState.Current.Call(LuaState.Current.Globals["string"].AsTable()["format"], "%a", value, 0);
        }

        if (value.IsString)
        {
            return "s" + Convert.ToHexStringLower(value.AsString().Span);
        }

        if (value.IsBoolean)
        {
            return value.AsBoolean() ? "btrue" : "bfalse";
        }

        if (value.TryGetTable(out var table))
        {
            return "t" + string.Join(',', Enumerable.Range(1, (int)table.Length).Select(i => Encode(table[i])));
        }

        return "?" + value.TypeName;
    }

    private static string Show(string encoded) => string.Join(", ", encoded.Split(' ').Select(part =>
        part.StartsWith('s') && part.Length % 2 == 1 ? "\"" + System.Text.Encoding.Latin1.GetString(Convert.FromHexString(part[1..])) + "\"" : part));
}
