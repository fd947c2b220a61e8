using System;
using System.Buffers.Binary;

namespace Wippy.Runtime.Libraries;

/// <summary><c>string.pack</c>, <c>string.unpack</c> and <c>string.packsize</c> (Lua manual 6.4.2).</summary>
internal static class StringPack
{
    private const int MaximumIntegerSize = 16;
    private const int NativeAlignment = 8;

    private enum Kind
    {
        Signed,
        Unsigned,
        Single,
        Double,
        Fixed,
        Prefixed,
        ZeroTerminated,
        Padding,
        Alignment,
        None,
    }

    public static LuaValue Pack(ReadOnlySpan<LuaValue> args)
    {
        var reader = new FormatReader(args.CheckString(1, "pack").Span, "pack");
        var result = ByteBuilder.Rent();
        var argument = 1;
        Span<byte> buffer = stackalloc byte[MaximumIntegerSize];
        while (reader.Next(result.Length, out var kind, out var size, out var padding))
        {
            result.Append(0, padding);
            switch (kind)
            {
                case Kind.Signed:
                    {
                        var value = LuaArguments.CheckInteger(args.At(++argument), argument, "pack");
                        if (size < 8 && (value < -(1L << ((size * 8) - 1)) || value >= 1L << ((size * 8) - 1)))
                        {
                            throw LuaArguments.Bad(argument, "pack", "integer overflow");
                        }

                        WriteInteger(buffer[..size], value, reader.LittleEndian);
                        result.Append(buffer[..size]);
                        break;
                    }

                case Kind.Unsigned:
                    {
                        var value = LuaArguments.CheckInteger(args.At(++argument), argument, "pack");
                        if (size < 8 && (ulong)value >= 1UL << (size * 8))
                        {
                            throw LuaArguments.Bad(argument, "pack", "unsigned overflow");
                        }

                        WriteInteger(buffer[..size], value, reader.LittleEndian, false);
                        result.Append(buffer[..size]);
                        break;
                    }

                case Kind.Single:
                    WriteInteger(buffer[..4], BitConverter.SingleToInt32Bits((float)LuaArguments.CheckNumber(args.At(++argument), argument, "pack")), reader.LittleEndian);
                    result.Append(buffer[..4]);
                    break;
                case Kind.Double:
                    WriteInteger(buffer[..8], BitConverter.DoubleToInt64Bits(LuaArguments.CheckNumber(args.At(++argument), argument, "pack")), reader.LittleEndian);
                    result.Append(buffer[..8]);
                    break;
                case Kind.Fixed:
                    {
                        var text = LuaArguments.CheckString(args.At(++argument), argument, "pack");
                        if (text.Length > size)
                        {
                            throw LuaArguments.Bad(argument, "pack", "string longer than given size");
                        }

                        result.Append(text);
                        result.Append(0, size - text.Length);
                        break;
                    }

                case Kind.Prefixed:
                    {
                        var text = LuaArguments.CheckString(args.At(++argument), argument, "pack");
                        if (size < 8 && (ulong)text.Length >= 1UL << (size * 8))
                        {
                            throw LuaArguments.Bad(argument, "pack", "string length does not fit in given size");
                        }

                        WriteInteger(buffer[..size], text.Length, reader.LittleEndian);
                        result.Append(buffer[..size]);
                        result.Append(text);
                        break;
                    }

                case Kind.ZeroTerminated:
                    {
                        var text = LuaArguments.CheckString(args.At(++argument), argument, "pack");
                        if (text.Span.Contains((byte)0))
                        {
                            throw LuaArguments.Bad(argument, "pack", "string contains zeros");
                        }

                        result.Append(text);
                        result.Append(0);
                        break;
                    }

                case Kind.Padding:
                    result.Append(0);
                    break;
            }
        }

        return result.Take();
    }

