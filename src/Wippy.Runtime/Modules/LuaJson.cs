using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wippy.Runtime.Modules;

/// <summary>JSON text from Lua values and back (spec/modules.md section 7, spec/temporal.md section 12). The <c>json</c> module and Temporal payloads share it.</summary>
public static class LuaJson
{
    private const int MaximumDepth = 128;

    // Tables that hold one another twice are short in memory and endless as text.
    private const int MaximumLength = 256 << 20;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaximumDepth };

    /// <summary>Writes a value as JSON text, keys in insertion order, no white space.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where the UTF-8 text goes.</param>
    /// <param name="omitUserdata">Leave out table fields that hold a time, a channel or another host object, as payloads do; otherwise they become null.</param>
    /// <exception cref="LuaJsonException">A table is recursive, too deep, too large, sparse or mixes kinds of keys.</exception>
    public static void Write(LuaValue value, ArrayBufferWriter<byte> output, bool omitUserdata = false) => new Writer(output, omitUserdata).Write(value, 0);

    /// <summary>A value as JSON text.</summary>
    /// <exception cref="LuaJsonException">See <see cref="Write"/>.</exception>
    public static byte[] Encode(LuaValue value, bool omitUserdata = false)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(value, output, omitUserdata);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The first value of a JSON text; what follows it is ignored. Numbers without fraction and exponent that fit become integers; null becomes nil, so array slots become
    /// holes and object fields vanish.
    /// </summary>
    /// <exception cref="LuaJsonException">The text is malformed, too deep, or an object names a field twice.</exception>
    public static LuaValue Decode(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, ReaderOptions);
        try
        {
            return reader.Read() ? Read(ref reader) : throw new LuaJsonException("unexpected end of JSON input");
        }
        catch (JsonException error)
        {
            throw new LuaJsonException(error.Message, error);
        }
    }

    private static LuaValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            case JsonTokenType.String:
                return ReadString(ref reader);
            case JsonTokenType.Number:
                return ReadNumber(reader.ValueSpan);
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                return LuaValue.Nil;
        }
    }

    private static LuaTable ReadObject(ref Utf8JsonReader reader)
    {
        var table = new LuaTable();
        table.MarkAsObject();
        HashSet<LuaString>? nulls = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = ReadString(ref reader);
            if (!table[key].IsNil || nulls?.Contains(key) == true)
            {
                throw new LuaJsonException($"duplicate name \"{key}\" in object");
            }

            reader.Read();
            var value = Read(ref reader);
            if (value.IsNil)
            {
                (nulls ??= []).Add(key);
            }
            else
            {
                table[key] = value;
            }
        }

        return table;
    }

    private static LuaTable ReadArray(ref Utf8JsonReader reader)
    {
        var table = new LuaTable();
        for (var index = 1L; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var value = Read(ref reader);
            if (!value.IsNil)
            {
                table[index] = value;
            }
        }

        return table;
    }

    private static LuaValue ReadNumber(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long integer, out var used) && used == text.Length
            ? (LuaValue)integer : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static LuaString ReadString(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return LuaString.FromBytes(text);
        }

        // By hand: half of a surrogate pair is legal here and becomes U+FFFD.
        var bytes = new List<byte>(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
            {
                bytes.Add(text[index]);
                continue;
            }

            index++;
            if (text[index] != 'u')
            {
                bytes.Add(text[index] switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    var other => other,
                });
                continue;
            }

            var unit = Hexadecimal(text[(index + 1)..]);
            index += 4;
            var rune = Rune.ReplacementChar;
            if (char.IsHighSurrogate((char)unit) && text.Length > index + 6 && text[index + 1] == '\\' && text[index + 2] == 'u'
                && Rune.TryCreate((char)unit, (char)Hexadecimal(text[(index + 3)..]), out var pair))
            {
                rune = pair;
                index += 6;
            }
            else if (Rune.TryCreate((char)unit, out var single))
            {
                rune = single;
            }

            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
        }

        return LuaString.FromBytes([.. bytes]);
    }

    // The reader has checked that four digits follow.
    private static int Hexadecimal(ReadOnlySpan<byte> text) => int.Parse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private readonly struct Writer(ArrayBufferWriter<byte> output, bool omitUserdata)
    {
        private readonly HashSet<LuaTable> open = [];

        public void Write(LuaValue value, int depth)
        {
            switch (value.Type)
            {
                case LuaType.Boolean:
                    output.Write(value.AsBoolean() ? "true"u8 : "false"u8);
                    break;
                case LuaType.Number:
                    WriteNumber(value);
                    break;
                case LuaType.String:
                    WriteString(value.AsString().Span);
                    break;
                case LuaType.Table:
                    WriteTable(value.AsTable(), depth + 1);
                    break;
                case LuaType.Userdata when value.TryGetUserdata<LuaError>(out var error):
                    WriteString(error.MessageBytes.Span);
                    break;
                default:
                    output.Write("null"u8);
                    break;
            }
        }

        private void WriteNumber(LuaValue value)
        {
            Span<byte> digits = stackalloc byte[24];
            if (value.IsInteger)
            {
                Utf8Formatter.TryFormat(value.AsInteger(), digits, out var length);
                output.Write(digits[..length]);
                return;
            }

            var number = value.AsFloat();
            if (!double.IsFinite(number))
            {
                output.Write("null"u8);
            }
            else if (number == Math.Truncate(number) && Math.Abs(number) < 1e18)
            {
                Utf8Formatter.TryFormat((long)number, digits, out var length);
                output.Write(digits[..length]);
            }
            else
            {
                output.Write(Encoding.ASCII.GetBytes(Plain(LuaNumber.ToText(number, NumberFormat.Wippy))));
            }
        }

        // A shortest round-trip decimal with its exponent written out in zeros.
        private static string Plain(string text)
        {
            var mark = text.IndexOf('e', StringComparison.Ordinal);
            if (mark < 0)
            {
                return text;
            }

            var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var sign = text[0] == '-' ? "-" : string.Empty;
            var mantissa = text[sign.Length..mark];
            var point = mantissa.IndexOf('.', StringComparison.Ordinal);
            var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
            var position = (point < 0 ? mantissa.Length : point) + exponent;
            return position <= 0 ? $"{sign}0.{new string('0', -position)}{digits}"
                : position >= digits.Length ? sign + digits + new string('0', position - digits.Length)
                : $"{sign}{digits[..position]}.{digits[position..]}";
        }

        private void WriteTable(LuaTable table, int depth)
        {
            if (depth > MaximumDepth)
            {
                throw new LuaJsonException("exceeded maximum nesting depth for JSON encoding");
            }

            if (output.WrittenCount > MaximumLength)
            {
                throw new LuaJsonException("value is too large for JSON encoding");
            }

            if (!open.Add(table))
            {
                throw new LuaJsonException("cannot encode recursively nested tables to JSON");
            }

            if (IsArray(table))
            {
                WriteArray(table, depth);
            }
            else
            {
                WriteObject(table, depth);
            }

            open.Remove(table);
        }

        private static bool IsArray(LuaTable table)
        {
            long positive = 0;
            long others = 0;
            long largest = 0;
            var position = 0;
            while (table.Next(ref position, out var key, out _))
            {
                if (key.IsInteger && key.AsInteger() > 0)
                {
                    positive++;
                    largest = Math.Max(largest, key.AsInteger());
                }
                else
                {
                    others++;
                }
            }

            if (positive > 0 && others > 0)
            {
                throw new LuaJsonException("cannot encode mixed-key table: table has both numeric and non-numeric keys");
            }

            return positive == largest
                ? positive > 0 || (others == 0 && !table.HadFields)
                : throw new LuaJsonException("cannot encode sparse array: non-contiguous numeric keys found");
        }

        private void WriteArray(LuaTable table, int depth)
        {
            output.Write("["u8);
            for (var index = 1L; !table[index].IsNil; index++)
            {
                if (index > 1)
                {
                    output.Write(","u8);
                }

                Write(table[index], depth);
            }

            output.Write("]"u8);
        }

        private void WriteObject(LuaTable table, int depth)
        {
            output.Write("{"u8);
            var first = true;
            var position = 0;
            while (table.Next(ref position, out var key, out var value))
            {
                if (omitUserdata && value.IsUserdata && !value.TryGetUserdata<LuaError>(out _))
                {
                    continue;
                }

                if (!first)
                {
                    output.Write(","u8);
                }

                first = false;
                WriteString(key.TryGetString(out var name) ? name.Span : Encoding.UTF8.GetBytes(key.ToString()));
                output.Write(":"u8);
                Write(value, depth);
            }

            output.Write("}"u8);
        }

        private void WriteString(ReadOnlySpan<byte> text)
        {
            output.Write("\""u8);
            while (!text.IsEmpty)
            {
                var plain = text.IndexOfAnyExcept(Unescaped);
                if (plain != 0)
                {
                    output.Write(plain < 0 ? text : text[..plain]);
                    text = plain < 0 ? default : text[plain..];
                    continue;
                }

                var status = Rune.DecodeFromUtf8(text, out var rune, out var used);
                WriteRune(rune, status == OperationStatus.Done ? text[..used] : "\uFFFD"u8);
                text = text[used..];
            }

            output.Write("\""u8);
        }

        private void WriteRune(Rune rune, ReadOnlySpan<byte> utf8)
        {
            switch (rune.Value)
            {
                case '"':
                    output.Write("\\\""u8);
                    break;
                case '\\':
                    output.Write("\\\\"u8);
                    break;
                case '\n':
                    output.Write("\\n"u8);
                    break;
                case '\r':
                    output.Write("\\r"u8);
                    break;
                case '\t':
                    output.Write("\\t"u8);
                    break;
                case < ' ' or '<' or '>' or '&' or 0x2028 or 0x2029:
                    output.Write(Encoding.ASCII.GetBytes($"\\u{rune.Value:x4}"));
                    break;
                default:
                    output.Write(utf8);
                    break;
            }
        }
    }

    /// <summary>Bytes that stand for themselves: printable ASCII without quotation mark, backslash and the HTML characters.</summary>
    private static readonly SearchValues<byte> Unescaped = SearchValues.Create(
        " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~\u007f"u8);
}
