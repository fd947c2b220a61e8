namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/bintrees.lua by hand.</summary>
internal static class BinTrees
{
    public static string Run(int n)
    {
        var total = Check(Build(n + 1));
        var kept = Build(n);
        for (var depth = 4; depth <= n; depth += 2)
        {
            var iterations = 1L << (n - depth + 4);
            long count = 0;
            for (long i = 0; i < iterations; i++)
            {
                count += Check(Build(depth));
            }

            total += count;
        }

        return Text.Of(total, Check(kept));
    }

    private static Node Build(int depth) => depth == 0 ? new Node(null, null) : new Node(Build(depth - 1), Build(depth - 1));

    private static long Check(Node node) => node.Left is null ? 1 : 1 + Check(node.Left) + Check(node.Right!);

    private sealed class Node(Node? left, Node? right)
    {
        public Node? Left { get; } = left;

        public Node? Right { get; } = right;
    }
}
