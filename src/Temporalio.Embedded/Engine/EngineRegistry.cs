using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Temporalio.Engine;

/// <summary>The engines of this process by what they store in.</summary>
internal static class EngineRegistry
{
    private const string Scheme = "embedded:";
    private const string DatabaseKey = "Temporalio.Embedded.Database";
    private const string DatabaseVariable = "TEMPORALIO_EMBEDDED_DATABASE";
    private const string TimeSkippingSwitch = "Temporalio.Embedded.TimeSkipping";
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, EmbeddedEngine> Engines = new(StringComparer.Ordinal);

    /// <summary>Gets or starts the engine behind an address.</summary>
    /// <param name="targetHost">The address, see <see cref="Client.TemporalConnection"/>.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be opened or another engine uses it.</exception>
    public static IEngine Get(string targetHost)
    {
        var file = FileOf(targetHost);
        var key = file is null ? "memory " + targetHost : "file " + file;
        lock (Gate)
        {
            if (!Engines.TryGetValue(key, out var engine) || !engine.IsServing)
            {
                // One that had to stop has let go of nothing yet.
                engine?.Dispose();
                Engines[key] = engine = EmbeddedEngine.Open(file, AppContext.TryGetSwitch(TimeSkippingSwitch, out var skip) && skip);
            }

            return engine;
        }
    }

    /// <summary>Stops the engine behind an address as a dying process would: nothing is completed.</summary>
    /// <param name="targetHost">The address.</param>
    public static void Close(string targetHost)
    {
        var file = FileOf(targetHost);
        EmbeddedEngine? engine;
        lock (Gate)
        {
            Engines.Remove(file is null ? "memory " + targetHost : "file " + file, out engine);
        }

        engine?.Dispose();
    }

    private static string? FileOf(string targetHost)
    {
        if (targetHost.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var path = targetHost[Scheme.Length..];
            return path.Length == 0 ? null : Path.GetFullPath(path);
        }

        var configured = AppContext.GetData(DatabaseKey) as string ?? Environment.GetEnvironmentVariable(DatabaseVariable);
        return string.IsNullOrEmpty(configured) ? null : Path.GetFullPath(configured);
    }
}
