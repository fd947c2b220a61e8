namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/queens.lua by hand.</summary>
internal static class Queens
{
    public static string Run(int n) => Text.Of(Place(0, n, new bool[n], new bool[2 * n], new bool[2 * n]));

    private static long Place(int row, int n, bool[] columns, bool[] up, bool[] down)
    {
        if (row == n)
        {
            return 1;
        }

        long count = 0;
        for (var c = 0; c < n; c++)
        {
            if (!columns[c] && !up[row + c] && !down[row - c + n])
            {
                columns[c] = up[row + c] = down[row - c + n] = true;
                count += Place(row + 1, n, columns, up, down);
                columns[c] = up[row + c] = down[row - c + n] = false;
            }
        }

        return count;
    }
}
