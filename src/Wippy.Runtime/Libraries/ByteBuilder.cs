using System;

namespace Wippy.Runtime.Libraries;

/// <summary>Builds a byte string; too long ones raise.</summary>
internal sealed class ByteBuilder
{
    private byte[] bytes = new byte[64];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Append(byte value)
    {
        if (Length == bytes.Length)
        {
            Grow(1);
        }

        bytes[Length++] = value;
    }

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

    /// <summary>Appends ASCII text.</summary>
    public void Append(string ascii)
    {
        foreach (var c in ascii)
        {
            Append((byte)c);
        }
    }

    public void Append(byte value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Append(value);
        }
    }

    public LuaString ToLuaString() => LuaString.FromBytes(Span);

    private void Grow(int more)
    {
        var needed = (long)Length + more;
        if (needed > LuaOperators.MaximumStringLength)
        {
            throw new LuaException("resulting string too large");
        }

        Array.Resize(ref bytes, (int)Math.Min(Math.Max(needed, bytes.Length * 2L), Array.MaxLength));
    }
}
