using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>Concatenation.</content>
public static partial class LuaOperators
{
    private const int MostOperands = 32;
    private const int MostNumbers = 8;

    /// <summary><c>a .. b</c>.</summary>
    [SkipLocalsInit]
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
                Span<byte> digits = stackalloc byte[FloatText.NumberLength];
                return Join(x, digits[..LuaNumber.Write(digits, b)], at);
            }
        }
        else if (a.IsNumber && b.TryGetString(out var y))
        {
            Span<byte> digits = stackalloc byte[FloatText.NumberLength];
            digits = digits[..LuaNumber.Write(digits, a)];
            CheckLength((long)digits.Length + y.Length, at);
            var joined = LuaString.Create(digits.Length + y.Length, out var target);
            digits.CopyTo(target);
            y.Span.CopyTo(target[digits.Length..]);
            return joined;
        }

        if (IsText(a) && IsText(b))
        {
            return Join(ToLuaString(a), ToLuaString(b), at);
        }

        if (TryBinary(LuaMetamethod.Concat, a, b, at, out var result))
        {
            return result;
        }

        throw CannotConcat(a, b, at, left, right);
    }

    /// <summary>Can two values be concatenated: strings, numbers, or a metamethod?</summary>
    internal static bool CanConcat(LuaValue a, LuaValue b) => (IsText(a) && IsText(b)) || !BinaryHandler(LuaMetamethod.Concat, a, b).IsNil;

    /// <summary>What is raised when values from the right on come to two that cannot; null if they do not.</summary>
    internal static LuaException? CannotConcat(ReadOnlySpan<LuaValue> values, long at, ReadOnlySpan<string?> what)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var (left, right) = (values[i - 1], values[i]);
            if (!IsText(left) || !IsText(right))
            {
                return CanConcat(left, right) ? null : CannotConcat(left, right, at, NameOf(what, i - 1), NameOf(what, i));
            }
        }

        return null;
    }

    /// <summary>What is raised when they cannot.</summary>
    internal static LuaException CannotConcat(LuaValue a, LuaValue b, long at, string? left, string? right)
    {
        var first = !IsText(a);
        return new($"attempt to concatenate a {TypeNameOf(first ? a : b)} value{Describe(first ? left : right)}", at);
    }

    /// <summary>
    /// <c>a .. b .. c</c>: right associative, joined in one go. <paramref name="what"/> describes the operands for messages.
    /// </summary>
    [SkipLocalsInit]
    public static LuaValue Concat(ReadOnlySpan<LuaValue> values, long at, params ReadOnlySpan<string?> what)
    {
        // Texts of numbers lie here; what finds no room, and everything else, is made a string first.
        Span<byte> digits = stackalloc byte[MostNumbers * FloatText.NumberLength];
        Span<int> lengths = stackalloc int[MostOperands];
        if (values.Length > lengths.Length)
        {
            return ConcatFromRight(values, at, what);
        }

        var numbers = 0;
        long total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].TryGetString(out var text))
            {
                lengths[i] = text.Length;
            }
            else if (!values[i].IsNumber || digits.Length - numbers < FloatText.NumberLength)
            {
                return ConcatFromRight(values, at, what);
            }
            else
            {
                lengths[i] = LuaNumber.Write(digits[numbers..], values[i]);
                numbers += lengths[i];
            }

            total += lengths[i];
        }

        CheckLength(total, at);
        var first = 0;
        LuaString result;
        Span<byte> rest;
        if (values[0].TryGetString(out var head))
        {
            result = head.Extend((int)total - head.Length, out rest);
            first = 1;
        }
        else
        {
            result = LuaString.Create((int)total, out rest);
        }

        numbers = 0;
        for (var i = first; i < values.Length; i++)
        {
            if (values[i].TryGetString(out var text))
            {
                text.Span.CopyTo(rest);
            }
            else
            {
                digits.Slice(numbers, lengths[i]).CopyTo(rest);
                numbers += lengths[i];
            }

            rest = rest[lengths[i]..];
        }

        return result;
    }

    private static LuaValue ConcatFromRight(ReadOnlySpan<LuaValue> values, long at, ReadOnlySpan<string?> what)
    {
        var end = values.Length - 1;
        var accumulated = values[end];
        var accumulatedWhat = NameOf(what, end);
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
                accumulated = Concat(values[end - 1], accumulated, at, NameOf(what, end - 1), accumulatedWhat);
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

    private static string? NameOf(ReadOnlySpan<string?> what, int index) => index < what.Length ? what[index] : null;

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

    [MethodImpl(JitOptions.Accessor)]
    private static void CheckLength(long length, long at)
    {
        if (length > MaximumStringLength)
        {
            throw new LuaException("string length overflow", at);
        }
    }
}
