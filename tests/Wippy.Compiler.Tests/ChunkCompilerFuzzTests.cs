using System;
using System.Linq;
using System.Text;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Tests.Analysis;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests;

/// <summary>Programs while they are being typed: everything that looks at a chunk looks at those that the parser has found errors in, too.</summary>
public sealed class ChunkCompilerFuzzTests
{
    private const int LongestText = 4000;

    private static readonly string[] Fragments =
    [
        "=", "(", ")", "end", "local", "function", "then", "do", "{", "}", "[", "]", ",", ".", ":", "::", "goto", "return", "if", "else", "elseif", "for", "in", "while",
        "until", "repeat", "nil", "..", "...", "~=", "'x'", "1", "x", "break", "not", "-", "#", "type T =", "interface", ": number", "->", "@", "\"", "[[", "--[[", "\0", ";",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Survives_mutated_programs(int seed)
    {
        var programs = GoldenPrograms.Paths.Select(static p => GoldenPrograms.Read(p).Text).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var text = Mutated(programs[random.Next(programs.Length)], random);
            try
            {
                var tree = LuaParser.Parse(SourceText.FromString("fuzz.lua", text));
                var output = Chunks.Compile(tree, random.Next(2) == 0 ? "function.lua" : "library.lua");
                Assert.True(output.Text is null || tree.Diagnostics.All(static d => d.Severity != DiagnosticSeverity.Error), "C# for a text with errors");
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}, program {i}:\n{text}", exception);
            }
        }
    }

    private static string Mutated(string program, Random random)
    {
        var text = new StringBuilder(program);
        if (text.Length > LongestText)
        {
            text.Remove(0, random.Next(text.Length - LongestText));
            text.Length = LongestText;
        }

        for (var edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 12)));
                    break;
                case 1:
                    text.Insert(at, $" {Fragments[random.Next(Fragments.Length)]} ");
                    break;
                default:
                    // What is not yet typed of a line.
                    var line = text.ToString().IndexOf('\n', at);
                    text.Remove(at, (line < 0 ? text.Length : line) - at);
                    break;
            }
        }

        return text.ToString();
    }
}
