using System;
using System.Buffers.Binary;

namespace Wippy.Runtime.Libraries;

/// <summary><c>string.pack</c>, <c>string.unpack</c> and <c>string.packsize</c> (Lua manual 6.4.2).</summary>
internal static class StringPack
{
    public static LuaValue Pack(ReadOnlySpan<LuaValue> args)
    {
        var format = new PackFormat(args.CheckString(1, "pack"), "pack");
        var result = ByteBuilder.Rent();
        var argument = 1;
        while (format.Next(out var option))
        {
            if (option.Padding(result.Length) is > 0 and var padding)
            {
                result.Append(0, padding);
            }

            var size = option.Size;
            switch (option.Kind)
            {
                case PackKind.Signed:
                    {
                        var value = LuaArguments.CheckInteger(args.At(++argument), argument, "pack");
                        if (size < 8 && (value < -(1L << ((size * 8) - 1)) || value >= 1L << ((size * 8) - 1)))
                        {
                            throw LuaArguments.Bad(argument, "pack", "integer overflow");
                        }

                        Append(result, value, option);
                        break;
                    }

                case PackKind.Unsigned:
                    {
                        var value = LuaArguments.CheckInteger(args.At(++argument), argument, "pack");
                        if (size < 8 && (ulong)value >= 1UL << (size * 8))
                        {
                            throw LuaArguments.Bad(argument, "pack", "unsigned overflow");
                        }

                        Append(result, value, option);
                        break;
                    }

                case PackKind.Single:
                    Append(result, BitConverter.SingleToInt32Bits((float)LuaArguments.CheckNumber(args.At(++argument), argument, "pack")), option);
                    break;
                case PackKind.Double:
                    Append(result, BitConverter.DoubleToInt64Bits(LuaArguments.CheckNumber(args.At(++argument), argument, "pack")), option);
                    break;
                case PackKind.Fixed:
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

                case PackKind.Prefixed:
                    {
                        var text = LuaArguments.CheckString(args.At(++argument), argument, "pack");
                        if (size < 8 && (ulong)text.Length >= 1UL << (size * 8))
                        {
                            throw LuaArguments.Bad(argument, "pack", "string length does not fit in given size");
                        }

                        Append(result, text.Length, option);
                        result.Append(text);
                        break;
                    }

                case PackKind.ZeroTerminated:
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

                case PackKind.Padding:
                    result.Append(0);
                    break;
            }
        }

        return result.Take();
    }

    public static LuaValue PackSize(LuaValues args)
    {
        long total = 0;
        var format = new PackFormat(args.CheckString(1, "packsize"), "packsize");
        while (format.Next(out var option))
        {
            if (option.Kind is PackKind.Prefixed or PackKind.ZeroTerminated)
            {
                throw LuaArguments.Bad(1, "packsize", "variable-length format");
            }

            total += option.Padding(total) + option.Size;
            if (total > int.MaxValue)
            {
                throw LuaArguments.Bad(1, "packsize", "format result too large");
            }
        }

        return total;
    }

