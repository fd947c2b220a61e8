namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/intops53.lua by hand.</summary>
internal static class IntOps
{
    public static string Run(int n)
    {
        unchecked
        {
            long h = 0x1cbf29ce48422232, q = 0;
            for (long i = 1; i <= n; i++)
            {
                h = Hash(h, i);
                q += FloorModulo(FloorDivide(h, 1000003), 97) + (i << 3 | 5);
            }

            long bits = 0;
            for (long i = 1; i <= n / 20; i++)
            {
                bits += PopulationCount(i * 2654435761 & 0xffffffff);
            }

            return Text.Of(h, q, bits);
        }
    }

    private static long Hash(long h, long v)
    {
        unchecked
        {
            h = (h ^ v) * 0x100000001b3;
            return h ^ (h >>> 29);
        }
    }

    private static long FloorDivide(long a, long b)
    {
        var quotient = a / b;
        return a % b < 0 ? quotient - 1 : quotient;
    }

    private static long FloorModulo(long a, long b)
    {
        var rest = a % b;
        return rest < 0 ? rest + b : rest;
    }

    private static long PopulationCount(long x)
    {
        long count = 0;
        for (; x != 0; x &= x - 1)
        {
            count++;
        }

        return count;
    }
}
