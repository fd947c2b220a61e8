using System;
using System.Diagnostics;
using Xunit;

namespace Wippy.Runtime.Tests.Libraries;

/// <summary>Random patterns on random texts end, in a result or a Lua error; patterns that backtrack without end are given up.</summary>
public class PatternFuzzTests
{
    private static readonly string[] Pieces =
        ["a", "b", "%a", "%d", ".", "%", "[", "]", "[^", "[a-", "(", ")", "()", "*", "+", "-", "?", "^", "$", "%b", "%bab", "%f", "%f[a]", "%1", "%2", "%z", "\0", "\u00ff", "[%a]", "[]]", "%%"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomPatternsEnd(int seed)
    {
        var random = new Random(seed);
        string Random(string[] pieces, int count) => string.Concat(Array.ConvertAll(new string[random.Next(count)], _ => pieces[random.Next(pieces.Length)]));
        LuaRun.Run(lua =>
        {
            var library = lua.Globals["string"].AsTable();
            for (var i = 0; i < 20_000; i++)
            {
                var pattern = Random(Pieces, 12);
                var text = Random(["a", "b", "1", " ", "\0", "\u00ff", "ab"], 12);
                var function = random.Next(4) switch { 0 => "find", 1 => "match", 2 => "gsub", _ => "gmatch" };
                try
                {
                    var results = library[function].AsFunction().CallAll(new LuaValues([text, pattern, function == "gsub" ? "%0" : LuaValue.Nil]));
                    for (var step = 0; function == "gmatch" && step < 30 && !results.First.AsFunction().CallAll().First.IsNil; step++)
                    {
                    }

                    if (function == "gsub" && !pattern.Contains('(', StringComparison.Ordinal))
                    {
                        Assert.Equal(text, results.First.AsString().ToString());
                    }
                }
                catch (LuaException exception)
                {
                    Assert.False(string.IsNullOrEmpty(exception.Message), $"seed {seed}: '{pattern}' on '{text}'");
                }
            }

            return LuaValues.Empty;
        });
    }

    [Theory]
    [InlineData("a", 40, "a?", 40, "a")]
    [InlineData("a", 5_000, "a-", 6, "b")]
    [InlineData("a", 5_000, ".*", 6, "b")]
    [InlineData("a", 200, "(a*)", 20, "%1b")]
    [InlineData("a", 100_000, "[a-z]*a", 4, "b")]
    public void BacktrackingIsBounded(string text, int length, string piece, int count, string end)
    {
        var watch = Stopwatch.StartNew();
        LuaRun.Run(lua =>
        {
            var find = lua.Globals["string"].AsTable()["find"].AsFunction();
            var exception = Record.Exception(() => find.CallAll(Repeat(text, length), Repeat(piece, count) + end));
            Assert.True(exception is null || exception is LuaException && exception.Message.Contains("pattern too complex", StringComparison.Ordinal), exception?.ToString());
            return LuaValues.Empty;
        });
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
    }

    // What one step looks at counts too, or a pattern that scans the rest of the subject at each position takes hours for a few megabytes.
    [Theory]
    [InlineData("(", 100_000, "%b()", 1, "")]
    [InlineData("a", 100_000, "a*", 1, "b")]
    [InlineData("a", 100_000, "(a*)%1", 1, "b")]
    [InlineData("a", 400_000, ".", 200_000, "b")]
    public void LongScansAreCounted(string text, int length, string piece, int count, string end) => LuaRun.Run(lua =>
    {
        var pattern = piece + Repeat("a", count - 1) + end;
        var find = lua.Globals["string"].AsTable()["find"].AsFunction();
        var exception = Assert.Throws<LuaException>(() => find.CallAll(Repeat(text, length), pattern));
        Assert.Contains("pattern too complex", exception.Message, StringComparison.Ordinal);
        return LuaValues.Empty;
    });

    private static string Repeat(string text, int count) => string.Concat(System.Linq.Enumerable.Repeat(text, count));
}
