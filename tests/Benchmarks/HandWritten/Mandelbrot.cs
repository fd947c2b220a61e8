namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/mandelbrot.lua by hand.</summary>
internal static class Mandelbrot
{
    public static string Run(int n)
    {
        long inside = 0, steps = 0;
        for (var py = 0; py < n; py++)
        {
            var ci = 2.0 * py / n - 1.0;
            for (var px = 0; px < n; px++)
            {
                var cr = 2.0 * px / n - 1.5;
                double zr = 0, zi = 0, zr2 = 0, zi2 = 0;
                var k = 0;
                while (k < 100 && zr2 + zi2 <= 4.0)
                {
                    zi = 2.0 * zr * zi + ci;
                    zr = zr2 - zi2 + cr;
                    zr2 = zr * zr;
                    zi2 = zi * zi;
                    k++;
                }

                steps += k;
                inside += k == 100 ? 1 : 0;
            }
        }

        return Text.Of(inside, steps);
    }
}
