using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Catalogue;

/// <summary>Methods of the host's objects that may wait (spec/modules.md): of channels, timers, executors and spawners.</summary>
public static class HostMethods
{
    private static readonly HashSet<string> Waiting = new(
        "async call close exec receive reset send spawn spawn_linked spawn_linked_monitored spawn_monitored".Split(' '), StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => Waiting;

    /// <summary>Whether an object of the host has a method of this name that may wait.</summary>
    public static bool MayWait(string name) => Waiting.Contains(name);
}
