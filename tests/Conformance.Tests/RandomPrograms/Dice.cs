using System;

namespace Conformance.Tests.RandomPrograms;

/// <summary>A small generator of random numbers (SplitMix64): the same programs for a seed on every machine and version.</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 to <paramref name="end"/> - 1.</summary>
    public int Next(int end)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)end);
    }

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>True so many times of a hundred.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    /// <summary>One of some items.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];
}
