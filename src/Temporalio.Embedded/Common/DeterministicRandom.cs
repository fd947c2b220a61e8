using System;
using System.Buffers.Binary;

namespace Temporalio.Common;

/// <summary>
/// Random numbers that depend on the seed alone, on every machine and for ever: SplitMix64. The numbers differ from those of the official
/// implementation for the same seed.
/// </summary>
public class DeterministicRandom : Random
{
    private ulong state;

    /// <summary>Creates the generator.</summary>
    /// <param name="seed">Seed.</param>
    public DeterministicRandom(ulong seed)
        : base(0) => state = seed;

    /// <inheritdoc />
    public override int Next() => Next(0, int.MaxValue);

    /// <inheritdoc />
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return Next(0, maxValue);
    }

    /// <inheritdoc />
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = (ulong)((long)maxValue - minValue);
        if (range == 0)
        {
            return minValue;
        }

        // Unbiased: the part of the 64-bit range that is not a multiple of the range is drawn again.
        var excess = ((ulong.MaxValue % range) + 1) % range;
        ulong value;
        do
        {
            value = NextUInt64();
        }
        while (value > ulong.MaxValue - excess);
        return (int)(minValue + (long)(value % range));
    }

    /// <inheritdoc />
    public override void NextBytes(byte[] buffer)
    {
        Span<byte> block = stackalloc byte[sizeof(ulong)];
        for (var i = 0; i < buffer.Length; i += block.Length)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(block, NextUInt64());
            block[..Math.Min(block.Length, buffer.Length - i)].CopyTo(buffer.AsSpan(i));
        }
    }

    /// <inheritdoc />
    public override double NextDouble() => Sample();

    /// <inheritdoc />
    protected override double Sample() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    private ulong NextUInt64()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
