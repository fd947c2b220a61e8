using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Conformance.Tests.RandomPrograms;

/// <summary>Runs random programs compiled and under stock Lua, and compares what they print.</summary>
internal static class RandomProgramSuite
{
    // Programs of one C# compilation.
    private const int BatchSize = 100;

    // In a library unknown callees may wait.
    private static readonly string[] Kinds = ["function.lua", "library.lua"];

    private static readonly TimeSpan ReferenceTimeout = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Compares the programs of <paramref name="count"/> seeds; of those that differ, the program and both outputs are written into <paramref name="folder"/>.
    /// Gives how many differ.
    /// </summary>
    public static async Task<int> RunAsync(int first, int count, string folder)
    {
        Directory.CreateDirectory(folder);
        var failed = 0;
        foreach (var batch in Enumerable.Range(first, count).Chunk(BatchSize))
        {
            var programs = batch.Select(RandomProgram.Create).ToList();

            // Every other program as a library.
            foreach (var kind in Kinds)
            {
                var chosen = programs.Where(p => (p.Seed % 2 == 0) == (kind == Kinds[0])).ToList();
                var compiled = CompiledPrograms.Compile(
                    chosen.Select(static p => (IdOf(p), System.Text.Encoding.UTF8.GetBytes(p.Text))), kind, Wippy.Compiler.NumberFormat.Puc);
                foreach (var program in chosen)
                {
                    failed += await CompareAsync(program, compiled, folder) ? 0 : 1;
                }
            }
        }

        return failed;
    }

    /// <summary>Compares the programs of a folder, compiled as functions and as libraries; what was printed is written beside those that differ. Gives how many.</summary>
    public static async Task<int> CompareFilesAsync(string folder)
    {
        var files = Directory.GetFiles(folder, "*.lua").Order(StringComparer.Ordinal).ToList();
        static string IdOf(string file) => "test:" + Path.GetFileNameWithoutExtension(file);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in Kinds)
        {
            var compiled = CompiledPrograms.Compile(files.Select(static f => (IdOf(f), File.ReadAllBytes(f))), kind, Wippy.Compiler.NumberFormat.Puc);
            foreach (var file in files.Except(failed))
            {
                if (!await CompareAsync(file, IdOf(file), compiled))
                {
                    failed.Add(file);
                }
            }
        }

        return failed.Count;
    }

    private static string IdOf(RandomProgram program) => "test:random" + program.Seed;

    private static async Task<bool> CompareAsync(RandomProgram program, CompiledPrograms compiled, string folder)
    {
        var source = Path.Combine(folder, $"random{program.Seed}.lua");
        await File.WriteAllTextAsync(source, program.PlainText);
        if (await CompareAsync(source, IdOf(program), compiled))
        {
            File.Delete(source);
            return true;
        }

        await File.WriteAllTextAsync(Path.ChangeExtension(source, ".annotated"), program.Text);
        return false;
    }

    private static async Task<bool> CompareAsync(string source, string id, CompiledPrograms compiled)
    {
        var expected = await RunReferenceAsync(source);
        var problem = compiled.ProblemOf(id);
        var actual = problem is null ? await ProgramRunner.RunAsync(compiled, id, Wippy.Runtime.NumberFormat.Puc) : "NOT COMPILED: " + problem;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return true;
        }

        await File.WriteAllTextAsync(Path.ChangeExtension(source, ".expected"), expected);
        await File.WriteAllTextAsync(Path.ChangeExtension(source, ".actual"), actual);
        await File.WriteAllTextAsync(Path.ChangeExtension(source, ".cs"), compiled.TextOf(id));
        var (line, want, got) = expected.Split('\n').Zip(actual.Split('\n')).Select(static (p, i) => (i + 1, p.First, p.Second)).FirstOrDefault(static p => p.First != p.Second);
        Console.WriteLine($"{id}: line {line} of the output differs\n  lua5.3:   {want}\n  compiled: {got}");
        return false;
    }

    private static async Task<string> RunReferenceAsync(string source)
    {
        var start = new ProcessStartInfo("lua5.3", [Path.Combine(AppContext.BaseDirectory, "oracle.lua"), source])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["TZ"] = "UTC";
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(ReferenceTimeout);
        }
        catch (TimeoutException)
        {
            process.Kill();
            return await output + $"lua5.3 was ended after {ReferenceTimeout.TotalSeconds} seconds\n";
        }

        return await output + await errors;
    }
}
