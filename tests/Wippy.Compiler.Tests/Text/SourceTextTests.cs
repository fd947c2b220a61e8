using System.Linq;
using System.Text;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Text;

public sealed class SourceTextTests
{
    [Fact]
    public void Counts_lines_as_Lua_does()
    {
        var text = SourceText.FromString("a", "1\n2\r\n3\r4\n\r5");
        Assert.Equal(5, text.LineCount);
        Assert.Equal([0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4], Enumerable.Range(0, text.Length).Select(text.GetLine));
    }

    [Fact]
    public void Gives_positions_in_UTF16_units()
    {
        var text = SourceText.FromString("a", "x\n\u00e9\u20ac\U0001F600z");
        Assert.Equal(new LinePosition(1, 4), text.GetPosition(2 + 2 + 3 + 4));
        Assert.Equal(6, text.CharOffset(11));
        Assert.Equal(11, text.ByteOffset(6));
    }

    [Fact]
    public void Converts_offsets_of_long_texts_both_ways()
    {
        var content = string.Concat(Enumerable.Range(0, 2000).Select(static i => i % 3 == 0 ? "\u00e9" : i % 7 == 0 ? "\U0001F600" : "a"));
        var text = SourceText.FromString("a", content);
        var bytes = 0;
        for (var i = 0; i < content.Length; i += char.IsHighSurrogate(content[i]) ? 2 : 1)
        {
            Assert.Equal(i, text.CharOffset(bytes));
            Assert.Equal(bytes, text.ByteOffset(i));
            bytes += Encoding.UTF8.GetByteCount(content, i, char.IsHighSurrogate(content[i]) ? 2 : 1);
        }

        Assert.Equal(bytes, text.ByteOffset(content.Length));
        Assert.Equal(text.Length, text.ByteOffset(int.MaxValue));
    }

    [Fact]
    public void Drops_a_byte_order_mark()
    {
        var text = SourceText.FromBytes("a", [0xEF, 0xBB, 0xBF, (byte)'x']);
        Assert.Equal(1, text.Length);
        Assert.Equal("x", text.Text);
    }

    [Fact]
    public void Is_equal_by_path_and_content()
    {
        Assert.Equal(SourceText.FromString("a", "x"), SourceText.FromString("a", "x"));
        Assert.NotEqual(SourceText.FromString("a", "x"), SourceText.FromString("b", "x"));
        Assert.NotEqual(SourceText.FromString("a", "x"), SourceText.FromString("a", "y"));
    }

    [Fact]
    public void Maps_an_embedded_text_to_the_outer_file()
    {
        var outer = SourceText.FromString("o.yaml", "source: |\n  x = 1\n  y = 2\n");
        var inner = SourceText.FromEmbedded(outer, "x = 1\ny = 2\n", [12, 20]);
        Assert.Equal(1, inner.GetLine(6));
        var location = inner.GetLocation(new TextSpan(6, 1));
        Assert.Equal("o.yaml", location.Path);
        Assert.Equal(new LinePosition(2, 2), location.Start);
    }

    [Fact]
    public void Arrays_are_equal_by_content()
    {
        var array = EquatableArray.Create(1, 2);
        Assert.Equal(array, new[] { 1, 2 }.ToEquatableArray());
        Assert.Equal(array.GetHashCode(), new[] { 1, 2 }.ToEquatableArray().GetHashCode());
        Assert.NotEqual(array, EquatableArray.Create(2, 1));
        Assert.NotEqual(array, EquatableArray.Create(1));
        Assert.Equal(default, EquatableArray.Create<int>());
        Assert.True(EquatableArray<int>.Empty.IsEmpty);
    }

    [Theory]
    [InlineData("wroker", "worker")]
    [InlineData("clinet", "client")]
    [InlineData("WORKER", "worker")]
    [InlineData("xyzzy", null)]
    [InlineData("", null)]
    public void Suggests_the_nearest_name(string name, string? expected) =>
        Assert.Equal(expected, SpellingSuggestion.Nearest(name, ["worker", "client", "task_queue"]));
}
