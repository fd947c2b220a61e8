using System;
using System.Globalization;

namespace Wippy.Benchmarks;

/// <summary>The command line of the runner.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/Benchmarks [-- options]
          --filter TEXT   only programs whose name contains TEXT
          --rounds N      rounds in which the contestants take turns (default 3)
          --json FILE     write the measurements to FILE too
          --micro         only the micro measurements
          --no-micro      no micro measurements
          --detail        run BenchmarkDotNet over the same programs instead
          --engine        measure the embedded workflow engine instead
        """;

    public string Filter { get; private init; } = "";

    public int Rounds { get; private init; } = 3;

    public string? Json { get; private init; }

    public bool Programs { get; private init; } = true;

    public bool Micro { get; private init; } = true;

    public bool Detail { get; private init; }

    public bool Engine { get; private init; }

    /// <summary>Reads the arguments; null when they are not understood.</summary>
    public static BenchmarkOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new BenchmarkOptions();
        while (!args.IsEmpty)
        {
            switch (args)
            {
                case ["--filter", var filter, .. var rest]:
                    options = options with { Filter = filter };
                    args = rest;
                    break;
                case ["--rounds", var text, .. var rest] when int.TryParse(text, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    args = rest;
                    break;
                case ["--json", var file, .. var rest]:
                    options = options with { Json = file };
                    args = rest;
                    break;
                case ["--micro", .. var rest]:
                    options = options with { Programs = false, Micro = true };
                    args = rest;
                    break;
                case ["--no-micro", .. var rest]:
                    options = options with { Micro = false };
                    args = rest;
                    break;
                case ["--detail", .. var rest]:
                    options = options with { Detail = true };
                    args = rest;
                    break;
                case ["--engine", .. var rest]:
                    options = options with { Engine = true };
                    args = rest;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
