using System;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/spectral.lua by hand.</summary>
internal static class Spectral
{
    public static string Run(int n)
    {
        double[] u = new double[n], v = new double[n], t = new double[n];
        Array.Fill(u, 1.0);
        for (var i = 0; i < 10; i++)
        {
            Multiply(u, t);
            MultiplyTransposed(t, v);
            Multiply(v, t);
            MultiplyTransposed(t, u);
        }

        double vbv = 0, vv = 0;
        for (var i = 0; i < n; i++)
        {
            vbv += u[i] * v[i];
            vv += v[i] * v[i];
        }

        return Text.Of(Math.Sqrt(vbv / vv));
    }

    private static double Element(int i, int j)
    {
        long ij = i + j + 1;
        return 1.0 / (ij * (ij - 1) * 0.5 + (i + 1));
    }

    private static void Multiply(double[] x, double[] y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < x.Length; j++)
            {
                sum += x[j] * Element(i, j);
            }

            y[i] = sum;
        }
    }

    private static void MultiplyTransposed(double[] x, double[] y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < x.Length; j++)
            {
                sum += x[j] * Element(j, i);
            }

            y[i] = sum;
        }
    }
}
