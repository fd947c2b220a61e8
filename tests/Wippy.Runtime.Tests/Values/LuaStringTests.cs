using System;
using System.Linq;
using System.Text;
using Xunit;

namespace Wippy.Runtime.Tests.Values;

public class LuaStringTests
{
    /// <summary>Short strings lie within the object and are compared by words: the outcome is that of the bytes.</summary>
    [Fact]
    public void EqualityOrderAndHashAreThoseOfTheBytes()
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(0, 20)).Select(_ => (byte)(random.Next(4) * 85)).ToArray()).ToArray();
        foreach (var a in texts)
        {
            var left = LuaString.FromBytes(a);
            Assert.Equal(a, left.Span.ToArray());
            Assert.Equal(a, left.Memory.ToArray());
            foreach (var b in texts)
            {
                var right = LuaString.FromBytes(b);
                Assert.Equal(a.AsSpan().SequenceEqual(b), left.Equals(right));
                Assert.Equal(Math.Sign(a.AsSpan().SequenceCompareTo(b)), Math.Sign(left.CompareTo(right)));
                Assert.True(!left.Equals(right) || left.GetHashCode() == right.GetHashCode());
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("sixteen letters!")]
    [InlineData("seventeen letters")]
    public void EqualLiteralsAreOneObject(string text) => Assert.Same(LuaString.Literal(text), LuaString.Literal(Encoding.UTF8.GetBytes(text)));

    /// <summary>Where a table has found a string says nothing about another table.</summary>
    [Fact]
    public void OneKeyIsFoundInManyTables()
    {
        var tables = Enumerable.Range(0, 20).Select(static _ => new LuaTable()).ToArray();
        var keys = Enumerable.Range(0, 60).Select(static i => LuaString.FromUtf16("key number " + i)).ToArray();
        for (var t = 0; t < tables.Length; t++)
        {
            for (var k = 0; k < keys.Length; k++)
            {
                tables[t][keys[(k + (t * 7)) % keys.Length]] = (k + (t * 7)) % keys.Length;
            }
        }

        foreach (var table in tables)
        {
            table[keys[5]] = LuaValue.Nil;
            Assert.True(table[keys[5]].IsNil);
            table[keys[5]] = 5;
            for (var k = 0; k < keys.Length; k++)
            {
                Assert.Equal(k, table[keys[k]].AsInteger());
                Assert.Equal(k, table[LuaString.FromUtf16("key number " + k)].AsInteger());
            }

            Assert.True(table[LuaString.FromUtf16("key number 60")].IsNil);
        }
    }
}
