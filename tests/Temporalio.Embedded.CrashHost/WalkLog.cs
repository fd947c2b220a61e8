using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Exceptions;

namespace Temporalio.Embedded.CrashHost;

/// <summary>What the world outside the engine knows of a walk: the effects that began and the calls that were confirmed. It outlives the engine.</summary>
public sealed class WalkLog
{
    private readonly Lock gate = new();
    private readonly List<string> lines;
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];
    private readonly string? file;
    private bool closed;

    /// <summary>Initializes a new instance of the <see cref="WalkLog"/> class.</summary>
    /// <param name="file">The file that keeps it; null means memory.</param>
    public WalkLog(string? file = null)
        : this(file is not null && File.Exists(file) ? File.ReadAllLines(file) : []) => this.file = file;

    /// <summary>Initializes a new instance of the <see cref="WalkLog"/> class in memory.</summary>
    /// <param name="lines">The first lines.</param>
    public WalkLog(IEnumerable<string> lines) => this.lines = lines.ToList();

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    public void Add(string line)
    {
        List<TaskCompletionSource> reached;
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            lines.Add(line);
            if (file is not null)
            {
                File.AppendAllText(file, line + "\n");
                Console.WriteLine(line);
            }

            reached = waiting.Where(w => w.Count <= lines.Count).Select(w => w.Reached).ToList();
            waiting.RemoveAll(w => w.Count <= lines.Count);
        }

        reached.ForEach(r => r.TrySetResult());
    }

    /// <summary>Makes a call that no earlier life has confirmed, and confirms it.</summary>
    /// <param name="name">What is confirmed.</param>
    /// <param name="call">The call.</param>
    /// <returns>A task for the end of the call.</returns>
    public async Task ConfirmAsync(string name, Func<Task> call)
    {
        if (Has("confirmed " + name))
        {
            return;
        }

        try
        {
            await call();
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            // It had arrived before the interruption: the workflow does not end without it.
        }

        Add("confirmed " + name);
    }

    /// <summary>Ends the log: what those do who do not know yet that they are dead is not part of the world.</summary>
    /// <returns>The lines.</returns>
    public IReadOnlyList<string> Close()
    {
        lock (gate)
        {
            closed = true;
            return lines.ToList();
        }
    }

    /// <summary>Waits for more lines.</summary>
    /// <param name="count">How many.</param>
    /// <returns>A task for the moment when they are there.</returns>
    public Task AfterAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((lines.Count + count, reached));
            return reached.Task;
        }
    }

    /// <summary>Tells whether a line is there.</summary>
    /// <param name="line">The line.</param>
    /// <returns>True if it is.</returns>
    public bool Has(string line)
    {
        lock (gate)
        {
            return lines.Contains(line);
        }
    }

    /// <summary>Gets the lines.</summary>
    /// <returns>The lines.</returns>
    public IReadOnlyList<string> Lines()
    {
        lock (gate)
        {
            return lines.ToList();
        }
    }
}
