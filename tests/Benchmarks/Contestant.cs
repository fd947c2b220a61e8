using System.Collections.Generic;

namespace Wippy.Benchmarks;

/// <summary>Who runs a program.</summary>
/// <param name="Key">Name on the command line and in the JSON file.</param>
/// <param name="Kind">How it is run.</param>
internal sealed record Contestant(string Key, ContestantKind Kind)
{
    /// <summary>All, in the order of a round.</summary>
    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("lua5.4", ContestantKind.Interpreter),
        new("luajit", ContestantKind.Interpreter),
        new("keralua", ContestantKind.NativeLua),
        new("csharp", ContestantKind.HandWritten),
        new("compiled", ContestantKind.Compiled),
        new("typed", ContestantKind.Typed),
    ];
}

/// <summary>How a contestant is run.</summary>
internal enum ContestantKind
{
    /// <summary>A process of an installed interpreter.</summary>
    Interpreter,

    /// <summary>Native Lua inside a .NET process.</summary>
    NativeLua,

    /// <summary>C# by hand.</summary>
    HandWritten,

    /// <summary>The Lua program, compiled.</summary>
    Compiled,

    /// <summary>The annotated Lua program, compiled.</summary>
    Typed,
}
