using System;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>An immutable string of bytes, 8-bit clean (spec/lua.md section 4, Strings).</summary>
public sealed class LuaString : LuaObject, IEquatable<LuaString>, IComparable<LuaString>
{
    private static readonly ConcurrentDictionary<LuaString, LuaString> Literals = new();
    private static readonly LuaString[] SingleBytes = CreateSingleBytes();

    /// <summary>From this length on a string that is appended to again and again grows in place.</summary>
    private const int GrowsFrom = 256;

    // Longer than the string when it has been made by appending: then strings that begin alike share it, and its last four bytes tell how
    // much of it is taken. Only the longest of them can take more.
    private readonly byte[] bytes;
    private readonly int length;
    private readonly bool isJoined;

    private LuaString(byte[] bytes)
        : this(bytes, bytes.Length, false)
    {
    }

    private LuaString(byte[] bytes, int length, bool isJoined)
        : base(LuaKind.String)
    {
        this.bytes = bytes;
        this.length = length;
        this.isJoined = isJoined;
    }

    /// <summary>The empty string.</summary>
    public static LuaString Empty { get; } = Literal([]);

    /// <summary>The number of bytes.</summary>
    public int Length => length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(bytes), length);

    /// <summary>The bytes as memory, for output without a copy.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>The UTF-8 bytes of the text. Unpaired surrogates become U+FFFD.</summary>
    public static LuaString FromUtf16(string text) => text.Length == 0 ? Empty : new(Encoding.UTF8.GetBytes(text));

    /// <summary>A string of a copy of the bytes.</summary>
    public static LuaString FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => Empty,
        1 => SingleBytes[bytes[0]],
        _ => new(bytes.ToArray()),
    };

    /// <summary>The one string of these bytes that literals and field names share: equal literals are the same object.</summary>
    public static LuaString Literal(ReadOnlySpan<byte> utf8) => Intern(new LuaString(utf8.ToArray()));

    /// <summary>The one string of the UTF-8 bytes of the text that literals and field names share.</summary>
    public static LuaString Literal(string text) => Intern(new LuaString(Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes over an array that nobody else will write to.</summary>
    internal static LuaString FromOwned(byte[] bytes) => bytes.Length switch
    {
        0 => Empty,
        1 => SingleBytes[bytes[0]],
        _ => new(bytes),
    };

    internal static LuaString FromByte(byte value) => SingleBytes[value];

    /// <summary>The bytes from <paramref name="start"/>, itself if that is all of them.</summary>
    internal LuaString Slice(int start, int length) => length == this.length ? this : FromBytes(Span.Slice(start, length));

    /// <summary>
    /// The string of these bytes and <paramref name="more"/> others, which the caller writes to <paramref name="tail"/>. What has been appended to before
    /// gets room for more, so that <c>s = s .. x</c> in a loop copies every byte a few times only.
    /// </summary>
    internal LuaString Extend(int more, out Span<byte> tail)
    {
        var total = length + more;
        if (total < GrowsFrom || !isJoined)
        {
            var exact = GC.AllocateUninitializedArray<byte>(total);
            Span.CopyTo(exact);
            tail = exact.AsSpan(length);
            return new LuaString(exact, total, true);
        }

        // Strings cross threads, so the room is taken by compare and exchange.
        var buffer = bytes;
        if (buffer.Length - total < sizeof(int) || Interlocked.CompareExchange(ref Taken(buffer), total, length) != length)
        {
            buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min((total * 2L) + 8, LuaOperators.MaximumStringLength + 8L) & ~7);
            Span.CopyTo(buffer);
            Taken(buffer) = total;
        }

        tail = buffer.AsSpan(length, more);
        return new LuaString(buffer, total, true);
    }

    /// <summary>Decodes as UTF-8; invalid sequences become U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);

    /// <inheritdoc/>
    public bool Equals(LuaString? other) =>
        ReferenceEquals(this, other)
        || (other is not null && length == other.length && GetHashCode() == other.GetHashCode() && Span.SequenceEqual(other.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LuaString);

    /// <summary>A hash of all bytes that is the same in every process.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int GetHashCode() => Extra != 0 ? Extra : ComputeHash();

    /// <summary>Unsigned bytewise order (spec/lua.md section 4).</summary>
    public int CompareTo(LuaString? other) => other is null ? 1 : Span.SequenceCompareTo(other.Span);

    /// <summary>Bytewise equality.</summary>
    public static bool operator ==(LuaString? left, LuaString? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Bytewise inequality.</summary>
    public static bool operator !=(LuaString? left, LuaString? right) => !(left == right);

    /// <summary>Bytewise order.</summary>
    public static bool operator <(LuaString left, LuaString right) => left.CompareTo(right) < 0;

    /// <summary>Bytewise order.</summary>
    public static bool operator <=(LuaString left, LuaString right) => left.CompareTo(right) <= 0;

    /// <summary>Bytewise order.</summary>
    public static bool operator >(LuaString left, LuaString right) => left.CompareTo(right) > 0;

    /// <summary>Bytewise order.</summary>
    public static bool operator >=(LuaString left, LuaString right) => left.CompareTo(right) >= 0;

    private static ref int Taken(byte[] buffer) => ref Unsafe.As<byte, int>(ref buffer[^sizeof(int)]);

    private static LuaString Intern(LuaString text) => Literals.GetOrAdd(text, text);

    private static LuaString[] CreateSingleBytes()
    {
        var strings = new LuaString[256];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = Intern(new LuaString([(byte)i]));
        }

        return strings;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ComputeHash()
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var rest = Span;
        var state = ((ulong)rest.Length * Multiplier) ^ 0xD6E8FEB86659FD93;
        while (rest.Length >= 8)
        {
            state = (BitOperations.RotateLeft(state, 29) ^ MemoryMarshal.Read<ulong>(rest)) * Multiplier;
            state ^= state >> 32;
            rest = rest[8..];
        }

        ulong tail = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            tail |= (ulong)rest[i] << (8 * i);
        }

        state = (BitOperations.RotateLeft(state, 29) ^ tail) * Multiplier;
        state ^= state >> 32;
        state *= 0xD6E8FEB86659FD93;
        var result = (int)(state >> 32);

        // Extra holds the hash; 0 means that it has not been computed.
        Extra = result == 0 ? 1 : result;
        return Extra;
    }
}
