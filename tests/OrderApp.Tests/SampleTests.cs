using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace OrderApp.Tests;

/// <summary>The sample as a user runs it: a process of its own.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("order-app");

    private string Database => Path.Combine(folder.FullName, "orders.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_order_is_charged_and_shipped()
    {
        var (exit, output, _) = await RunAsync();
        Assert.Equal(0, exit);
        Assert.Contains("order-1001 shipped, 21.95", output, StringComparison.Ordinal);
        Assert.Contains("payments 1, refunds 0, shipments 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_shipped_is_refunded()
    {
        var (exit, output, _) = await RunAsync("--fail", "shipping");
        Assert.Equal(0, exit);
        Assert.Contains("order-1001 refunded, 21.95", output, StringComparison.Ordinal);
        Assert.Contains("payments 1, refunds 1, shipments 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_run_goes_on_and_charges_once()
    {
        using (var first = Start("--database", Database, "--vendor-delay", "60s"))
        {
            // The payment is in the ledger, its answer has not arrived yet.
            while (await first.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line && !line.Contains("charged order-1001", StringComparison.Ordinal))
            {
            }

            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync().WaitAsync(Patience);
        }

        var (exit, output, _) = await RunAsync("--database", Database);
        Assert.Equal(0, exit);
        Assert.Contains("left order-1001 unfinished: going on", output, StringComparison.Ordinal);
        Assert.Contains("nothing new", output, StringComparison.Ordinal);
        Assert.Contains("payments 1, refunds 0, shipments 1", output, StringComparison.Ordinal);
        Assert.Single(File.ReadLines(Database + ".ledger"), line => line.Contains("\"kind\":\"payment\"", StringComparison.Ordinal));

        var (_, again, _) = await RunAsync("--database", Database);
        Assert.Contains("has been processed before", again, StringComparison.Ordinal);
        Assert.Contains("payments 1, refunds 0, shipments 1", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_shows_the_order_and_stays()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var address = $"http://127.0.0.1:{port}";
        using var process = Start("--dashboard", address);
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line && !line.Contains($"stays at {address} until Ctrl+C", StringComparison.Ordinal))
        {
        }

        using var http = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
        Assert.Contains(">order-1001</a>", await http.GetStringAsync(new Uri(address)), StringComparison.Ordinal);
        Assert.Contains("ActivityTaskCompleted", await http.GetStringAsync(new Uri(address + "/workflow?id=order-1001")), StringComparison.Ordinal);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    [Theory]
    [InlineData("unknown option '--bogus'", "--bogus")]
    [InlineData("--fail takes 'shipping', not 'payment'", "--fail", "payment")]
    [InlineData("--vendor-delay needs a value", "--vendor-delay")]
    [InlineData("--address needs the official SDK", "--address", "localhost:7233")]
    public async Task A_wrong_command_line_is_explained(string message, params string[] arguments)
    {
        var (exit, _, error) = await RunAsync(arguments);
        Assert.Equal(2, exit);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_options()
    {
        var (exit, output, _) = await RunAsync("--help");
        Assert.Equal(0, exit);
        Assert.All(new[] { "--database", "--fail", "--vendor-delay", "--address" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OrderApp.dll");
        return Process.Start(new ProcessStartInfo("dotnet", arguments.Prepend(program)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }
}
