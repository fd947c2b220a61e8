using System;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/stencil.lua by hand.</summary>
internal static class Stencil
{
    public static string Run(int n)
    {
        double[][] a = Grid(n), b = Grid(n);
        var change = 0.0;
        for (var round = 0; round < 60; round++)
        {
            change = Relax(a, b, n);
            (a, b) = (b, a);
        }

        return Text.Of(change, a[1][n - 2]);
    }

    private static double[][] Grid(int n)
    {
        var rows = new double[n][];
        for (var i = 0; i < n; i++)
        {
            rows[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                rows[i][j] = i == 0 || j == n - 1 ? 100 : 0;
            }
        }

        return rows;
    }

    private static double Relax(double[][] from, double[][] to, int n)
    {
        var change = 0.0;
        for (var i = 1; i < n - 1; i++)
        {
            for (var j = 1; j < n - 1; j++)
            {
                var value = (from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1]) * 0.25;
                change += Math.Abs(value - from[i][j]);
                to[i][j] = value;
            }
        }

        return change;
    }
}
