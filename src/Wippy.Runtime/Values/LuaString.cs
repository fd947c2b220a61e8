using System;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Wippy.Runtime;

/// <summary>An immutable string of bytes, 8-bit clean (spec/lua.md section 4, Strings).</summary>
public sealed class LuaString : LuaObject, IEquatable<LuaString>, IComparable<LuaString>
{
    private static readonly ConcurrentDictionary<LuaString, LuaString> Literals = new();
    private static readonly LuaString[] SingleBytes = CreateSingleBytes();

    private readonly byte[] bytes;

    private LuaString(byte[] bytes)
        : base(LuaKind.String) => this.bytes = bytes;

    /// <summary>The empty string.</summary>
    public static LuaString Empty { get; } = Literal([]);

    /// <summary>The number of bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    /// <summary>The bytes as memory, for output without a copy.</summary>
    public ReadOnlyMemory<byte> Memory => bytes;

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
    internal LuaString Slice(int start, int length) => length == bytes.Length ? this : FromBytes(bytes.AsSpan(start, length));

    /// <summary>Decodes as UTF-8; invalid sequences become U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(bytes);

    /// <inheritdoc/>
    public bool Equals(LuaString? other) =>
        ReferenceEquals(this, other)
        || (other is not null && bytes.Length == other.bytes.Length && GetHashCode() == other.GetHashCode() && Span.SequenceEqual(other.Span));

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
