using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace Temporalio.Worker;

/// <summary>From where a workflow awaits what has not come yet.</summary>
/// <param name="withFileInfo">Whether to look up files and lines.</param>
internal sealed class PendingStackTraces(bool withFileInfo)
{
    private static readonly string[] Own = ["   at Temporalio.Worker.", "   at Temporalio.Workflows.", "   at System."];
    private readonly List<(Task Task, StackTrace Trace)> traces = [];

    /// <summary>Remembers from where a task is awaited, until it has ended.</summary>
    /// <param name="task">The task.</param>
    public void Add(Task task)
    {
        traces.RemoveAll(t => t.Task.IsCompleted);
        traces.Add((task, new StackTrace(2, withFileInfo)));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n\n", traces.Where(t => !t.Task.IsCompleted).Select(t => Trim(t.Trace)));

    /// <summary>Drops what is above and below the code of the workflow.</summary>
    private static string Trim(StackTrace trace) => string.Join(
        '\n',
        trace.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).SkipWhile(IsOwn).Reverse().SkipWhile(IsOwn).Reverse());

    private static bool IsOwn(string line) => Own.Any(o => line.StartsWith(o, StringComparison.Ordinal));
}
