using System.Threading.Channels;
using System.Threading.Tasks;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/channels.lua by hand.</summary>
internal static class Channels
{
    public static string Run(int n) => RunAsync(n).GetAwaiter().GetResult();

    private static async Task<string> RunAsync(int n)
    {
        var numbers = Create(1);
        var squares = Create(16);
        var producing = ProduceAsync(n, numbers.Writer);
        var squaring = SquareAsync(numbers.Reader, squares.Writer);
        long h = 0;
        await foreach (var v in squares.Reader.ReadAllAsync())
        {
            h = (h * 31 + v) % 1000000007;
        }

        await Task.WhenAll(producing, squaring);
        return Text.Of(h);
    }

    private static Channel<long> Create(int capacity) =>
        Channel.CreateBounded<long>(new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = true });

    private static async Task ProduceAsync(int n, ChannelWriter<long> numbers)
    {
        for (long i = 1; i <= n; i++)
        {
            await numbers.WriteAsync(i);
        }

        numbers.Complete();
    }

    private static async Task SquareAsync(ChannelReader<long> numbers, ChannelWriter<long> squares)
    {
        await foreach (var v in numbers.ReadAllAsync())
        {
            await squares.WriteAsync(v * v % 1009);
        }

        squares.Complete();
    }
}
