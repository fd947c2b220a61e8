using System;
using System.Globalization;

namespace Wippy.Runtime;

/// <content>Concatenation.</content>
public static partial class LuaOperators
{
    // The longest number in the text form.
    private const int NumberLength = 32;

    /// <summary><c>a .. b</c>.</summary>
    public static LuaValue Concat(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.TryGetString(out var x))
        {
            if (b.TryGetString(out var y))
            {
                return Join(x, y, at);
            }

            if (b.IsNumber)
            {
                Span<byte> digits = stackalloc byte[NumberLength];
                var length = FormatNumber(b, digits);
                return length < 0 ? Join(x, ToLuaString(b), at) : Join(x, digits[..length], at);
            }
        }

        if (IsText(a) && IsText(b))
        {
            return Join(ToLuaString(a), ToLuaString(b), at);
        }

        if (TryBinary(LuaMetamethod.Concat, a, b, at, out var result))
        {
            return result;
        }

        var first = !IsText(a);
        throw new LuaException($"attempt to concatenate a {TypeNameOf(first ? a : b)} value{Describe(first ? left : right)}", at);
    }

    /// <summary>
    /// <c>a .. b .. c</c>: right associative, joined in one go. <paramref name="what"/> describes the operands for messages.
    /// </summary>
    public static LuaValue Concat(ReadOnlySpan<LuaValue> values, long at, params ReadOnlySpan<string?> what)
    {
        // Texts of numbers lie here; what finds no room, and everything else, is made a string first.
        Span<byte> digits = stackalloc byte[8 * NumberLength];
        var numbers = 0;
        Span<int> lengths = stackalloc int[32];
        if (values.Length > lengths.Length || !values[0].TryGetString(out var head))
        {
            return ConcatFromRight(values, at, what);
        }

        long total = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            if (value.TryGetString(out var text))
            {
                lengths[i] = text.Length;
            }
            else if (!value.IsNumber || digits.Length - numbers < NumberLength || (lengths[i] = FormatNumber(value, digits[numbers..])) < 0)
            {
                return ConcatFromRight(values, at, what);
            }
            else
            {
                numbers += lengths[i];
            }

            total += lengths[i];
        }

        CheckLength(head.Length + total, at);
        var result = head.Extend((int)total, out var tail);
        numbers = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i].TryGetString(out var text))
            {
                text.Span.CopyTo(tail);
            }
            else
            {
                digits.Slice(numbers, lengths[i]).CopyTo(tail);
                numbers += lengths[i];
            }

            tail = tail[lengths[i]..];
        }

        return result;
    }

    private static LuaValue ConcatFromRight(ReadOnlySpan<LuaValue> values, long at, ReadOnlySpan<string?> what)
    {
        var end = values.Length - 1;
        var accumulated = values[end];
        var accumulatedWhat = end < what.Length ? what[end] : null;
        while (end > 0)
        {
            // As many texts as possible at once; a metamethod joins two.
            var start = end;
            long length = 0;
            if (IsText(accumulated))
            {
                while (start > 0 && IsText(values[start - 1]))
                {
                    start--;
                }
            }

            if (start == end)
            {
                accumulated = Concat(values[end - 1], accumulated, at, end - 1 < what.Length ? what[end - 1] : null, accumulatedWhat);
                accumulatedWhat = null;
                end--;
                continue;
            }

            var parts = new LuaString[end - start + 1];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = ToLuaString(i == parts.Length - 1 ? accumulated : values[start + i]);
                length += parts[i].Length;
            }

            CheckLength(length, at);
            var result = parts[0].Extend((int)length - parts[0].Length, out var tail);
            foreach (var part in parts.AsSpan(1))
            {
                part.Span.CopyTo(tail);
                tail = tail[part.Length..];
            }

            accumulated = result;
            accumulatedWhat = null;
            end = start;
        }

        return accumulated;
    }

    /// <summary>Writes the text of a number as ASCII; -1 when it does not fit.</summary>
    private static int FormatNumber(LuaValue number, Span<byte> target)
    {
        if (number.IsInteger)
        {
            number.Bits.TryFormat(target, out var length, default, CultureInfo.InvariantCulture);
            return length;
        }

        var text = LuaNumber.ToText(number);
        if (text.Length > target.Length)
        {
            return -1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            target[i] = (byte)text[i];
        }

        return text.Length;
    }

    private static LuaString Join(LuaString x, LuaString y, long at) => x.Length == 0 ? y : Join(x, y.Span, at);

    private static LuaString Join(LuaString x, ReadOnlySpan<byte> y, long at)
    {
        if (y.Length == 0)
        {
            return x;
        }

        CheckLength((long)x.Length + y.Length, at);
        var result = x.Extend(y.Length, out var tail);
        y.CopyTo(tail);
        return result;
    }

    private static void CheckLength(long length, long at)
    {
        if (length > MaximumStringLength)
        {
            throw new LuaException("string length overflow", at);
        }
    }
}
