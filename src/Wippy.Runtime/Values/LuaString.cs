using System;
using System.Buffers.Binary;
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
    private static readonly LuaString?[] SingleBytes = new LuaString?[256];

    /// <summary>From this length on a string that is appended to again and again grows in place.</summary>
    private const int GrowsFrom = 256;

    /// <summary>Strings up to this length, and no others, lie within the object.</summary>
    private const int InlineCapacity = 16;

    // Null when the bytes are within the object. Longer than the string when that has been made by appending: then strings that begin alike
    // share it, and its last four bytes tell how much of it is taken. Only the longest of them can take more.
    private readonly byte[]? array;
    private readonly int length;

    // Where a table has found this very object last, so that maps find their keys without a search. Only a hint: any thread may change it.
    private int hint;

    // The bytes of a short string, then zeros.
    private Inline inline;

    // Short: the bytes are written before anybody else sees the object.
    [MethodImpl(JitOptions.Accessor)]
    private LuaString(int length)
        : base(LuaKind.String) => this.length = length;

    [MethodImpl(JitOptions.Accessor)]
    private LuaString(byte[] array, int length)
        : base(LuaKind.String)
    {
        this.array = array;
        this.length = length;
    }

    /// <summary>The empty string.</summary>
    public static LuaString Empty { get; } = Intern(new LuaString(0));

    /// <summary>The number of bytes.</summary>
    public int Length
    {
        [MethodImpl(JitOptions.Accessor)]
        get => length;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span
    {
        [MethodImpl(JitOptions.Accessor)]
        get => MemoryMarshal.CreateReadOnlySpan(ref First, length);
    }

    /// <summary>The bytes as memory, without a copy unless the string is short.</summary>
    public ReadOnlyMemory<byte> Memory => array is null ? Span.ToArray() : array.AsMemory(0, length);

    /// <summary>The position in a table at which this very object was found last; it may be any other by now.</summary>
    internal int Hint
    {
        [MethodImpl(JitOptions.Accessor)]
        get => hint;
        [MethodImpl(JitOptions.Accessor)]
        set => hint = value;
    }

    private ref byte First
    {
        [MethodImpl(JitOptions.Accessor)]
        get => ref array is null ? ref Unsafe.As<Inline, byte>(ref inline) : ref MemoryMarshal.GetArrayDataReference(array);
    }

    /// <summary>The UTF-8 bytes of the text. Unpaired surrogates become U+FFFD.</summary>
    public static LuaString FromUtf16(string text) => text.Length == 0 ? Empty : FromOwned(Encoding.UTF8.GetBytes(text));

    /// <summary>A string of a copy of the bytes. Not a part of its many callers: a string costs more than the call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 1)
        {
            return bytes.Length == 0 ? Empty : FromByte(bytes[0]);
        }

        var text = Create(bytes.Length, out var target);
        bytes.CopyTo(target);
        return text;
    }

    /// <summary>The one string of these bytes that literals and field names share: equal literals are the same object.</summary>
    public static LuaString Literal(ReadOnlySpan<byte> utf8) => utf8.Length == 1 ? FromByte(utf8[0]) : Intern(FromBytes(utf8));

    /// <summary>The one string of the UTF-8 bytes of the text that literals and field names share.</summary>
    public static LuaString Literal(string text) => Literal(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes over an array that nobody else will write to.</summary>
    internal static LuaString FromOwned(byte[] bytes) => bytes.Length <= InlineCapacity ? FromBytes(bytes) : new(bytes, bytes.Length);

    /// <summary>The string of one byte; it is the same object each time.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal static LuaString FromByte(byte value) => SingleBytes[value] ?? CreateSingleByte(value);

    /// <summary>A string of <paramref name="length"/> bytes, which the caller writes to <paramref name="target"/> before anybody else sees the string.</summary>
    internal static LuaString Create(int length, out Span<byte> target)
    {
        var text = length <= InlineCapacity ? new LuaString(length) : new LuaString(GC.AllocateUninitializedArray<byte>(length), length);
        target = MemoryMarshal.CreateSpan(ref text.First, length);
        return text;
    }

    /// <summary>The bytes from <paramref name="start"/>, itself if that is all of them.</summary>
    internal LuaString Slice(int start, int length) => length == this.length ? this : FromBytes(Span.Slice(start, length));

    /// <summary>
    /// The string of these bytes and <paramref name="more"/> others, which the caller writes to <paramref name="tail"/>. What has been appended to before
    /// gets room for more, so that <c>s = s .. x</c> in a loop copies every byte a few times only.
    /// </summary>
    internal LuaString Extend(int more, out Span<byte> tail)
    {
        var total = length + more;
        if (total < GrowsFrom)
        {
            var text = Create(total, out tail);
            Span.CopyTo(tail);
            tail = tail[length..];
            return text;
        }

        // Strings cross threads, so the room is taken by compare and exchange. The first time there is none.
        var buffer = array;
        var isJoined = buffer is not null && buffer.Length > length;
        if (!isJoined || buffer!.Length - total < sizeof(int) || Interlocked.CompareExchange(ref Taken(buffer), total, length) != length)
        {
            var room = isJoined ? Math.Min(total * 2L, LuaOperators.MaximumStringLength) : total;
            buffer = GC.AllocateUninitializedArray<byte>((int)((room + 11L) & ~7L));
            Span.CopyTo(buffer);
            Taken(buffer) = total;
        }

        tail = buffer.AsSpan(length, more);
        return new LuaString(buffer, total);
    }

    /// <summary>Decodes as UTF-8; invalid sequences become U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);

    /// <inheritdoc/>
    public bool Equals(LuaString? other) => ReferenceEquals(this, other) || (other is not null && length == other.length && HasBytesOf(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LuaString);

    /// <summary>A hash of all bytes that is the same in every process.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public override int GetHashCode() => Extra != 0 ? Extra : ComputeHash();

    /// <summary>Unsigned bytewise order (spec/lua.md section 4).</summary>
    public int CompareTo(LuaString? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (array is not null || other.array is not null)
        {
            return Span.SequenceCompareTo(other.Span);
        }

        // The zeros behind a short string are the least bytes; equal so far, the shorter one is less.
        return inline.Low != other.inline.Low ? Order(inline.Low, other.inline.Low)
            : inline.High != other.inline.High ? Order(inline.High, other.inline.High)
            : length - other.length;
    }

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

    [MethodImpl(JitOptions.Accessor)]
    private static ref int Taken(byte[] buffer) => ref Unsafe.As<byte, int>(ref buffer[^sizeof(int)]);

    private static LuaString Intern(LuaString text) => Literals.GetOrAdd(text, text);

    private static LuaString CreateSingleByte(byte value)
    {
        var text = Create(1, out var target);
        target[0] = value;
        return Interlocked.CompareExchange(ref SingleBytes[value], text, null) ?? text;
    }

    /// <summary>Compares eight bytes in the order of memory.</summary>
    private static int Order(ulong left, ulong right) =>
        (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(left) < BinaryPrimitives.ReverseEndianness(right) : left < right) ? -1 : 1;

    [MethodImpl(JitOptions.Accessor)]
    private static ulong Mix(ulong state, ulong value)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        state = (BitOperations.RotateLeft(state, 29) ^ value) * Multiplier;
        return state ^ (state >> 32);
    }

    /// <summary>Compares with a string of the same length.</summary>
    private bool HasBytesOf(LuaString other) =>
        array is null
            ? inline.Low == other.inline.Low && inline.High == other.inline.High
            : (Extra == 0 || other.Extra == 0 || Extra == other.Extra) && Span.SequenceEqual(other.Span);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ComputeHash()
    {
        const ulong Seed = 0xD6E8FEB86659FD93;
        var state = ((ulong)length * Seed) ^ 0x9E3779B97F4A7C15;
        if (array is null)
        {
            state = Mix(Mix(state, inline.Low), inline.High);
        }
        else
        {
            // The last eight bytes may be read twice: these strings are longer than eight.
            var rest = Span;
            var last = MemoryMarshal.Read<ulong>(rest[^8..]);
            for (; rest.Length > 8; rest = rest[8..])
            {
                state = Mix(state, MemoryMarshal.Read<ulong>(rest));
            }

            state = Mix(state, last);
        }

        var result = (int)((state * Seed) >> 32);

        // Extra holds the hash; 0 means that it has not been computed.
        Extra = result == 0 ? 1 : result;
        return Extra;
    }

    private struct Inline
    {
        public ulong Low;
        public ulong High;
    }
}
