using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Temporal.Hosting;

/// <summary>The <c>lifecycle</c> block of a service (spec/temporal.md section 1).</summary>
internal sealed record ServiceLifecycle(
    bool AutoStart,
    bool Optional,
    IReadOnlyList<string> Requires,
    TimeSpan StartTimeout,
    TimeSpan StopTimeout,
    RestartPolicy Restart)
{
    public static ServiceLifecycle Read(EntryFields entry, string entryId)
    {
        var fields = entry.Map("lifecycle");
        var startup = fields.Text("startup") ?? "required";
        if (startup is not ("required" or "optional"))
        {
            fields.Report("startup", "lifecycle.startup must be 'required' or 'optional'");
        }

        var restart = fields.Map("restart");
        return new ServiceLifecycle(
            fields.Flag("auto_start", false),
            startup == "optional",
            fields.Texts("requires").Concat(fields.Texts("depends_on")).Select(id => EntryId.Qualify(id, entryId)).Distinct(StringComparer.Ordinal).ToArray(),
            fields.Duration("start_timeout", TimeSpan.FromSeconds(10)),
            fields.Duration("stop_timeout", TimeSpan.FromSeconds(10)),
            new RestartPolicy(
                restart.Duration("initial_delay", TimeSpan.FromSeconds(1)),
                restart.Duration("max_delay", TimeSpan.FromSeconds(90)),
                restart.Number("backoff_factor", 2),
                restart.Number("jitter", 0.1),
                (int)restart.Number("max_attempts", 0)));
    }
}

/// <summary>How a service that failed is started again; <paramref name="MaxAttempts"/> 0 means for ever.</summary>
internal sealed record RestartPolicy(TimeSpan InitialDelay, TimeSpan MaxDelay, double BackoffFactor, double Jitter, int MaxAttempts)
{
    /// <summary>The pause before the given attempt, counted from 1.</summary>
    public TimeSpan Delay(int attempt)
    {
        var delay = Math.Min(InitialDelay.TotalSeconds * Math.Pow(BackoffFactor, attempt - 1), MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(delay * (1 + (Jitter * ((Random.Shared.NextDouble() * 2) - 1))));
    }
}
