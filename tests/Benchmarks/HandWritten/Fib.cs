namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/fib.lua by hand.</summary>
internal static class Fib
{
    public static string Run(int n) => Text.Of(Compute(n));

    private static long Compute(long n) => n < 2 ? n : Compute(n - 1) + Compute(n - 2);
}