    public static LuaValue PackSize(LuaValues args)
    {
        var reader = new FormatReader(args.CheckString(1, "packsize").Span, "packsize");
        long total = 0;
        while (reader.Next(total, out var kind, out var size, out var padding))
        {
            if (kind is Kind.Prefixed or Kind.ZeroTerminated)
            {
                throw LuaArguments.Bad(1, "packsize", "variable-length format");
            }

            total += padding + size;
            if (total > int.MaxValue)
            {
                throw LuaArguments.Bad(1, "packsize", "format result too large");
            }
        }

        return total;
    }

    public static LuaValues Unpack(ReadOnlySpan<LuaValue> args)
    {
        var format = args.CheckString(1, "unpack").Span;
        var reader = new FormatReader(format, "unpack");
        var text = args.CheckString(2, "unpack");
        var data = text.Span;
        var initial = args.OptionalInteger(3, "unpack", 1);
        initial = initial >= 0 ? initial : initial < -data.Length ? 0 : data.Length + initial + 1;
        var position = initial - 1;
        if (position < 0 || position > data.Length)
        {
            throw LuaArguments.Bad(3, "unpack", "initial position out of string");
        }

        // An option gives one value at most; the last value is the position.
        var results = new LuaValue[format.Length + 1];
        var count = 0;
        while (reader.Next(position, out var kind, out var size, out var padding))
        {
            if ((long)padding + size > data.Length - position || position > data.Length)
            {
                throw LuaArguments.Bad(2, "unpack", "data string too short");
            }

            if (count >= TableLibrary.MaximumResults)
            {
                throw new LuaException("too many results");
            }

            position += padding;
            var field = data.Slice((int)position, size);
            position += size;
            switch (kind)
            {
                case Kind.Signed:
                case Kind.Unsigned:
                    results[count++] = ReadInteger(field, reader.LittleEndian, kind == Kind.Signed);
                    break;
                case Kind.Single:
                    results[count++] = (double)BitConverter.Int32BitsToSingle((int)ReadInteger(field, reader.LittleEndian, true));
                    break;
                case Kind.Double:
                    results[count++] = BitConverter.Int64BitsToDouble(ReadInteger(field, reader.LittleEndian, true));
                    break;
                case Kind.Fixed:
                    results[count++] = LuaString.FromBytes(field);
                    break;
                case Kind.Prefixed:
                    {
                        var length = ReadInteger(field, reader.LittleEndian, false);
                        if (length < 0 || length > data.Length - position)
                        {
                            throw LuaArguments.Bad(2, "unpack", "data string too short");
                        }

                        results[count++] = LuaString.FromBytes(data.Slice((int)position, (int)length));
                        position += length;
                        break;
                    }

                case Kind.ZeroTerminated:
                    {
                        var length = data[(int)position..].IndexOf((byte)0);
                        length = length < 0 ? data.Length - (int)position : length;
                        results[count++] = LuaString.FromBytes(data.Slice((int)position, length));
                        position += length + 1;
                        break;
                    }
            }
        }

        results[count++] = position + 1;
        return new LuaValues(results, 0, count);
    }

