using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Libraries;

/// <content>The functions that take patterns.</content>
public static partial class StringLibrary
{
    [SkipLocalsInit]
    private static LuaValues Find(ReadOnlySpan<LuaValue> args, string name, bool find)
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
        if (find && (args.At(4).IsTruthy || LuaPattern.IsPlain(pattern.Span)))
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
                return find ? matcher.Bounds(start, end) : matcher.Captures(start, end);
            }

            start++;
        }
        while (start <= text.Length && !program.IsAnchored);

        return new(LuaValue.Nil);
    }

    private static LuaValues GlobalMatch(ReadOnlySpan<LuaValue> args) =>
        new(new MatchIterator(args.CheckString(1, "gmatch"), PatternProgram.Of(args.CheckString(2, "gmatch"), false)));

    [SkipLocalsInit]
    private static LuaValues GlobalSubstitute(ReadOnlySpan<LuaValue> args)
    {
        var text = args.CheckString(1, "gsub");
        var program = PatternProgram.Of(args.CheckString(2, "gsub"), true);
        var replacement = args.At(3);
        var template = default(LuaString);
        if (replacement.IsNumber || replacement.IsString)
        {
            template = LuaOperators.ToLuaString(replacement);
        }
        else if (!replacement.IsTable && !replacement.IsFunction)
        {
            throw LuaArguments.Bad(3, "gsub", "string/function/table expected");
        }

        var maximum = args.OptionalInteger(4, "gsub", text.Length + 1L);
        Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
        var matcher = new LuaPattern(text.Span, program, captures);
        ByteBuilder? result = null;
        var isPlain = template is not null && !template.Span.Contains((byte)'%');
        var lua = LuaState.Current;
        var at = lua.Position;
        lua.UnnamedCallee = replacement;
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
                var value = template is null ? ReplacementOf(lua, ref matcher, position, end, replacement, at) : default;
                if (template is not null || value.IsTruthy)
                {
                    result ??= ByteBuilder.Rent();
                    result.Append(text.Span[copied..position]);
                    copied = end;
                    if (isPlain)
                    {
                        result.Append(template!.Span);
                    }
                    else if (template is not null)
                    {
                        AppendTemplate(result, ref matcher, text, position, end, template.Span);
                    }
                    else if (value.TryGetString(out var replaced))
                    {
                        result.Append(replaced.Span);
                    }
                    else
                    {
                        result.AppendNumber(value);
                    }
                }

                position = end;
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

        if (result is null)
        {
            return new LuaValues(text, count);
        }

        result.Append(text.Span[copied..]);
        return new LuaValues(result.Take(), count);
    }

    /// <summary>What a table or a function gives for a match: a string, a number, or nil or false to keep the text.</summary>
    private static LuaValue ReplacementOf(LuaState lua, ref LuaPattern matcher, int start, int end, LuaValue replacement, long at)
    {
        LuaValue value;
        if (replacement.TryGetTable(out var table))
        {
            var key = matcher.Capture(0, start, end);
            value = table.Metatable is null ? table[key] : LuaOperators.Index(replacement, key, 0);
        }
        else
        {
            value = matcher.CaptureCount switch
            {
                <= 1 => lua.Call(replacement, matcher.Capture(0, start, end), 0),
                2 => lua.Call(replacement, matcher.Capture(0, start, end), matcher.Capture(1, start, end), 0),
                _ => lua.Call(replacement, matcher.Captures(start, end), 0),
            };
        }

        lua.Position = at;
        return !value.IsTruthy || value.IsString || value.IsNumber ? value : throw new LuaException($"invalid replacement value (a {value.TypeName})");
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

    /// <summary>The iterator of <c>string.gmatch</c>.</summary>
    internal sealed class MatchIterator(LuaString text, PatternProgram program) : LuaFunction("gmatch_iterator")
    {
        private int position;
        private int lastMatch = -1;

        public override LuaValues CallAll() => Step();

        public override LuaValues CallAll(LuaValue a) => Step();

        public override LuaValues CallAll(LuaValue a, LuaValue b) => Step();

        public override LuaValues CallAll(in LuaValues args) => Step();

        /// <summary>The next match, for a loop with up to two variables; false at the end.</summary>
        [SkipLocalsInit]
        public bool MoveNext(out LuaValue first, out LuaValue second)
        {
            Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
            var matcher = new LuaPattern(text.Span, program, captures);
            if (!Find(ref matcher, out var start, out var end))
            {
                first = default;
                second = default;
                return false;
            }

            first = matcher.Capture(0, start, end);
            second = matcher.CaptureCount > 1 ? matcher.Capture(1, start, end) : default;
            return true;
        }

        [SkipLocalsInit]
        private LuaValues Step()
        {
            Span<int> captures = stackalloc int[2 * LuaPattern.MaximumCaptures];
            var matcher = new LuaPattern(text.Span, program, captures);
            return Find(ref matcher, out var start, out var end) ? matcher.Captures(start, end) : LuaValues.Empty;
        }

        private bool Find(ref LuaPattern matcher, out int start, out int end)
        {
            for (; position <= text.Length; position++)
            {
                position = matcher.Candidate(position);
                if (position < 0)
                {
                    position = text.Length + 1;
                    break;
                }

                end = matcher.MatchAt(position);
                if (end >= 0 && end != lastMatch)
                {
                    start = position;
                    position = end;
                    lastMatch = end;
                    return true;
                }
            }

            start = end = 0;
            return false;
        }
    }
}
