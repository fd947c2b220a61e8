using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Conformance.Tests.RandomPrograms;
using Wippy.Compiler;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Conformance.Tests;

/// <summary>
/// Programs of the suite with random changes: the compiler refuses them with a diagnostic or makes C# without errors and warnings of them, and it never throws.
/// </summary>
[Collection(ProgramRunner.Collection)]
public sealed class MutatedProgramTests
{
    private const int LongestSource = 2_500;

    private static readonly string[] Fragments =
    [
        "nil", "1", "1.5", "'s'", "{}", "...", "(", ")", "=", ",", ".", ":", "..", "+", "and", "or", "not", "==", "<", "#", "-", "~", "//", "[", "]", "local x", "x", "return", "break", "goto l", "::l::",
        "do", "end", "if x then", "else", "for i = 1, 2 do", "while x do", "repeat", "until x", "function f(a, ...)", "local function g()", "f()", "f(...)", "x.y", "x:m()", ": number", "error(x, 3)", "\0", "\r", "\u00ff",
    ];

    [Theory]
    [InlineData(1, "function.lua")]
    [InlineData(2, "library.lua")]
    [InlineData(3, "workflow.lua")]
    public void Mutated_programs_are_refused_or_compile(int seed, string kind)
    {
        var dice = new Dice(seed);
        var names = ProgramSuite.Names.Where(static n => new FileInfo(ProgramSuite.SourcePath(n)).Length < LongestSource).ToArray();
        var accepted = new List<(string Id, byte[] Source)>();
        for (var i = 0; i < 800; i++)
        {
            var text = new StringBuilder(File.ReadAllText(ProgramSuite.SourcePath(dice.Pick(names)), Encoding.Latin1));
            for (var edits = dice.Between(1, 3); edits > 0; edits--)
            {
                Mutate(text, dice);
            }

            var source = Encoding.Latin1.GetBytes(text.ToString());
            if (LuaParser.Parse(SourceText.FromBytes("mutated.lua", source)).Diagnostics.Count == 0)
            {
                accepted.Add(($"test:mutated{seed}_{i}", source));
            }
        }

        Assert.InRange(accepted.Count, 50, 800);
        var programs = CompiledPrograms.Compile(accepted, kind, NumberFormat.Puc);
        Assert.Empty(accepted.Where(p => programs.TextOf(p.Id) is not null && programs.ProblemOf(p.Id) is not null)
            .Select(p => $"seed {seed}: {programs.ProblemOf(p.Id)}\n{Encoding.Latin1.GetString(p.Source)}"));
    }

    // Whole words are exchanged, repeated, dropped or replaced, so that many results are programs.
    private static void Mutate(StringBuilder text, Dice dice)
    {
        var start = WordAt(text, dice.Next(text.Length));
        var end = WordEnd(text, start);
        switch (dice.Next(4))
        {
            case 0:
                text.Remove(start, end - start);
                break;
            case 1:
                text.Insert(start, " " + dice.Pick(Fragments) + " ");
                break;
            case 2:
                text.Remove(start, end - start).Insert(start, dice.Pick(Fragments));
                break;
            default:
                var other = WordAt(text, dice.Next(text.Length));
                var word = text.ToString(other, WordEnd(text, other) - other);
                text.Remove(start, end - start).Insert(start, word);
                break;
        }
    }

    private static int WordAt(StringBuilder text, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(StringBuilder text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
