namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/levenshtein.lua by hand.</summary>
internal static class Levenshtein
{
    public static string Run(int n)
    {
        long total = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            total += Distance(Letters(n, seed), Letters(n + seed, seed * 77));
        }

        return Text.Of(total);
    }

    private static string Letters(int n, long seed)
    {
        var letters = new char[n];
        for (var i = 0; i < n; i++)
        {
            seed = seed * 16807 % 2147483647;
            letters[i] = (char)('a' + (seed % 7));
        }

        return new string(letters);
    }

    private static int Distance(string a, string b)
    {
        int[] previous = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var letter = a[i - 1];
            for (var j = 1; j <= b.Length; j++)
            {
                var best = previous[j - 1] + (letter == b[j - 1] ? 0 : 1);
                if (previous[j] + 1 < best)
                {
                    best = previous[j] + 1;
                }

                if (current[j - 1] + 1 < best)
                {
                    best = current[j - 1] + 1;
                }

                current[j] = best;
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
