using System;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/fannkuch.lua by hand.</summary>
internal static class Fannkuch
{
    public static string Run(int n)
    {
        int[] p = new int[n], q = new int[n], s = new int[n];
        for (var i = 0; i < n; i++)
        {
            p[i] = q[i] = s[i] = i;
        }

        int sign = 1, maximum = 0;
        long sum = 0;
        while (true)
        {
            if (p[0] != 0)
            {
                Array.Copy(p, 1, q, 1, n - 1);
                var flips = CountFlips(p[0], q);
                sum += sign * flips;
                maximum = Math.Max(maximum, flips);
            }

            if (sign == 1)
            {
                (p[0], p[1]) = (p[1], p[0]);
                sign = -1;
                continue;
            }

            (p[1], p[2]) = (p[2], p[1]);
            sign = 1;
            for (var i = 2; i < n; i++)
            {
                if (s[i] != 0)
                {
                    s[i]--;
                    break;
                }

                if (i == n - 1)
                {
                    return Text.Of(sum, maximum);
                }

                s[i] = i;
                var first = p[0];
                Array.Copy(p, 1, p, 0, i + 1);
                p[i + 1] = first;
            }
        }
    }

    private static int CountFlips(int first, int[] q)
    {
        for (var flips = 1; ; flips++)
        {
            var next = q[first];
            if (next == 0)
            {
                return flips;
            }

            q[first] = first;
            for (int i = 1, j = first - 1; i < j; i++, j--)
            {
                (q[i], q[j]) = (q[j], q[i]);
            }

            first = next;
        }
    }
}
