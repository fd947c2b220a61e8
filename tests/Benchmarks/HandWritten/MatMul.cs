namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/matmul.lua by hand.</summary>
internal static class MatMul
{
    public static string Run(int n)
    {
        var product = Multiply(Matrix(n, 42), Matrix(n, 77), n);
        double trace = 0, total = 0;
        for (var i = 0; i < n; i++)
        {
            trace += product[i][i];
            for (var j = 0; j < n; j++)
            {
                total += product[i][j] * product[i][j];
            }
        }

        return Text.Of(trace, total);
    }

    private static double[][] Matrix(int n, long seed)
    {
        var matrix = new double[n][];
        for (var i = 0; i < n; i++)
        {
            matrix[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                seed = seed * 16807 % 2147483647;
                matrix[i][j] = seed / 2147483647.0 - 0.5;
            }
        }

        return matrix;
    }

    private static double[][] Multiply(double[][] a, double[][] b, int n)
    {
        var product = new double[n][];
        for (var i = 0; i < n; i++)
        {
            double[] row = new double[n], ai = a[i];
            for (var j = 0; j < n; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < n; k++)
                {
                    sum += ai[k] * b[k][j];
                }

                row[j] = sum;
            }

            product[i] = row;
        }

        return product;
    }
}
