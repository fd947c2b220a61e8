using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Libraries;

/// <summary>Builds a byte string; too long ones raise.</summary>
internal sealed class ByteBuilder
{
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static ByteBuilder? spare;

    private byte[] bytes = new byte[64];

    public int Length { [MethodImpl(JitOptions.Accessor)] get; [MethodImpl(JitOptions.Accessor)] private set; }

    public ReadOnlySpan<byte> Span
    {
        [MethodImpl(JitOptions.Accessor)]
        get => bytes.AsSpan(0, Length);
    }

    /// <summary>An empty builder; <see cref="Take"/> or <see cref="Return"/> gives it back. One that is dropped is not lost.</summary>
    public static ByteBuilder Rent()
    {
        var builder = spare ?? new ByteBuilder();
        spare = null;
        return builder;
    }

    public void Append(byte value)
    {
        if (Length == bytes.Length)
        {
            Grow(1);
        }

        bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Append(ReadOnlySpan<byte> values)
    {
        if (values.Length > bytes.Length - Length)
        {
            Grow(values.Length);
        }

        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    public void Append(LuaString text) => Append(text.Span);

    /// <summary>Appends the text of a number.</summary>
    public void AppendNumber(LuaValue number) => Length += LuaNumber.Write(Reserve(FloatText.NumberLength), number);

    /// <summary>Room for so many bytes behind the last one; <see cref="Advance"/> tells how many were written.</summary>
    public Span<byte> Reserve(int count)
    {
        if (count > bytes.Length - Length)
        {
            Grow(count);
        }

        return bytes.AsSpan(Length);
    }

    /// <summary>Takes over bytes that were written to the reserved room.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Appends ASCII text.</summary>
    public void Append(string ascii)
    {
        if (ascii.Length > bytes.Length - Length)
        {
            Grow(ascii.Length);
        }

        for (var i = 0; i < ascii.Length; i++)
        {
            bytes[Length++] = (byte)ascii[i];
        }
    }

    public void Append(byte value, int count)
    {
        if (count > bytes.Length - Length)
        {
            Grow(count);
        }

        bytes.AsSpan(Length, count).Fill(value);
        Length += count;
    }

    public LuaString ToLuaString() => LuaString.FromBytes(Span);

    /// <summary>The string of all bytes; the builder is given back.</summary>
    public LuaString Take()
    {
        var text = ToLuaString();
        Return();
        return text;
    }

    /// <summary>Gives a rented builder back.</summary>
    public void Return()
    {
        Length = 0;
        if (bytes.Length <= LargestKept)
        {
            spare = this;
        }
    }

    private void Grow(int more)
    {
        var needed = (long)Length + more;
        if (needed > LuaOperators.MaximumStringLength)
        {
            throw new LuaException("resulting string too large");
        }

        Array.Resize(ref bytes, (int)Math.Min(Math.Max(needed, bytes.Length * 2L), LuaOperators.MaximumStringLength));
    }
}
