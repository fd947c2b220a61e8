using System;
using System.Linq;
using System.Text;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Syntax;

public sealed class LuaParserFuzzTests
{
    private static readonly string[] Fragments =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or", "repeat",
        "return", "then", "true", "until", "while", "type", "interface", "fun", "as", "is", "asserts", "readonly", "typeof", "keyof", "extends",
        "+", "-", "*", "/", "//", "%", "^", "#", "&", "~", "|", "<<", ">>", "==", "~=", "<=", ">=", "<", ">", "=", "(", ")", "{", "}", "[", "]",
        "::", ";", ":", ",", ".", "..", "...", "->", "?", "!", "@", "a", "b", "f", "x", "1", "0x", "1.5", "\"s\"", "'", "[[", "]]", "--", "--[[",
        "\n", "\r\n", "\0", "$", "\u00ff", "\\", "_ENV",
    ];

    private static readonly string[] Typed =
    [
        "type A<T: B> = {a: T, b?: {[string]: T[]}, c: fun(x: A, ...: B): C, d: (A | B)? @min(1)}",
        "local function f<T>(a: T, b?: number, ...: string): (T?, error?) return a :: T, b! as integer end",
        "interface I<T>: J function m(self, a: T): T, error name?: string end",
        "type G = A extends B? ? (x: number) -> (string, error) : typeof(f(1)) & keyof({a: 1})",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Survives_random_tokens(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            Check(seed, string.Join(random.Next(2) == 0 ? " " : string.Empty, Enumerable.Range(0, random.Next(60)).Select(_ => Fragments[random.Next(Fragments.Length)])));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Survives_mutated_programs(int seed)
    {
        var corpus = LuaCorpus.Accepted.Concat(LuaCorpus.Rejected).Concat(Typed).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            var text = new StringBuilder(string.Join("\n", Enumerable.Range(0, 4).Select(_ => corpus[random.Next(corpus.Length)])));
            for (var edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text.Remove(at, Math.Min(text.Length - at, random.Next(1, 5)));
                        break;
                    case 1:
                        text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                        break;
                    case 2:
                        text[at] = (char)random.Next(256);
                        break;
                    default:
                        text.Insert(at, text.ToString(random.Next(text.Length), 1));
                        break;
                }
            }

            Check(seed, text.ToString());
        }
    }

    [Theory]
    [InlineData(7)]
    public void Survives_random_bytes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Check(seed, Encoding.Latin1.GetString(bytes));
        }
    }

    // Parsing must end, throw nothing, and keep every place inside the file and every node inside its parent.
    private static void Check(int seed, string text)
    {
        var source = SourceText.FromBytes("fuzz.lua", Encoding.Latin1.GetBytes(text));
        try
        {
            var tree = LuaParser.Parse(source);
            foreach (var (node, parent) in SyntaxPrinter.Walk(tree.Chunk))
            {
                Assert.InRange(node.Span.Start, 0, source.Length);
                Assert.InRange(node.Span.End, node.Span.Start, source.Length);
                if (parent is not null && node.Span.Length > 0)
                {
                    Assert.InRange(node.Span.Start, parent.Span.Start, parent.Span.End);
                    Assert.InRange(node.Span.End, parent.Span.Start, parent.Span.End);
                }
            }

            Assert.All(tree.Diagnostics, d =>
            {
                Assert.InRange(d.Location!.Span.End, d.Location.Span.Start, source.CharOffset(source.Length));
                Assert.NotEmpty(d.Message);
            });
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"seed {seed}, bytes {Convert.ToHexString(Encoding.Latin1.GetBytes(text))}", exception);
        }
    }
}
