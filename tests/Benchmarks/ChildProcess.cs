using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Benchmarks;

/// <summary>Runs a program to its end and gives the lines that it prints.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Starts this program again.</summary>
    public static Task<(IReadOnlyList<string>? Lines, string Problem)> RunSelfAsync(params string[] args) =>
        RunAsync(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? new[] { typeof(ChildProcess).Assembly.Location } : [], .. args]);

    /// <summary>Starts a program; no lines when it is not installed, fails or does not end.</summary>
    public static async Task<(IReadOnlyList<string>? Lines, string Problem)> RunAsync(string file, params string[] args)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return (null, exception.Message);
        }

        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? (lines, "")
                : (null, error.Split('\n').FirstOrDefault(static l => l.Trim().Length > 0) ?? "it failed");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return (null, "it did not end in time");
        }
    }
}
