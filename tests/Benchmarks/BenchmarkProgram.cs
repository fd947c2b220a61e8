using System;
using System.Collections.Generic;
using System.IO;
using Wippy.Benchmarks.HandWritten;

namespace Wippy.Benchmarks;

/// <summary>A program: <c>Programs/NAME.lua</c>, <c>Programs/NAME.typed.lua</c> and the same by hand.</summary>
/// <param name="Name">Name of the program and of its files.</param>
/// <param name="Size">Argument of a measured pass.</param>
/// <param name="WarmSize">Argument of the short passes after which the code is settled.</param>
/// <param name="HandWritten">The program by hand.</param>
internal sealed record BenchmarkProgram(string Name, int Size, int WarmSize, Func<int, string> HandWritten)
{
    public static IReadOnlyList<BenchmarkProgram> All { get; } =
    [
        new("fib", 33, 15, Fib.Run),
        new("intloop", 5_000_000, 1000, IntLoop.Run),
        new("intops53", 4_000_000, 2000, IntOps.Run),
        new("nbody", 150_000, 200, NBody.Run),
        new("spectral", 330, 10, Spectral.Run),
        new("mandelbrot", 400, 12, Mandelbrot.Run),
        new("sieve", 2_000_000, 1000, Sieve.Run),
        new("bintrees", 13, 5, BinTrees.Run),
        new("sort", 100_000, 300, Sort.Run),
        new("wordcount", 3_000_000, 2000, WordCount.Run),
        new("pingpong", 1_500_000, 1500, PingPong.Run),
        new("strbuild", 60_000, 60, StrBuild.Run),
        new("oop", 3_000_000, 1000, Oop.Run),
        new("closures", 40_000, 20, Closures.Run),
        new("queens", 12, 5, Queens.Run),
        new("matmul", 250, 12, MatMul.Run),
        new("scan", 50_000, 50, Scan.Run),
        new("encode", 15_000, 20, Encode.Run),
        new("channels", 300_000, 300, Channels.Run),
        new("fannkuch", 9, 5, Fannkuch.Run),
        new("heapsort", 300_000, 500, HeapSort.Run),
        new("lru", 1_500_000, 3000, Lru.Run),
        new("format", 250_000, 200, Format.Run),
        new("levenshtein", 400, 12, Levenshtein.Run),
        new("stencil", 200, 6, Stencil.Run),
        new("errors", 150_000, 100, Errors.Run),
    ];

    /// <summary>Folder of the Lua files.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Programs");

    /// <summary>The source for this compiler.</summary>
    public string LuaPath => Path.Combine(Folder, Name + ".lua");

    /// <summary>The source with type annotations.</summary>
    public string TypedPath => Path.Combine(Folder, Name + ".typed.lua");

    /// <summary>The source for other hosts; another file only where they lack what the program uses.</summary>
    public string PeerPath => Path.Combine(Folder, Name + ".peer.lua") is var path && File.Exists(path) ? path : LuaPath;
}