    private static void WriteInteger(Span<byte> target, long value, bool littleEndian, bool signed = true)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        for (var i = 0; i < target.Length; i++)
        {
            var b = i < 8 ? bytes[i] : signed && value < 0 ? (byte)0xFF : (byte)0;
            target[littleEndian ? i : target.Length - 1 - i] = b;
        }
    }

    private static long ReadInteger(ReadOnlySpan<byte> source, bool littleEndian, bool signed)
    {
        ulong value = 0;
        for (var i = source.Length - 1; i >= 0; i--)
        {
            var b = source[littleEndian ? i : source.Length - 1 - i];
            if (i < 8)
            {
                value = (value << 8) | b;
            }
        }

        if (source.Length < 8)
        {
            var shift = 64 - (source.Length * 8);
            return signed ? unchecked((long)(value << shift)) >> shift : (long)value;
        }

        for (var i = 8; i < source.Length; i++)
        {
            var b = source[littleEndian ? i : source.Length - 1 - i];
            if (b != 0 && !(signed && unchecked((long)value) < 0 && b == 0xFF))
            {
                throw new LuaException($"{source.Length}-byte integer does not fit into Lua Integer");
            }
        }

        return unchecked((long)value);
    }

    /// <summary>Reads the options of a format string, which a zero byte ends, one by one.</summary>
    private ref struct FormatReader(ReadOnlySpan<byte> format, string function)
    {
        private readonly ReadOnlySpan<byte> format = format.IndexOf((byte)0) is >= 0 and var end ? format[..end] : format;
        private readonly string function = function;
        private int position;
        private int maximumAlignment = 1;

        public bool LittleEndian { get; private set; } = true;

        /// <summary>The next option, with its size and the padding that aligns it; false at the end.</summary>
        public bool Next(long offset, out Kind kind, out int size, out int padding)
        {
            padding = 0;
            if (position >= format.Length)
            {
                kind = Kind.None;
                size = 0;
                return false;
            }

            kind = Read(out size);
            var alignment = size;
            if (kind == Kind.Alignment)
            {
                // Those without a size cannot be aligned to.
                if (position >= format.Length || Read(out alignment) == Kind.Fixed || alignment == 0)
                {
                    throw LuaArguments.Bad(1, function, "invalid next option for option 'X'");
                }

                size = 0;
            }

            if (alignment > 1 && kind is not (Kind.Fixed or Kind.ZeroTerminated or Kind.Padding))
            {
                alignment = Math.Min(alignment, maximumAlignment);
                if ((alignment & (alignment - 1)) != 0)
                {
                    throw LuaArguments.Bad(1, function, "format asks for alignment not power of 2");
                }

                padding = (int)((alignment - (offset & (alignment - 1))) & (alignment - 1));
            }

            return true;
        }

        private Kind Read(out int size)
        {
            var option = (char)format[position++];
            size = 0;
            switch (option)
            {
                case 'b':
                    size = 1;
                    return Kind.Signed;
                case 'B':
                    size = 1;
                    return Kind.Unsigned;
                case 'h':
                    size = 2;
                    return Kind.Signed;
                case 'H':
                    size = 2;
                    return Kind.Unsigned;
                case 'l' or 'j':
                    size = 8;
                    return Kind.Signed;
                case 'L' or 'J' or 'T':
                    size = 8;
                    return Kind.Unsigned;
                case 'f':
                    size = 4;
                    return Kind.Single;
                case 'd' or 'n':
                    size = 8;
                    return Kind.Double;
                case 'i':
                    size = ReadLimited(4);
                    return Kind.Signed;
                case 'I':
                    size = ReadLimited(4);
                    return Kind.Unsigned;
                case 's':
                    size = ReadLimited(8);
                    return Kind.Prefixed;
                case 'c':
                    size = ReadNumber(-1);
                    return size < 0 ? throw new LuaException("missing size for format option 'c'") : Kind.Fixed;
                case 'z':
                    return Kind.ZeroTerminated;
                case 'x':
                    size = 1;
                    return Kind.Padding;
                case 'X':
                    return Kind.Alignment;
                case ' ':
                    return Kind.None;
                case '<' or '=':
                    LittleEndian = true;
                    return Kind.None;
                case '>':
                    LittleEndian = false;
                    return Kind.None;
                case '!':
                    maximumAlignment = ReadLimited(NativeAlignment);
                    return Kind.None;
                default:
                    throw new LuaException($"invalid format option '{option}'");
            }
        }

        private int ReadNumber(int otherwise)
        {
            if (position >= format.Length || !char.IsAsciiDigit((char)format[position]))
            {
                return otherwise;
            }

            long value = 0;
            while (position < format.Length && char.IsAsciiDigit((char)format[position]) && value <= (int.MaxValue - 9) / 10)
            {
                value = (value * 10) + format[position++] - '0';
            }

            return (int)value;
        }

        private int ReadLimited(int otherwise)
        {
            var size = ReadNumber(otherwise);
            return size is < 1 or > MaximumIntegerSize
                ? throw new LuaException($"integral size ({size}) out of limits [1,{MaximumIntegerSize}]")
                : size;
        }
    }
}
