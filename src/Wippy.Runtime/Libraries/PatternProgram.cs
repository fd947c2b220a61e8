using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// A Lua pattern (Lua manual 6.4.1) prepared for matching: literal runs, and sets of bytes as bits. What is malformed raises only when the
/// matcher comes to it, as in the reference implementation.
/// </summary>
internal sealed class PatternProgram
{
    private const int CacheSize = 128;
    private const int LongestCached = 256;

    // Programs never change, so instances on other threads may replace them at any time.
    private static readonly PatternProgram?[] Cache = new PatternProgram?[CacheSize];
    private static readonly ulong[]?[] Classes = new ulong[]?[256];

    private readonly LuaString source;
    private readonly List<PatternNode> nodes = [];
    private readonly List<byte> literals = [];
    private readonly List<ulong> sets = [];

    private PatternProgram(LuaString pattern, bool mayAnchor)
    {
        source = pattern;
        MayAnchor = mayAnchor;
        IsAnchored = mayAnchor && pattern.Length > 0 && pattern.Span[0] == '^';
        Parse(pattern.Span[(IsAnchored ? 1 : 0)..]);
        Nodes = [.. nodes];
        Literals = [.. literals];
        Sets = [.. sets];
        for (var i = 0; i < Nodes.Length; i++)
        {
            Nodes[i].IsPossessive = Nodes[i].Repeat is PatternRepeat.Optional or PatternRepeat.Any or PatternRepeat.Some && ExcludesNext(i);
            Nodes[i].NextByte = NextLiteral(i + 1);
        }

        First = Following(0);
        First = First < Nodes.Length && Nodes[First] is { Operation: PatternOperation.Literal } or { Operation: PatternOperation.Set, Repeat: PatternRepeat.One or PatternRepeat.Some }
            ? First : -1;
    }

    public PatternNode[] Nodes { [MethodImpl(JitOptions.Accessor)] get; }

    public byte[] Literals { [MethodImpl(JitOptions.Accessor)] get; }

    public ulong[] Sets { [MethodImpl(JitOptions.Accessor)] get; }

    /// <summary>Does it match only at the start?</summary>
    public bool IsAnchored { [MethodImpl(JitOptions.Accessor)] get; }

    /// <summary>The node that every match begins with, -1 if that is not certain.</summary>
    public int First { [MethodImpl(JitOptions.Accessor)] get; }

    private bool MayAnchor { [MethodImpl(JitOptions.Accessor)] get; }

    /// <summary>The program of a pattern; <c>gmatch</c> takes <c>^</c> for itself.</summary>
    public static PatternProgram Of(LuaString pattern, bool mayAnchor)
    {
        ref var cached = ref Cache[(pattern.GetHashCode() ^ (mayAnchor ? 1 : 0)) & (CacheSize - 1)];
        var program = Volatile.Read(ref cached);
        if (program is not null && program.MayAnchor == mayAnchor && program.source.Equals(pattern))
        {
            return program;
        }

        program = new PatternProgram(pattern, mayAnchor);
        if (pattern.Length <= LongestCached)
        {
            Volatile.Write(ref cached, program);
        }

        return program;
    }

    private void Parse(ReadOnlySpan<byte> pattern)
    {
        for (var p = 0; p < pattern.Length;)
        {
            var next = p + 1 < pattern.Length ? pattern[p + 1] : (byte)0;
            switch (pattern[p])
            {
                case (byte)'(':
                    var isPosition = p + 1 < pattern.Length && next == ')';
                    nodes.Add(new PatternNode { Operation = isPosition ? PatternOperation.Position : PatternOperation.Open });
                    p += isPosition ? 2 : 1;
                    continue;
                case (byte)')':
                    nodes.Add(new PatternNode { Operation = PatternOperation.Close });
                    p++;
                    continue;
                case (byte)'$' when p + 1 == pattern.Length:
                    nodes.Add(new PatternNode { Operation = PatternOperation.End });
                    p++;
                    continue;
                case (byte)'%' when next == 'b':
                    if (p + 3 >= pattern.Length)
                    {
                        Fail("malformed pattern (missing arguments to '%b')");
                        return;
                    }

                    nodes.Add(new PatternNode { Operation = PatternOperation.Balance, Index = pattern[p + 2], Length = pattern[p + 3] });
                    p += 4;
                    continue;
                case (byte)'%' when next == 'f':
                    p += 2;
                    if (p >= pattern.Length || pattern[p] != '[')
                    {
                        Fail("missing '[' after '%f' in pattern");
                        return;
                    }

                    var last = ClassEnd(pattern, p);
                    if (last < 0)
                    {
                        return;
                    }

                    nodes.Add(new PatternNode { Operation = PatternOperation.Frontier, Index = AddSet(pattern, p, last) });
                    p = last;
                    continue;
                case (byte)'%' when char.IsAsciiDigit((char)next):
                    nodes.Add(new PatternNode { Operation = PatternOperation.Back, Index = next - '1' });
                    p += 2;
                    continue;
            }

            var end = ClassEnd(pattern, p);
            if (end < 0)
            {
                return;
            }

            AddSingle(pattern, p, end);
            p = end + (nodes[^1].Repeat == PatternRepeat.One ? 0 : 1);
        }
    }

