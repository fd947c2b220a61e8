using System;
using System.Collections.Generic;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/sieve.lua by hand.</summary>
internal static class Sieve
{
    public static string Run(int n)
    {
        long count = 0, sum = 0;
        for (var round = 0; round < 3; round++)
        {
            var flags = new bool[n + 1];
            Array.Fill(flags, true);
            for (var i = 2; (long)i * i <= n; i++)
            {
                if (flags[i])
                {
                    for (var j = i * i; j <= n; j += i)
                    {
                        flags[j] = false;
                    }
                }
            }

            var primes = new List<long>();
            for (var k = 2; k <= n; k++)
            {
                if (flags[k])
                {
                    primes.Add(k);
                }
            }

            count = primes.Count;
            sum = 0;
            foreach (var prime in primes)
            {
                sum += prime;
            }
        }

        return Text.Of(count, sum);
    }
}
