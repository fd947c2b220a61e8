using System;
using System.Buffers;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// Lua patterns over bytes (Lua manual 6.4.1). A matcher backtracks by recursion, bounded in depth and in the total number of steps,
/// so that no pattern can hang or crash the host: both bounds raise <c>pattern too complex</c>.
/// </summary>
internal ref struct LuaPattern
{
    public const int MaximumCaptures = 32;

    private const int MaximumDepth = 200;
    private const long MaximumSteps = 400_000_000;
    private const int Unfinished = -1;
    private const int PositionCapture = -2;
    private const int NoMatch = -1;

    private static readonly SearchValues<byte> Specials = SearchValues.Create("^$*+?.([%-"u8);

    private readonly ReadOnlySpan<byte> source;
    private readonly ReadOnlySpan<byte> pattern;
    private readonly Span<int> captureStart;
    private readonly Span<int> captureLength;
    private int depth;
    private long steps;

    /// <param name="source">The subject.</param>
    /// <param name="pattern">The pattern without its anchor.</param>
    /// <param name="captures">Room for twice <see cref="MaximumCaptures"/> numbers.</param>
    public LuaPattern(ReadOnlySpan<byte> source, ReadOnlySpan<byte> pattern, Span<int> captures)
    {
        this.source = source;
        this.pattern = pattern;
        captureStart = captures[..MaximumCaptures];
        captureLength = captures[MaximumCaptures..];
    }

    /// <summary>How many captures the last match had.</summary>
    public int CaptureCount { get; private set; }

    /// <summary>Does the pattern contain no special character?</summary>
    public static bool IsPlain(ReadOnlySpan<byte> pattern) => !pattern.ContainsAny(Specials);

    /// <summary>Matches at one position; gives the end of the match, -1 if there is none.</summary>
    public int MatchAt(int start)
    {
        CaptureCount = 0;
        depth = 0;
        return Match(start, 0);
    }

    /// <summary>The capture at a zero-based index; the whole match if there are no captures.</summary>
    public readonly LuaValue Capture(int index, int start, int end)
    {
        if (index >= CaptureCount)
        {
            return index == 0 ? LuaString.FromBytes(source[start..end]) : throw new LuaException($"invalid capture index %{index + 1}");
        }

        var length = captureLength[index];
        return length switch
        {
            PositionCapture => captureStart[index] + 1,
            Unfinished => throw new LuaException("unfinished capture"),
            _ => LuaString.FromBytes(source.Slice(captureStart[index], length)),
        };
    }

    /// <summary>All captures, or the whole match if there are none.</summary>
    public readonly LuaValues Captures(int start, int end)
    {
        var count = Math.Max(CaptureCount, 1);
        if (count == 1)
        {
            return new LuaValues(Capture(0, start, end));
        }

        var values = new LuaValue[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Capture(i, start, end);
        }

        return new LuaValues(values, 0, count);
    }

    /// <summary>The captures alone, for <c>string.find</c>.</summary>
    public readonly LuaValues CapturesOnly() => CaptureCount == 0 ? LuaValues.Empty : Captures(0, 0);

    private static LuaException TooComplex() => new("pattern too complex");

    private int Match(int s, int p)
    {
        if (++depth > MaximumDepth)
        {
            throw TooComplex();
        }

        try
        {
            while (p < pattern.Length)
            {
                Step();
                switch (pattern[p])
                {
                    case (byte)'(':
                        return p + 1 < pattern.Length && pattern[p + 1] == ')'
                            ? StartCapture(s, p + 2, PositionCapture)
                            : StartCapture(s, p + 1, Unfinished);
                    case (byte)')':
                        return EndCapture(s, p + 1);
                    case (byte)'$' when p + 1 == pattern.Length:
                        return s == source.Length ? s : NoMatch;
                    case (byte)'%' when p + 1 < pattern.Length && pattern[p + 1] == 'b':
                        s = MatchBalance(s, p + 2);
                        if (s == NoMatch)
                        {
                            return NoMatch;
                        }

                        p += 4;
                        continue;
                    case (byte)'%' when p + 1 < pattern.Length && pattern[p + 1] == 'f':
                        {
                            p += 2;
                            if (p >= pattern.Length || pattern[p] != '[')
                            {
                                throw new LuaException("missing '[' after '%f' in pattern");
                            }

                            var end = ClassEnd(p);
                            var previous = s == 0 ? (byte)0 : source[s - 1];
                            var next = s < source.Length ? source[s] : (byte)0;
                            if (MatchSet(previous, p, end - 1) || !MatchSet(next, p, end - 1))
                            {
                                return NoMatch;
                            }

                            p = end;
                            continue;
                        }

                    case (byte)'%' when p + 1 < pattern.Length && char.IsAsciiDigit((char)pattern[p + 1]):
                        s = MatchBackReference(s, pattern[p + 1]);
                        if (s == NoMatch)
                        {
                            return NoMatch;
                        }

                        p += 2;
                        continue;
                }

                var classEnd = ClassEnd(p);
                var suffix = classEnd < pattern.Length ? pattern[classEnd] : (byte)0;
                switch (suffix)
                {
                    case (byte)'?':
                        if (s < source.Length && MatchSingle(source[s], p, classEnd))
                        {
                            var end = Match(s + 1, classEnd + 1);
                            if (end != NoMatch)
                            {
                                return end;
                            }
                        }

                        p = classEnd + 1;
                        continue;
                    case (byte)'+':
                        return s < source.Length && MatchSingle(source[s], p, classEnd) ? MaximumExpand(s + 1, p, classEnd) : NoMatch;
                    case (byte)'*':
                        return MaximumExpand(s, p, classEnd);
                    case (byte)'-':
                        return MinimumExpand(s, p, classEnd);
                    default:
                        if (s >= source.Length || !MatchSingle(source[s], p, classEnd))
                        {
                            return NoMatch;
                        }

                        s++;
                        p = classEnd;
                        continue;
                }
            }

            return s;
        }
        finally
        {
            depth--;
        }
    }

    private void Step()
    {
        if (++steps > MaximumSteps)
        {
            throw TooComplex();
        }
    }

    private int StartCapture(int s, int p, int kind)
    {
        if (CaptureCount >= MaximumCaptures)
        {
            throw new LuaException("too many captures");
        }

        captureStart[CaptureCount] = s;
        captureLength[CaptureCount] = kind;
        CaptureCount++;
        var end = Match(s, p);
        if (end == NoMatch)
        {
            CaptureCount--;
        }

        return end;
    }

    private int EndCapture(int s, int p)
    {
        var index = CaptureCount - 1;
        while (index >= 0 && captureLength[index] != Unfinished)
        {
            index--;
        }

        if (index < 0)
        {
            throw new LuaException("invalid pattern capture");
        }

        captureLength[index] = s - captureStart[index];
        var end = Match(s, p);
        if (end == NoMatch)
        {
            captureLength[index] = Unfinished;
        }

        return end;
    }

    private readonly int MatchBalance(int s, int p)
    {
        if (p + 1 >= pattern.Length)
        {
            throw new LuaException("malformed pattern (missing arguments to '%b')");
        }

        if (s >= source.Length || source[s] != pattern[p])
        {
            return NoMatch;
        }

        var open = pattern[p];
        var close = pattern[p + 1];
        var nesting = 1;
        for (var i = s + 1; i < source.Length; i++)
        {
            if (source[i] == close)
            {
                if (--nesting == 0)
                {
                    return i + 1;
                }
            }
            else if (source[i] == open)
            {
                nesting++;
            }
        }

        return NoMatch;
    }

    private readonly int MatchBackReference(int s, byte digit)
    {
        var index = digit - '1';
        if (index < 0 || index >= CaptureCount || captureLength[index] == Unfinished)
        {
            throw new LuaException($"invalid capture index %{index + 1}");
        }

        var length = Math.Max(captureLength[index], 0);
        return source.Length - s >= length && source.Slice(captureStart[index], length).SequenceEqual(source.Slice(s, length))
            ? s + length
            : NoMatch;
    }

    private int MaximumExpand(int s, int p, int classEnd)
    {
        var count = 0;
        while (s + count < source.Length && MatchSingle(source[s + count], p, classEnd))
        {
            count++;
        }

        steps += count;
        for (; count >= 0; count--)
        {
            var end = Match(s + count, classEnd + 1);
            if (end != NoMatch)
            {
                return end;
            }

            Step();
        }

        return NoMatch;
    }

    private int MinimumExpand(int s, int p, int classEnd)
    {
        while (true)
        {
            var end = Match(s, classEnd + 1);
            if (end != NoMatch)
            {
                return end;
            }

            if (s >= source.Length || !MatchSingle(source[s], p, classEnd))
            {
                return NoMatch;
            }

            s++;
            Step();
        }
    }

    private readonly int ClassEnd(int p)
    {
        var c = pattern[p++];
        if (c == '%')
        {
            return p < pattern.Length ? p + 1 : throw new LuaException("malformed pattern (ends with '%')");
        }

        if (c != '[')
        {
            return p;
        }

        if (p < pattern.Length && pattern[p] == '^')
        {
            p++;
        }

        do
        {
            if (p >= pattern.Length)
            {
                throw new LuaException("malformed pattern (missing ']')");
            }

            if (pattern[p++] == '%')
            {
                p++;
            }
        }
        while (p >= pattern.Length || pattern[p] != ']');

        return p + 1;
    }

    private readonly bool MatchSingle(byte c, int p, int classEnd) => pattern[p] switch
    {
        (byte)'.' => true,
        (byte)'%' => MatchClass(c, pattern[p + 1]),
        (byte)'[' => MatchSet(c, p, classEnd - 1),
        _ => pattern[p] == c,
    };

    private readonly bool MatchSet(byte c, int p, int last)
    {
        var positive = true;
        if (pattern[p + 1] == '^')
        {
            positive = false;
            p++;
        }

        while (++p < last)
        {
            if (pattern[p] == '%')
            {
                p++;
                if (MatchClass(c, pattern[p]))
                {
                    return positive;
                }
            }
            else if (pattern[p + 1] == '-' && p + 2 < last)
            {
                if (pattern[p] <= c && c <= pattern[p + 2])
                {
                    return positive;
                }

                p += 2;
            }
            else if (pattern[p] == c)
            {
                return positive;
            }
        }

        return !positive;
    }

    private static bool MatchClass(byte c, byte name)
    {
        var symbol = (char)c;
        bool result;
        switch (name | 0x20)
        {
            case 'a':
                result = char.IsAsciiLetter(symbol);
                break;
            case 'c':
                result = c < 32 || c == 127;
                break;
            case 'd':
                result = char.IsAsciiDigit(symbol);
                break;
            case 'g':
                result = c is > 32 and < 127;
                break;
            case 'l':
                result = char.IsAsciiLetterLower(symbol);
                break;
            case 'p':
                result = c is > 32 and < 127 && !char.IsAsciiLetterOrDigit(symbol);
                break;
            case 's':
                result = LuaNumber.IsSpace(c);
                break;
            case 'u':
                result = char.IsAsciiLetterUpper(symbol);
                break;
            case 'w':
                result = char.IsAsciiLetterOrDigit(symbol);
                break;
            case 'x':
                result = char.IsAsciiHexDigit(symbol);
                break;
            case 'z':
                result = c == 0;
                break;
            default:
                return name == c;
        }

        return char.IsAsciiLetter((char)name) && (name & 0x20) == 0 ? !result : char.IsAsciiLetter((char)name) ? result : name == c;
    }
}