    private void Fail(string message) => nodes.Add(new PatternNode { Operation = PatternOperation.Error, Message = message });

    private void AddSingle(ReadOnlySpan<byte> pattern, int p, int end)
    {
        var repeat = (end < pattern.Length ? pattern[end] : (byte)0) switch
        {
            (byte)'?' => PatternRepeat.Optional,
            (byte)'*' => PatternRepeat.Any,
            (byte)'+' => PatternRepeat.Some,
            (byte)'-' => PatternRepeat.Lazy,
            _ => PatternRepeat.One,
        };
        var literal = pattern[p] switch
        {
            (byte)'.' or (byte)'[' => -1,
            (byte)'%' => IsClass(pattern[p + 1]) ? -1 : pattern[p + 1],
            var c => c,
        };
        if (literal < 0 || repeat != PatternRepeat.One)
        {
            nodes.Add(new PatternNode { Operation = PatternOperation.Set, Repeat = repeat, Index = AddSet(pattern, p, end) });
            return;
        }

        if (nodes.Count > 0 && nodes[^1] is { Operation: PatternOperation.Literal } run)
        {
            run.Length++;
            nodes[^1] = run;
        }
        else
        {
            nodes.Add(new PatternNode { Operation = PatternOperation.Literal, Index = literals.Count, Length = 1 });
        }

        literals.Add((byte)literal);
    }

    /// <summary>The end of the single character class at <paramref name="p"/>; -1 when it is malformed.</summary>
    private int ClassEnd(ReadOnlySpan<byte> pattern, int p)
    {
        var c = pattern[p++];
        if (c == '%')
        {
            if (p < pattern.Length)
            {
                return p + 1;
            }

            Fail("malformed pattern (ends with '%')");
            return -1;
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
                Fail("malformed pattern (missing ']')");
                return -1;
            }

            if (pattern[p++] == '%')
            {
                p++;
            }
        }
        while (p >= pattern.Length || pattern[p] != ']');

