using System;
using System.Text;

namespace Wippy.Runtime.Libraries;

/// <summary>The <c>string</c> table (spec/lua.md section 8, string; Lua manual 6.4).</summary>
public static partial class StringLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Create();

    /// <summary>The protected metatable of strings.</summary>
    internal static LuaTable Metatable { get; } = new LuaTable { ["__index"] = Table }.Freeze();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTable Create()
    {
        var table = LibraryTable.Fill(
            new ByteFunction(),
            new LuaSpanFunction("char", args => new(Char(args))),
            new LuaSpanFunction("find", args => Find(args, "find", true), "string, string, integer?"),
            new LuaSpanFunction("format", StringFormat.Format, "string"),
            new LuaSpanFunction("gmatch", GlobalMatch, "string, string"),
            new LuaSpanFunction("gsub", GlobalSubstitute, "string, string"),
            new LuaBuiltin("len", (s, _, _, n) => LuaArguments.CheckString(s, 1, "len", n > 0).Length, "string"),
            new LuaBuiltin("lower", (s, _, _, n) => Lower(LuaArguments.CheckString(s, 1, "lower", n > 0)), "string"),
            new LuaSpanFunction("match", args => Find(args, "match", false), "string, string, integer?"),
            new LuaSpanFunction("pack", args => new(StringPack.Pack(args))),
            new LuaMultiFunctionN("packsize", args => new(StringPack.PackSize(args))),
            new LuaBuiltin("rep", Repeat, "string, integer, string?"),
            new LuaBuiltin("reverse", (s, _, _, n) => Reverse(LuaArguments.CheckString(s, 1, "reverse", n > 0)), "string"),
            new LuaBuiltin("sub", Sub, "string, integer, integer?"),
            new LuaSpanFunction("unpack", StringPack.Unpack),
            new LuaBuiltin("upper", (s, _, _, n) => Upper(LuaArguments.CheckString(s, 1, "upper", n > 0)), "string"));
        table["gfind"] = table["gmatch"];
        return table.Freeze();
    }

    private static LuaValue Sub(LuaValue s, LuaValue i, LuaValue j, int count)
    {
        var text = LuaArguments.CheckString(s, 1, "sub", count > 0);
        var start = LuaArguments.CheckInteger(i, 2, "sub", count > 1);
        return LuaOperators.StringSub(text, start, LuaArguments.OptionalInteger(j, 3, "sub", -1));
    }

    /// <summary>A position from the end if negative; 0 when before the start.</summary>
    internal static long Position(long position, int length)
    {
        if (position >= 0)
        {
            return position;
        }

        return position < -length ? 0 : length + position + 1;
    }

    private static LuaValues Byte(ReadOnlySpan<LuaValue> args)
    {
        var text = args.CheckString(1, "byte");
        var start = Position(args.OptionalInteger(2, "byte", 1), text.Length);
        var end = Math.Min(Position(args.OptionalInteger(3, "byte", start), text.Length), text.Length);
        start = Math.Max(start, 1);
        if (start > end)
        {
            return LuaValues.Empty;
        }

        var bytes = text.Span[((int)start - 1)..(int)end];
        switch (bytes.Length)
        {
            case 1:
                return new(bytes[0]);
            case 2:
                return new(bytes[0], bytes[1]);
        }

        if (bytes.Length > TableLibrary.MaximumResults)
        {
            throw new LuaException("stack overflow (string slice too long)");
        }

        var values = new LuaValue[bytes.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = bytes[i];
        }

        return new LuaValues(values, 0, values.Length);
    }

    private static LuaValue Char(ReadOnlySpan<LuaValue> args)
    {
        if (args.Length == 1)
        {
            return LuaString.FromByte(CheckByte(args, 1));
        }

        var text = LuaString.Create(args.Length, out var bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = CheckByte(args, i + 1);
        }

        return text;
    }

    private static byte CheckByte(ReadOnlySpan<LuaValue> args, int index)
    {
        var code = args.CheckInteger(index, "char");
        return code is >= 0 and <= 255 ? (byte)code : throw LuaArguments.Bad(index, "char", "value out of range");
    }

    private static LuaValue Lower(LuaString text)
    {
        if (text.Length <= 1)
        {
            return text.Length == 0 ? text : LuaString.FromByte(Shift(text.Span[0], 'A', 'Z', 32));
        }

        var result = LuaString.Create(text.Length, out var bytes);
        Ascii.ToLower(text.Span, bytes, out var written);
        Shift(text.Span[written..], bytes[written..], 'A', 'Z', 32);
        return result;
    }

    private static LuaValue Upper(LuaString text)
    {
        if (text.Length <= 1)
        {
            return text.Length == 0 ? text : LuaString.FromByte(Shift(text.Span[0], 'a', 'z', -32));
        }

        var result = LuaString.Create(text.Length, out var bytes);
        Ascii.ToUpper(text.Span, bytes, out var written);
        Shift(text.Span[written..], bytes[written..], 'a', 'z', -32);
        return result;
    }

    // What follows a byte above 127, where the functions for ASCII stop. Those bytes stay as they are.
    private static void Shift(ReadOnlySpan<byte> source, Span<byte> target, char first, char last, int distance)
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Shift(source[i], first, last, distance);
        }
    }

    private static byte Shift(byte value, char first, char last, int distance) => value >= first && value <= last ? (byte)(value + distance) : value;

    private static LuaValue Reverse(LuaString text)
    {
        if (text.Length <= 1)
        {
            return text;
        }

        var result = LuaString.Create(text.Length, out var bytes);
        text.Span.CopyTo(bytes);
        bytes.Reverse();
        return result;
    }

    private static LuaValue Repeat(LuaValue s, LuaValue n, LuaValue separator, int count)
    {
        var text = LuaArguments.CheckString(s, 1, "rep", count > 0);
        var times = LuaArguments.CheckInteger(n, 2, "rep", count > 1);
        var between = separator.IsNil ? LuaString.Empty : LuaArguments.CheckString(separator, 3, "rep");
        if (times <= 0)
        {
            return LuaString.Empty;
        }

        var unit = (long)text.Length + between.Length;
        if (unit > 0 && times > LuaOperators.MaximumStringLength / unit)
        {
            throw new LuaException("resulting string too large");
        }

        if (unit == 0)
        {
            return LuaString.Empty;
        }

        if (times == 1)
        {
            return text;
        }

        // What has been written is copied behind itself.
        var result = LuaString.Create((int)((unit * times) - between.Length), out var bytes);
        text.Span.CopyTo(bytes);
        between.Span.CopyTo(bytes[text.Length..]);
        for (var written = (int)unit; written < bytes.Length; written *= 2)
        {
            bytes[..Math.Min(written, bytes.Length - written)].CopyTo(bytes[written..]);
            if (written > bytes.Length / 2)
            {
                break;
            }
        }

        return result;
    }

    /// <summary><c>string.byte</c>: mostly asked for one byte.</summary>
    private sealed class ByteFunction : LuaFunction
    {
        public ByteFunction()
            : base("byte")
        {
        }

        public override LuaValue Call(LuaValue a) => a.TryGetString(out var text) && text.Length > 0 ? text.Span[0] : base.Call(a);

        public override LuaValue Call(LuaValue a, LuaValue b)
        {
            if (a.TryGetString(out var text) && b.IsInteger)
            {
                var position = b.AsInteger();
                position += position < 0 ? text.Length + 1 : 0;
                return (ulong)position - 1 < (ulong)text.Length ? text.Span[(int)position - 1] : default(LuaValue);
            }

            return base.Call(a, b);
        }

        public override LuaValues CallAll(LuaValue a) => Byte(new ReadOnlySpan<LuaValue>(in a));

        public override LuaValues CallAll(LuaValue a, LuaValue b) => Byte([a, b]);

        public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => Byte([a, b, c]);

        public override LuaValues CallAll(in LuaValues args) => Byte(args.AsSpan());

        internal override LuaValues CallAllOf(ReadOnlySpan<LuaValue> args) => Byte(args);
    }
}