    public static LuaValues Unpack(ReadOnlySpan<LuaValue> args)
    {
        var format = new PackFormat(args.CheckString(1, "unpack"), "unpack");
        var text = args.CheckString(2, "unpack");
        var data = text.Span;
        var initial = args.OptionalInteger(3, "unpack", 1);
        initial = initial >= 0 ? initial : initial < -data.Length ? 0 : data.Length + initial + 1;
        var position = initial - 1;
        if (position < 0 || position > data.Length)
        {
            throw LuaArguments.Bad(3, "unpack", "initial position out of string");
        }

        var results = new Results(format.MaximumCount + 1);
        while (format.Next(out var option))
        {
            var padding = option.Padding(position);
            var size = option.Size;
            if ((long)padding + size > data.Length - position || position > data.Length)
            {
                throw LuaArguments.Bad(2, "unpack", "data string too short");
            }

            if (results.Count >= TableLibrary.MaximumResults)
            {
                throw new LuaException("too many results");
            }

            position += padding;
            var field = data.Slice((int)position, size);
            position += size;
            switch (option.Kind)
            {
                case PackKind.Signed:
                case PackKind.Unsigned:
                    results.Add(ReadInteger(field, option.IsLittleEndian, option.Kind == PackKind.Signed));
                    break;
                case PackKind.Single:
                    results.Add((double)BitConverter.Int32BitsToSingle((int)ReadInteger(field, option.IsLittleEndian, true)));
                    break;
                case PackKind.Double:
                    results.Add(BitConverter.Int64BitsToDouble(ReadInteger(field, option.IsLittleEndian, true)));
                    break;
                case PackKind.Fixed:
                    results.Add(LuaString.FromBytes(field));
                    break;
                case PackKind.Prefixed:
                    {
                        var length = ReadInteger(field, option.IsLittleEndian, false);
                        if (length < 0 || length > data.Length - position)
                        {
                            throw LuaArguments.Bad(2, "unpack", "data string too short");
                        }

                        results.Add(LuaString.FromBytes(data.Slice((int)position, (int)length)));
                        position += length;
                        break;
                    }

                case PackKind.ZeroTerminated:
                    {
                        var length = data[(int)position..].IndexOf((byte)0);
                        length = length < 0 ? data.Length - (int)position : length;
                        results.Add(LuaString.FromBytes(data.Slice((int)position, length)));
                        position += length + 1;
                        break;
                    }
            }
        }

        results.Add(position + 1);
        return results.Take();
    }

    private static void Append(ByteBuilder result, long value, in PackOption option)
    {
        WriteInteger(result.Reserve(option.Size)[..option.Size], value, option.IsLittleEndian, option.Kind == PackKind.Signed);
        result.Advance(option.Size);
    }

    private static void WriteInteger(Span<byte> target, long value, bool littleEndian, bool signed)
    {
        switch (target.Length)
        {
            case 1:
                target[0] = unchecked((byte)value);
                return;
            case 2:
                var two = unchecked((short)value);
                BinaryPrimitives.WriteInt16LittleEndian(target, littleEndian ? two : BinaryPrimitives.ReverseEndianness(two));
                return;
            case 4:
                var four = unchecked((int)value);
                BinaryPrimitives.WriteInt32LittleEndian(target, littleEndian ? four : BinaryPrimitives.ReverseEndianness(four));
                return;
            case 8:
                BinaryPrimitives.WriteInt64LittleEndian(target, littleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
                return;
        }

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
        switch (source.Length)
        {
            case 1:
                return signed ? unchecked((sbyte)source[0]) : source[0];
            case 2:
                var two = littleEndian ? BinaryPrimitives.ReadInt16LittleEndian(source) : BinaryPrimitives.ReadInt16BigEndian(source);
                return signed ? two : unchecked((ushort)two);
            case 4:
                var four = littleEndian ? BinaryPrimitives.ReadInt32LittleEndian(source) : BinaryPrimitives.ReadInt32BigEndian(source);
                return signed ? four : unchecked((uint)four);
            case 8:
                return littleEndian ? BinaryPrimitives.ReadInt64LittleEndian(source) : BinaryPrimitives.ReadInt64BigEndian(source);
        }

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

    /// <summary>The results of unpack: an array holds them only when there are more than two.</summary>
    private ref struct Results(int capacity)
    {
        private readonly int capacity = capacity;
        private LuaValue first;
        private LuaValue second;
        private LuaValue[]? all;

        public int Count { get; private set; }

        public void Add(LuaValue value)
        {
            switch (Count++)
            {
                case 0:
                    first = value;
                    break;
                case 1:
                    second = value;
                    break;
                case 2:
                    all = new LuaValue[Math.Min(capacity, 64)];
                    all[0] = first;
                    all[1] = second;
                    all[2] = value;
                    break;
                default:
                    if (Count > all!.Length)
                    {
                        Array.Resize(ref all, all.Length * 2);
                    }

                    all[Count - 1] = value;
                    break;
            }
        }

        public readonly LuaValues Take() => Count switch
        {
            1 => new LuaValues(first),
            2 => new LuaValues(first, second),
            _ => new LuaValues(all!, 0, Count),
        };
    }
}
