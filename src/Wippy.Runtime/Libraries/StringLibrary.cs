using System;

namespace Wippy.Runtime.Libraries;

/// <summary>The <c>string</c> table (spec/lua.md section 8, string; Lua manual 6.4).</summary>
public static class StringLibrary
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
            new LuaMultiFunctionN("byte", Byte),
            new LuaMultiFunctionN("char", args => new(Char(args))),
            new LuaMultiFunctionN("find", args => Find(args, "find", true)),
            new LuaMultiFunctionN("format", args => new(StringFormat.Format(args))),
            new LuaMultiFunctionN("gmatch", args => new(GlobalMatch(args))),
            new LuaMultiFunctionN("gsub", GlobalSubstitute),
            new LuaBuiltin("len", (s, _, _, n) => LuaArguments.CheckString(s, 1, "len", n > 0).Length),
            new LuaBuiltin("lower", (s, _, _, n) => Lower(LuaArguments.CheckString(s, 1, "lower", n > 0))),
            new LuaMultiFunctionN("match", args => Find(args, "match", false)),
            new LuaMultiFunctionN("pack", args => new(StringPack.Pack(args))),
            new LuaMultiFunctionN("packsize", args => new(StringPack.PackSize(args))),
            new LuaBuiltin("rep", Repeat),
            new LuaBuiltin("reverse", (s, _, _, n) => Reverse(LuaArguments.CheckString(s, 1, "reverse", n > 0))),
            new LuaBuiltin("sub", Sub),
            new LuaMultiFunctionN("unpack", StringPack.Unpack),
            new LuaBuiltin("upper", (s, _, _, n) => Upper(LuaArguments.CheckString(s, 1, "upper", n > 0))));
        table["gfind"] = table["gmatch"];
        return table.Freeze();
    }

    private static LuaValue Sub(LuaValue s, LuaValue i, LuaValue j, int count)
    {
        var text = LuaArguments.CheckString(s, 1, "sub", count > 0);
        var start = LuaArguments.CheckInteger(i, 2, "sub", count > 1);
        var end = LuaArguments.OptionalInteger(j, 3, "sub", -1);
        start = Math.Max(Position(start, text.Length), 1);
        end = Math.Min(Position(end, text.Length), text.Length);
        return start > end ? LuaString.Empty : text.Slice((int)start - 1, (int)(end - start + 1));
    }

    /// <summary>A position from the end if negative; 0 when before the start.</summary>
    private static long Position(long position, int length)
    {
        if (position >= 0)
        {
            return position;
        }

        return position < -length ? 0 : length + position + 1;
    }

    private static LuaValues Byte(LuaValues args)
    {
        var text = args.CheckString(1, "byte");
        var start = Position(args.OptionalInteger(2, "byte", 1), text.Length);
        var end = Math.Min(Position(args.OptionalInteger(3, "byte", start), text.Length), text.Length);
        start = Math.Max(start, 1);
        if (start > end)
        {
            return LuaValues.Empty;
        }

        if (start == end)
        {
            return new(text.Span[(int)start - 1]);
        }

        if (end - start >= TableLibrary.MaximumResults)
        {
            throw new LuaException("string slice too long");
        }

        var values = new LuaValue[end - start + 1];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = text.Span[(int)start - 1 + i];
        }

        return new LuaValues(values, 0, values.Length);
    }

    private static LuaValue Char(LuaValues args)
    {
        var bytes = new byte[args.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            var code = args.CheckInteger(i + 1, "char");
            bytes[i] = code is >= 0 and <= 255 ? (byte)code : throw LuaArguments.Bad(i + 1, "char", "value out of range");
        }

        return LuaString.FromOwned(bytes);
    }

    private static LuaValue Lower(LuaString text) => Map(text, static b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b);

    private static LuaValue Upper(LuaString text) => Map(text, static b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b);

    private static LuaValue Map(LuaString text, Func<byte, byte> map)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = map(text.Span[i]);
        }

        return LuaString.FromOwned(bytes);
    }

    private static LuaValue Reverse(LuaString text)
    {
        var bytes = text.Span.ToArray();
        Array.Reverse(bytes);
        return LuaString.FromOwned(bytes);
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

        var bytes = new byte[(unit * times) - between.Length];
        var position = 0;
        for (long i = 0; i < times; i++)
        {
            text.Span.CopyTo(bytes.AsSpan(position));
            position += text.Length;
            if (i < times - 1)
            {
                between.Span.CopyTo(bytes.AsSpan(position));
                position += between.Length;
            }
        }

        return LuaString.FromOwned(bytes);
    }

    private static LuaValues Find(LuaValues args, string name, bool find)
    {
        var text = args.CheckString(1, name);
        var pattern = args.CheckString(2, name).Span;
        var init = Position(args.OptionalInteger(3, name, 1), text.Length);
        init = Math.Max(init, 1);
        if (init > text.Length + 1)
        {
            return new(LuaValue.Nil);
        }

        var start = (int)init - 1;
        if (find && (args[3].IsTruthy || LuaPattern.IsPlain(pattern)))
        {
            var found = text.Span[start..].IndexOf(pattern);
            return found < 0 ? new(LuaValue.Nil) : new LuaValues(start + found + 1, start + found + pattern.Length);
        }

        var anchored = !pattern.IsEmpty && pattern[0] == '^';
        Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
        var matcher = new LuaPattern(text.Span, anchored ? pattern[1..] : pattern, captures);
        do
        {
            var end = matcher.MatchAt(start);
            if (end >= 0)
            {
                return find
                    ? LuaValues.Append([start + 1, end], matcher.CapturesOnly())
                    : matcher.Captures(start, end);
            }

            start++;
        }
        while (start <= text.Length && !anchored);

        return new(LuaValue.Nil);
    }

    private static LuaValue GlobalMatch(LuaValues args)
    {
        var text = args.CheckString(1, "gmatch");
        var pattern = args.CheckString(2, "gmatch");
        var position = 0;
        var lastMatch = -1;
        return new LuaMultiFunction0("gmatch_iterator", () =>
        {
            Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
            var matcher = new LuaPattern(text.Span, pattern.Span, captures);
            for (; position <= text.Length; position++)
            {
                var end = matcher.MatchAt(position);
                if (end >= 0 && end != lastMatch)
                {
                    var values = matcher.Captures(position, end);
                    position = end;
                    lastMatch = end;
                    return values;
                }
            }

            return LuaValues.Empty;
        });
    }

    private static LuaValues GlobalSubstitute(LuaValues args)
    {
        var text = args.CheckString(1, "gsub");
        var pattern = args.CheckString(2, "gsub").Span;
        var replacement = args[2];
        if (!replacement.IsNumber && !replacement.IsString && !replacement.IsTable && !replacement.IsFunction)
        {
            throw LuaArguments.Bad(3, "gsub", "string/function/table expected");
        }

        var maximum = args.OptionalInteger(4, "gsub", text.Length + 1L);
        var lua = LuaState.Current;
        var at = lua.Position;
        var anchored = !pattern.IsEmpty && pattern[0] == '^';
        Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
        var matcher = new LuaPattern(text.Span, anchored ? pattern[1..] : pattern, captures);
        var result = new ByteBuilder();
        var position = 0;
        var lastMatch = -1;
        long count = 0;
        while (count < maximum)
        {
            var end = matcher.MatchAt(position);
            if (end >= 0 && end != lastMatch)
            {
                count++;
                lua.Position = at;
                AppendReplacement(lua, result, ref matcher, text, position, end, replacement, at);
                position = end;
                lastMatch = end;
            }
            else if (position < text.Length)
            {
                result.Append(text.Span[position++]);
            }
            else
            {
                break;
            }

            if (anchored)
            {
                break;
            }
        }

        if (count == 0)
        {
            return new LuaValues(text, 0);
        }

        result.Append(text.Span[position..]);
        return new LuaValues(result.ToLuaString(), count);
    }

    private static void AppendReplacement(
        LuaState lua, ByteBuilder result, ref LuaPattern matcher, LuaString text, int start, int end, LuaValue replacement, long at)
    {
        LuaValue value;
        if (replacement.IsTable)
        {
            value = LuaOperators.Index(replacement, matcher.Capture(0, start, end), 0);
        }
        else if (replacement.IsFunction)
        {
            value = lua.Call(replacement, matcher.Captures(start, end), 0);
            lua.Position = at;
        }
        else
        {
            AppendTemplate(result, ref matcher, text, start, end, LuaOperators.ToLuaString(replacement).Span);
            return;
        }

        if (!value.IsTruthy)
        {
            result.Append(text.Span[start..end]);
        }
        else if (value.IsString || value.IsNumber)
        {
            result.Append(LuaOperators.ToLuaString(value));
        }
        else
        {
            throw new LuaException($"invalid replacement value (a {value.TypeName})");
        }
    }

    private static void AppendTemplate(ByteBuilder result, ref LuaPattern matcher, LuaString text, int start, int end, ReadOnlySpan<byte> template)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '%')
            {
                result.Append(template[i]);
                continue;
            }

            i++;
            var c = i < template.Length ? template[i] : (byte)0;
            if (c == '%')
            {
                result.Append(c);
            }
            else if (c == '0')
            {
                result.Append(text.Span[start..end]);
            }
            else if (char.IsAsciiDigit((char)c))
            {
                if (c - '1' >= Math.Max(matcher.CaptureCount, 1))
                {
                    throw new LuaException($"invalid capture index %{c - '0'}");
                }

                result.Append(LuaOperators.ToLuaString(matcher.Capture(c - '1', start, end)));
            }
            else
            {
                throw new LuaException("invalid use of '%' in replacement string");
            }
        }
    }
}
