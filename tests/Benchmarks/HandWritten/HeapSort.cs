namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/heapsort.lua by hand.</summary>
internal static class HeapSort
{
    public static string Run(int n)
    {
        long seed = 2024;
        var heap = new long[n + 1];
        for (var i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            heap[i] = seed;
        }

        for (var i = n / 2; i >= 1; i--)
        {
            Sift(heap, i, n);
        }

        for (var last = n; last >= 2; last--)
        {
            (heap[1], heap[last]) = (heap[last], heap[1]);
            Sift(heap, 1, last - 1);
        }

        long h = 0;
        for (var i = 1; i <= n; i++)
        {
            if (i > 1 && heap[i - 1] > heap[i])
            {
                return "unsorted";
            }

            h = (h * 31 + heap[i]) % 1000000007;
        }

        return Text.Of(h);
    }

    private static void Sift(long[] heap, int root, int last)
    {
        var value = heap[root];
        while (root * 2 is var child && child <= last)
        {
            if (child < last && heap[child] < heap[child + 1])
            {
                child++;
            }

            if (value >= heap[child])
            {
                break;
            }

            heap[root] = heap[child];
            root = child;
        }

        heap[root] = value;
    }
}