        return p + 1;
    }

    /// <summary>Adds the bits of the single character class in <c>[p, end)</c> and gives their position.</summary>
    private int AddSet(ReadOnlySpan<byte> pattern, int p, int end)
    {
        Span<ulong> set = stackalloc ulong[4];
        set.Clear();
        switch (pattern[p])
        {
            case (byte)'.':
                set.Fill(ulong.MaxValue);
                break;
            case (byte)'%':
                Add(set, Class(pattern[p + 1]));
                break;
            case (byte)'[':
                FillSet(set, pattern, p, end - 1);
                break;
            case var c:
                Add(set, c);
                break;
        }

        var index = sets.Count;
        sets.AddRange(set);
        return index;
    }

    private static void FillSet(Span<ulong> set, ReadOnlySpan<byte> pattern, int p, int last)
    {
        var negative = pattern[p + 1] == '^';
        p += negative ? 1 : 0;
        while (++p < last)
        {
            if (pattern[p] == '%')
            {
                p++;
                Add(set, Class(pattern[p]));
            }
            else if (pattern[p + 1] == '-' && p + 2 < last)
            {
                for (int c = pattern[p]; c <= pattern[p + 2]; c++)
                {
                    Add(set, (byte)c);
                }

                p += 2;
            }
            else
            {
                Add(set, pattern[p]);
            }
        }

        for (var i = 0; negative && i < set.Length; i++)
        {
            set[i] = ~set[i];
        }
    }

    private static void Add(Span<ulong> set, byte c) => set[c >> 6] |= 1UL << c;

    private static void Add(Span<ulong> set, ulong[] other)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] |= other[i];
        }
    }

    private static bool IsClass(byte name) => (name | 0x20) is 'a' or 'c' or 'd' or 'g' or 'l' or 'p' or 's' or 'u' or 'w' or 'x' or 'z' && char.IsAsciiLetter((char)name);

    /// <summary>The bits of <c>%name</c>: a class, or the character itself.</summary>
    private static ulong[] Class(byte name)
    {
        if (Volatile.Read(ref Classes[name]) is { } known)
        {
            return known;
        }

        var set = new ulong[4];
        for (var c = 0; c < 256; c++)
        {
            if (IsClass(name) ? IsInClass((byte)c, (char)(name | 0x20)) == char.IsAsciiLetterLower((char)name) : c == name)
            {
                Add(set, (byte)c);
            }
        }

        Volatile.Write(ref Classes[name], set);
        return set;
    }

    private static bool IsInClass(byte c, char name)
    {
        var symbol = (char)c;
        return name switch
        {
            'a' => char.IsAsciiLetter(symbol),
            'c' => c < 32 || c == 127,
            'd' => char.IsAsciiDigit(symbol),
            'g' => c is > 32 and < 127,
            'l' => char.IsAsciiLetterLower(symbol),
            'p' => c is > 32 and < 127 && !char.IsAsciiLetterOrDigit(symbol),
            's' => LuaNumber.IsSpace(c),
            'u' => char.IsAsciiLetterUpper(symbol),
            'w' => char.IsAsciiLetterOrDigit(symbol),
            'x' => char.IsAsciiHexDigit(symbol),
            _ => c == 0,
        };
    }

    /// <summary>The node at or after <paramref name="index"/> that is not about captures.</summary>
    private int Following(int index)
    {
        while (index < Nodes.Length && Nodes[index].Operation is PatternOperation.Open or PatternOperation.Close or PatternOperation.Position)
        {
            index++;
        }

        return index;
    }

    private int NextLiteral(int index)
    {
        index = Following(index);
        return index < Nodes.Length && Nodes[index].Operation == PatternOperation.Literal ? Literals[Nodes[index].Index] : -1;
    }

    /// <summary>Does what follows never begin with a byte of this node, so that giving back what it took cannot help?</summary>
    private bool ExcludesNext(int index)
    {
        var set = Sets.AsSpan(Nodes[index].Index, 4);
        for (var next = Following(index + 1); next < Nodes.Length; next = Following(next + 1))
        {
            var node = Nodes[next];
            switch (node.Operation)
            {
                case PatternOperation.End:
                    return Nodes[index].Repeat != PatternRepeat.Optional;
                case PatternOperation.Literal:
                    var first = Literals[node.Index];
                    return ((set[first >> 6] >> first) & 1) == 0;
                case PatternOperation.Set:
                    var other = Sets.AsSpan(node.Index, 4);
                    if (((set[0] & other[0]) | (set[1] & other[1]) | (set[2] & other[2]) | (set[3] & other[3])) != 0)
                    {
                        return false;
                    }

                    if (node.Repeat is PatternRepeat.One or PatternRepeat.Some)
                    {
                        return true;
                    }

                    // What may be absent: the node after it can be next as well.
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }
}

internal enum PatternOperation : byte
{
    Literal,
    Set,
    Open,
    Position,
    Close,
    End,
    Balance,
    Frontier,
    Back,
    Error,
}

internal enum PatternRepeat : byte
{
    One,
    Optional,
    Any,
    Some,
    Lazy,
}

/// <summary>A step of a <see cref="PatternProgram"/>.</summary>
internal record struct PatternNode
{
    public PatternOperation Operation;
    public PatternRepeat Repeat;

    /// <summary>The longest run is the only one that can lead to a match.</summary>
    public bool IsPossessive;

    /// <summary>The byte that must follow, -1 if that is not certain.</summary>
    public int NextByte;

    /// <summary>Where the literal or the set is; the capture; the opening byte.</summary>
    public int Index;

    /// <summary>The length of the literal; the closing byte.</summary>
    public int Length;
    public string? Message;
}
