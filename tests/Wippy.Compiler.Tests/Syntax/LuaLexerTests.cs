using System.Linq;
using System.Text;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Syntax;

public sealed class LuaLexerTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("08", 8L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0x10", 16L)]
    [InlineData("0XfF", 255L)]
    [InlineData("0x7fffffffffffffff", long.MaxValue)]
    [InlineData("0xffffffffffffffff", -1L)]
    [InlineData("0x1ffffffffffffffff", -1L)]
    public void Reads_integers(string text, long value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData("9223372036854775808", 9223372036854775808.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("3.", 3.0)]
    [InlineData(".5", 0.5)]
    [InlineData("0.0", 0.0)]
    [InlineData("1e2", 100.0)]
    [InlineData("1E+2", 100.0)]
    [InlineData("25e-1", 2.5)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1e309", double.PositiveInfinity)]
    [InlineData("1e999999999999999999999", double.PositiveInfinity)]
    [InlineData("4.9e-324", 4.9e-324)]
    [InlineData("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [InlineData("2.2250738585072014e-308", 2.2250738585072014e-308)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e-999999999999999999999", 0.0)]
    [InlineData("0x.8", 0.5)]
    [InlineData("0xA.", 10.0)]
    [InlineData("0xA.8p1", 21.0)]
    [InlineData("0x1p-1074", 4.9406564584124654e-324)]
    [InlineData("0x1p-1075", 0.0)]
    [InlineData("0x1.8p-1075", 4.9406564584124654e-324)]
    [InlineData("0x1p1024", double.PositiveInfinity)]
    [InlineData("0x1.fffffffffffff8p0", 2.0)]
    [InlineData("0x1.fffffffffffff7p0", 1.9999999999999998)]
    [InlineData("0x1.00000000000008p0", 1.0)]
    [InlineData("0x1.000000000000080000000000001p0", 1.0000000000000002)]
    public void Reads_floats(string text, double value) => Assert.Equal(value, Value(text));

    [Fact]
    public void Reads_floats_like_the_framework()
    {
        // .NET rounds correctly; the compiler must too, on every host.
        const int Seed = 20_261_121;
        var random = new System.Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var digits = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => (char)('0' + random.Next(10))));
            var text = $"{digits[..random.Next(digits.Length + 1)]}.{digits}e{random.Next(-345, 330)}";
            Assert.True(double.Parse(text).Equals(Value(text)), $"seed {Seed}: {text}");
        }
    }

    [Theory]
    [InlineData(@"'\a\b\f\n\r\t\v\\\'""\""'", "\a\b\f\n\r\t\v\\'\"\"")]
    [InlineData(@"'\65\065\0651\x41\x7a\u{41}'", "AAA1AzA")]
    [InlineData(@"'\0\255\xff'", "\0\u00ff\u00ff")]
    [InlineData(@"'\u{e9}\u{20AC}\u{10FFFF}\u{0}'", "\u00c3\u00a9\u00e2\u0082\u00ac\u00f4\u008f\u00bf\u00bf\0")]
    [InlineData("'a\\\nb\\\r\nc\\\n\rd\\\re'", "a\nb\nc\nd\ne")]
    [InlineData("'a\\z \n\t\r\n  b'", "ab")]
    [InlineData("'\u00e9\u00ff\0'", "\u00e9\u00ff\0")]
    [InlineData("[[]]", "")]
    [InlineData("[[a]b]]", "a]b")]
    [InlineData("[==[a]]b]=]c]==]", "a]]b]=]c")]
    [InlineData("[[\na\n\nb]]", "a\n\nb")]
    [InlineData("[[\r\na\r\nb\n\rc\rd]]", "a\nb\nc\nd")]
    [InlineData(@"[[\n]]", @"\n")]
    public void Reads_strings_as_bytes(string text, string bytes)
    {
        var token = Assert.Single(Tokens(text), static t => t.Kind != LuaTokenKind.EndOfFile);
        Assert.Equal(Encoding.Latin1.GetBytes(bytes), ((EquatableArray<byte>)token.Value!).ToArray());
    }

    [Fact]
    public void Cuts_operators_greedily() => Assert.Equal(
        "Dot DotDot Ellipsis Colon ColonColon Less LessLess LessEqual Greater GreaterGreater GreaterEqual Equal EqualEqual Tilde TildeEqual "
        + "Slash SlashSlash Minus Arrow Question Bang BangEqual Bang EqualEqual At Hash Percent Caret Ampersand Pipe Semicolon",
        string.Join(" ", Tokens(". .. ... : :: < << <= > >> >= = == ~ ~= / // - -> ? ! != !== @ # % ^ & | ;")
            .Where(static t => t.Kind != LuaTokenKind.EndOfFile).Select(static t => t.Kind)));

    [Fact]
    public void Marks_the_first_token_of_a_line() => Assert.Equal(
        "a+ b- c+ s- d- e+ -",
        string.Join(" ", Tokens("a b\nc [[x\ny]] d --[[\n]] e")
            .Select(static t => (t.Value as string ?? (t.Kind == LuaTokenKind.String ? "s" : string.Empty)) + (t.StartsLine ? "+" : "-"))));

    [Fact]
    public void Reports_a_run_of_strange_bytes_once()
    {
        var source = SourceText.FromString("test.lua", "x = caf\u00e9\u00e9\u00e9 + 1");
        var found = Assert.Single(LuaParser.Parse(source).Diagnostics);
        Assert.Equal("WLC2029", found.Id);
        Assert.Equal(new LinePosition(0, 7), found.Location!.Start);
        Assert.Equal(new LinePosition(0, 10), found.Location.End);
    }

    private static object? Value(string text)
    {
        var tokens = Tokens(text);
        Assert.Equal(2, tokens.Length);
        return tokens[0].Value;
    }

    private static LuaToken[] Tokens(string text)
    {
        var diagnostics = new DiagnosticBag();
        var tokens = LuaLexer.Tokenize(SourceText.FromBytes("test.lua", Encoding.Latin1.GetBytes(text)), diagnostics, out _);
        Assert.Empty(diagnostics);
        return tokens.ToArray();
    }
}
