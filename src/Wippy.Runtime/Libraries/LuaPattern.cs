using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// Matches a <see cref="PatternProgram"/>. It backtracks by recursion, bounded in depth and in the total number of steps,
/// so that no pattern can hang or crash the host: both bounds raise <c>pattern too complex</c>.
/// </summary>
internal ref struct LuaPattern
{
    public const int MaximumCaptures = 32;

    private const int MaximumDepth = 200;
    private const long MaximumSteps = 400_000_000;

    // How many bytes are looked at, or compared with others, in the time of a step.
    private const int BytesInStep = 4;
    private const int ComparedBytesInStep = 64;
    private const int PositionCapture = -2;
    private const int NoMatch = -1;

    private readonly ReadOnlySpan<byte> source;
    private readonly PatternProgram program;
    private readonly Span<int> captureStart;
    private readonly Span<int> captureLength;

    // A bit for each capture that has begun and not ended.
    private uint open;
    private int depth;
    private long steps;

    /// <param name="source">The subject.</param>
    /// <param name="program">The pattern.</param>
    /// <param name="captures">Room for twice <see cref="MaximumCaptures"/> numbers.</param>
    public LuaPattern(ReadOnlySpan<byte> source, PatternProgram program, Span<int> captures)
    {
        this.source = source;
        this.program = program;
        captureStart = captures[..MaximumCaptures];
        captureLength = captures[MaximumCaptures..];
    }

    /// <summary>How many captures the last match had.</summary>
    public int CaptureCount { [MethodImpl(JitOptions.Accessor)] get; [MethodImpl(JitOptions.Accessor)] private set; }

    /// <summary>Does the pattern contain no special character?</summary>
    public static bool IsPlain(ReadOnlySpan<byte> pattern)
    {
        foreach (var b in pattern)
        {
            if (b is (byte)'^' or (byte)'$' or (byte)'*' or (byte)'+' or (byte)'?' or (byte)'.' or (byte)'(' or (byte)'[' or (byte)'%' or (byte)'-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Matches at one position; gives the end of the match, -1 if there is none.</summary>
    public int MatchAt(int start)
    {
        CaptureCount = 0;
        open = 0;
        depth = 0;
        return Match(start, 0);
    }

    /// <summary>The first position from <paramref name="start"/> on where a match may begin, -1 if there is none.</summary>
    public readonly int Candidate(int start)
    {
        if (program.First < 0)
        {
            return start;
        }

        ref readonly var node = ref program.Nodes[program.First];
        if (node.Operation == PatternOperation.Literal)
        {
            var literal = program.Literals.AsSpan(node.Index, node.Length);
            var found = literal.Length == 1 ? source[start..].IndexOf(literal[0]) : source[start..].IndexOf(literal);
            return found < 0 ? -1 : start + found;
        }

        ref var set = ref program.Sets[node.Index];
        var text = source;
        for (var i = start; i < text.Length; i++)
        {
            if (Contains(ref set, text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The capture at a zero-based index; the whole match if there are no captures.</summary>
    public readonly LuaValue Capture(int index, int start, int end)
    {
        if (index < CaptureCount && captureLength[index] == PositionCapture && (open & (1u << index)) == 0)
        {
            return captureStart[index] + 1;
        }

        return LuaString.FromBytes(CaptureBytes(index, start, end));
    }

    /// <summary>The bytes of a capture that is no position.</summary>
    public readonly ReadOnlySpan<byte> CaptureBytes(int index, int start, int end)
    {
        if (index >= CaptureCount)
        {
            return index == 0 ? source[start..end] : throw new LuaException($"invalid capture index %{index + 1}");
        }

        return (open & (1u << index)) != 0
            ? throw new LuaException("unfinished capture")
            : source.Slice(captureStart[index], captureLength[index]);
    }

    /// <summary>Is the capture a position?</summary>
    public readonly bool IsPosition(int index) => index < CaptureCount && (open & (1u << index)) == 0 && captureLength[index] == PositionCapture;

    /// <summary>All captures, or the whole match if there are none.</summary>
    public readonly LuaValues Captures(int start, int end)
    {
        switch (CaptureCount)
        {
            case <= 1:
                return new LuaValues(Capture(0, start, end));
            case 2:
                return new LuaValues(Capture(0, start, end), Capture(1, start, end));
        }

        var values = new LuaValue[CaptureCount];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Capture(i, start, end);
        }

        return new LuaValues(values, 0, values.Length);
    }

    /// <summary>The bounds of the match and its captures, for <c>string.find</c>.</summary>
    public readonly LuaValues Bounds(int start, int end)
    {
        if (CaptureCount == 0)
        {
            return new LuaValues(start + 1, end);
        }

        var values = new LuaValue[CaptureCount + 2];
        values[0] = start + 1;
        values[1] = end;
        for (var i = 0; i < CaptureCount; i++)
        {
            values[i + 2] = Capture(i, start, end);
        }

        return new LuaValues(values, 0, values.Length);
    }

    private static LuaException TooComplex() => new("pattern too complex");

    [MethodImpl(JitOptions.Accessor)]
    private static bool Contains(ref ulong set, byte c) => ((Unsafe.Add(ref set, c >> 6) >> c) & 1) != 0;

    private int Match(int s, int n)
    {
        var nodes = program.Nodes;
        for (; (uint)n < (uint)nodes.Length; n++)
        {
            Step(1);
            ref readonly var node = ref nodes[n];
            switch (node.Operation)
            {
                case PatternOperation.Literal:
                    Step(node.Length / ComparedBytesInStep);
                    if (node.Length == 1 ? (uint)s >= (uint)source.Length || source[s] != program.Literals[node.Index]
                        : !source[s..].StartsWith(program.Literals.AsSpan(node.Index, node.Length)))
                    {
                        return NoMatch;
                    }

                    s += node.Length;
                    continue;
                case PatternOperation.Set:
                    switch (node.Repeat)
                    {
                        case PatternRepeat.One:
                            if ((uint)s >= (uint)source.Length || !Contains(ref program.Sets[node.Index], source[s]))
                            {
                                return NoMatch;
                            }

                            s++;
                            continue;
                        case PatternRepeat.Lazy:
                            return MatchShortest(s, n);
                        case PatternRepeat.Optional:
                            if ((uint)s >= (uint)source.Length || !Contains(ref program.Sets[node.Index], source[s]))
                            {
                                continue;
                            }

                            if (node.IsPossessive)
                            {
                                s++;
                                continue;
                            }

                            var end = Try(s + 1, n + 1);
                            if (end != NoMatch)
                            {
                                return end;
                            }

                            continue;
                    }

                    var count = Run(s, ref program.Sets[node.Index]);
                    var least = node.Repeat == PatternRepeat.Some ? 1 : 0;
                    if (count < least)
                    {
                        return NoMatch;
                    }

                    if (!node.IsPossessive)
                    {
                        return MatchLongest(s, n, count, least);
                    }

                    Step(count / BytesInStep);
                    s += count;
                    continue;
                case PatternOperation.Open or PatternOperation.Position:
                    Begin(s, node.Operation == PatternOperation.Position);
                    continue;
                case PatternOperation.Close:
                    Finish(s);
                    continue;
                case PatternOperation.End:
                    if (s != source.Length)
                    {
                        return NoMatch;
                    }

                    continue;
                case PatternOperation.Balance:
                    s = MatchBalance(s, (byte)node.Index, (byte)node.Length);
                    break;
                case PatternOperation.Frontier:
                    {
                        ref var set = ref program.Sets[node.Index];
                        if (Contains(ref set, s == 0 ? (byte)0 : source[s - 1]) || !Contains(ref set, s < source.Length ? source[s] : (byte)0))
                        {
                            return NoMatch;
                        }

                        continue;
                    }

                case PatternOperation.Back:
                    s = MatchBackReference(s, node.Index);
                    break;
                default:
                    throw new LuaException(node.Message!);
            }

            if (s == NoMatch)
            {
                return NoMatch;
            }
        }

        return s;
    }

    [MethodImpl(JitOptions.Accessor)]
    private void Step(int count)
    {
        steps += count;
        if (steps > MaximumSteps)
        {
            throw TooComplex();
        }
    }

    /// <summary>Matches the rest; after a failure the captures are as before.</summary>
    private int Try(int s, int n)
    {
        if (++depth > MaximumDepth)
        {
            throw TooComplex();
        }

        var count = CaptureCount;
        var begun = open;
        var end = Match(s, n);
        depth--;
        if (end == NoMatch)
        {
            CaptureCount = count;
            open = begun;
        }

        return end;
    }

    private readonly int Run(int s, ref ulong set)
    {
        var text = source;
        var i = s;
        while ((uint)i < (uint)text.Length && Contains(ref set, text[i]))
        {
            i++;
        }

        return i - s;
    }

    private int MatchLongest(int s, int n, int count, int least)
    {
        Step(count);
        var next = program.Nodes[n].NextByte;
        for (; count >= least; count--)
        {
            if (next < 0 || (s + count < source.Length && source[s + count] == next))
            {
                var end = Try(s + count, n + 1);
                if (end != NoMatch)
                {
                    return end;
                }
            }

            Step(1);
        }

        return NoMatch;
    }

    private int MatchShortest(int s, int n)
    {
        ref readonly var node = ref program.Nodes[n];
        ref var set = ref program.Sets[node.Index];
        for (; ; s++)
        {
            if (node.NextByte < 0 || (s < source.Length && source[s] == node.NextByte))
            {
                var end = Try(s, n + 1);
                if (end != NoMatch)
                {
                    return end;
                }
            }

            if (s >= source.Length || !Contains(ref set, source[s]))
            {
                return NoMatch;
            }

            Step(1);
        }
    }

    private void Begin(int s, bool isPosition)
    {
        if (CaptureCount >= MaximumCaptures)
        {
            throw new LuaException("too many captures");
        }

        captureStart[CaptureCount] = s;
        captureLength[CaptureCount] = PositionCapture;
        open |= isPosition ? 0 : 1u << CaptureCount;
        CaptureCount++;
    }

    private void Finish(int s)
    {
        if (open == 0)
        {
            throw new LuaException("invalid pattern capture");
        }

        var index = 31 - BitOperations.LeadingZeroCount(open);
        captureLength[index] = s - captureStart[index];
        open &= ~(1u << index);
    }

    private int MatchBalance(int s, byte opening, byte closing)
    {
        if (s >= source.Length || source[s] != opening)
        {
            return NoMatch;
        }

        var nesting = 1;
        for (var i = s + 1; i < source.Length; i++)
        {
            if (source[i] == closing)
            {
                if (--nesting == 0)
                {
                    Step((i - s) / BytesInStep);
                    return i + 1;
                }
            }
            else if (source[i] == opening)
            {
                nesting++;
            }
        }

        Step((source.Length - s) / BytesInStep);
        return NoMatch;
    }

    private int MatchBackReference(int s, int index)
    {
        if (index < 0 || index >= CaptureCount || (open & (1u << index)) != 0)
        {
            throw new LuaException($"invalid capture index %{index + 1}");
        }

        // A position has no text that could stand here again.
        var length = captureLength[index];
        Step(Math.Max(length, 0) / ComparedBytesInStep);
        return length >= 0 && source.Length - s >= length && source.Slice(captureStart[index], length).SequenceEqual(source.Slice(s, length))
            ? s + length
            : NoMatch;
    }
}
