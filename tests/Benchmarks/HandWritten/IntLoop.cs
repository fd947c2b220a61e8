namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/intloop.lua by hand.</summary>
internal static class IntLoop
{
    public static string Run(int n)
    {
        long seed = 42, acc = 0;
        for (long i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            if (seed % 3 == 0)
            {
                acc += i;
            }
            else
            {
                acc -= seed % 7;
            }
        }

        long g = 0;
        for (var a = 1; a <= 500; a++)
        {
            for (var b = a; b <= 500; b++)
            {
                g += Gcd(a, b);
            }
        }

        return Text.Of(seed, acc, g, SumPrimes());
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static long SumPrimes()
    {
        long sum = 0;
        for (long i = 3; i < 100000; i += 2)
        {
            var prime = true;
            for (long j = 3; j * j <= i; j += 2)
            {
                if (i % j == 0)
                {
                    prime = false;
                    break;
                }
            }

            if (prime)
            {
                sum += i;
            }
        }

        return sum;
    }
}
