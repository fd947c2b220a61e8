using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Temporalio.Embedded.CrashHost;

/// <summary>What the world outside the engine knows of a walk: the effects that began and the calls that were confirmed. It outlives the engine.</summary>
public sealed class WalkLog
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly string? file;

    /// <summary>Initializes a new instance of the <see cref="WalkLog"/> class.</summary>
    /// <param name="file">The file that keeps it; null means memory.</param>
    public WalkLog(string? file = null)
    {
        this.file = file;
        if (file is not null && File.Exists(file))
        {
            lines.AddRange(File.ReadAllLines(file));
        }
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    public void Add(string line)
    {
        lock (gate)
        {
            lines.Add(line);
            if (file is not null)
            {
                File.AppendAllText(file, line + "\n");
            }
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
