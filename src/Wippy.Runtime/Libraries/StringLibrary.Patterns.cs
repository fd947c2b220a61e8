using System;

namespace Wippy.Runtime.Libraries;

/// <content>The functions that take patterns.</content>
public static partial class StringLibrary
{
    private static LuaValues Find(LuaValues args, string name, bool find)
    {
        var text = args.CheckString(1, name);
        var pattern = args.CheckString(2, name);
        var init = Position(args.OptionalInteger(3, name, 1), text.Length);
        init = Math.Max(init, 1);
        if (init > text.Length + 1)
        {
            return new(LuaValue.Nil);
        }

        var start = (int)init - 1;
        if (find && (args[3].IsTruthy || LuaPattern.IsPlain(pattern.Span)))
        {
            var found = text.Span[start..].IndexOf(pattern.Span);
            return found < 0 ? new(LuaValue.Nil) : new LuaValues(start + found + 1, start + found + pattern.Length);
        }

        var program = PatternProgram.Of(pattern, true);
        Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
        var matcher = new LuaPattern(text.Span, program, captures);
        do
        {
            start = program.IsAnchored ? start : matcher.Candidate(start);
            if (start < 0)
            {
                break;
            }

            var end = matcher.MatchAt(start);
            if (end >= 0)
            {
                return !find ? matcher.Captures(start, end)
                    : matcher.CaptureCount == 0 ? new LuaValues(start + 1, end)
                    : LuaValues.Append([start + 1, end], matcher.CapturesOnly());
            }

            start++;
        }
        while (start <= text.Length && !program.IsAnchored);

        return new(LuaValue.Nil);
    }

    private static LuaValue GlobalMatch(LuaValues args)
    {
        var text = args.CheckString(1, "gmatch");
        var program = PatternProgram.Of(args.CheckString(2, "gmatch"), false);
        var position = 0;
        var lastMatch = -1;
        return new LuaMultiFunction0("gmatch_iterator", () =>
        {
            Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
            var matcher = new LuaPattern(text.Span, program, captures);
            for (; position <= text.Length; position++)
            {
                position = matcher.Candidate(position);
                if (position < 0)
                {
                    position = text.Length + 1;
                    break;
                }

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
        var program = PatternProgram.Of(args.CheckString(2, "gsub"), true);
        var replacement = args[2];
        if (!replacement.IsNumber && !replacement.IsString && !replacement.IsTable && !replacement.IsFunction)
        {
            throw LuaArguments.Bad(3, "gsub", "string/function/table expected");
        }

        var maximum = args.OptionalInteger(4, "gsub", text.Length + 1L);
        var lua = LuaState.Current;
        var at = lua.Position;
        Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
        var matcher = new LuaPattern(text.Span, program, captures);
        var result = ByteBuilder.Rent();
        var position = 0;
        var copied = 0;
        var lastMatch = -1;
        long count = 0;
        while (count < maximum)
        {
            position = program.IsAnchored ? position : matcher.Candidate(position);
            if (position < 0)
            {
                break;
            }

            var end = matcher.MatchAt(position);
            if (end >= 0 && end != lastMatch)
            {
                count++;
                lua.Position = at;
                result.Append(text.Span[copied..position]);
                AppendReplacement(lua, result, ref matcher, text, position, end, replacement, at);
                position = end;
                copied = end;
                lastMatch = end;
            }
            else if (position < text.Length)
            {
                position++;
            }
            else
            {
                break;
            }

            if (program.IsAnchored)
            {
                break;
            }
        }

        if (count == 0)
        {
            result.Return();
            return new LuaValues(text, 0);
        }

        result.Append(text.Span[copied..]);
        return new LuaValues(result.Take(), count);
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
        while (!template.IsEmpty)
        {
            var mark = template.IndexOf((byte)'%');
            if (mark < 0)
            {
                result.Append(template);
                return;
            }

            result.Append(template[..mark]);
            var c = mark + 1 < template.Length ? template[mark + 1] : (byte)0;
            template = template[Math.Min(mark + 2, template.Length)..];
            if (c == '%')
            {
                result.Append(c);
            }
            else if (c == '0')
            {
                result.Append(text.Span[start..end]);
            }
            else if (!char.IsAsciiDigit((char)c))
            {
                throw new LuaException("invalid use of '%' in replacement string");
            }
            else if (c - '1' >= Math.Max(matcher.CaptureCount, 1))
            {
                throw new LuaException($"invalid capture index %{c - '0'}");
            }
            else if (matcher.IsPosition(c - '1'))
            {
                result.Append(LuaOperators.ToLuaString(matcher.Capture(c - '1', start, end)));
            }
            else
            {
                result.Append(matcher.CaptureBytes(c - '1', start, end));
            }
        }
    }
}
