using System;
using System.Globalization;

namespace Wippy.Runtime;

/// <content>Concatenation, length and conversion to text.</content>
public static partial class LuaOperators
{
    /// <summary>Longer strings end in a Lua error.</summary>
    internal const int MaximumStringLength = 1 << 30;

    /// <summary><c>a .. b</c>.</summary>
    public static LuaValue Concat(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.TryGetString(out var x) && b.TryGetString(out var y))
        {
            return Join(x, y, at);
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

            if (length > MaximumStringLength)
            {
                throw new LuaException("string length overflow", at);
            }

            var bytes = new byte[length];
            var position = 0;
            foreach (var part in parts)
            {
                part.Span.CopyTo(bytes.AsSpan(position));
                position += part.Length;
            }

            accumulated = LuaString.FromOwned(bytes);
            accumulatedWhat = null;
            end = start;
        }

        return accumulated;
    }

    /// <summary><c>#a</c>.</summary>
    public static LuaValue Length(LuaValue a, long at, string? what = null)
    {
        if (a.TryGetTable(out var table) && table.Metatable is null)
        {
            return table.Length;
        }

        if (a.TryGetString(out var text))
        {
            return text.Length;
        }

        var handler = GetMetamethod(a, LuaMetamethod.Length);
        if (!handler.IsNil)
        {
            return LuaState.Current.Call(handler, a, a, at);
        }

        return table is not null ? table.Length : throw new LuaException($"attempt to get length of a {TypeNameOf(a)} value{Describe(what)}", at);
    }

    /// <summary>The text of a value without metamethods of tables.</summary>
    public static LuaString ToLuaString(LuaValue value)
    {
        switch (value.Kind)
        {
            case LuaKind.Nil:
                return LuaString.Literal("nil"u8);
            case LuaKind.Boolean:
                return LuaString.Literal(value.AsBoolean() ? "true"u8 : "false"u8);
            case LuaKind.Integer:
                {
                    Span<byte> digits = stackalloc byte[20];
                    value.Bits.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
                    return LuaString.FromBytes(digits[..length]);
                }

            case LuaKind.Float:
                return LuaString.FromUtf16(LuaNumber.ToText(value));
            case LuaKind.String:
                return value.AsString();
            case LuaKind.Userdata:
                return value.Reference is LuaError error ? error.MessageBytes : LuaString.FromUtf16(value.AsUserdata().ToString());
            default:
                return LuaString.FromUtf16(Identity(TypeNameOf(value), value.Reference!));
        }
    }

    /// <summary><c>tostring(value)</c> with <c>__tostring</c> and <c>__name</c> (Lua manual 6.1). The metamethod cannot wait.</summary>
    public static LuaString ToDisplayString(LuaValue value)
    {
        if (value.TryGetTable(out var table) && table.Metatable is { } metatable)
        {
            var handler = metatable.GetMetamethod(LuaMetamethod.ToString);
            if (!handler.IsNil)
            {
                var lua = LuaState.Current;
                var text = lua.Call(handler, value, lua.Position);
                return text.IsString ? text.AsString() : text.IsNumber ? ToLuaString(text) : throw new LuaException("'__tostring' must return a string");
            }
        }

        return ToLuaString(value);
    }

    /// <summary>The name and number of an object. Numbers are given out in the order of asking, so they are the same in a replay.</summary>
    internal static string Identity(string typeName, object value) =>
        string.Create(CultureInfo.InvariantCulture, $"{typeName}: 0x{LuaIdentity.Of(value):x14}");

    private static bool IsText(LuaValue value) => value.IsString || value.IsNumber || value.Reference is LuaError;

    private static LuaString Join(LuaString x, LuaString y, long at)
    {
        if (x.Length == 0)
        {
            return y;
        }

        if (y.Length == 0)
        {
            return x;
        }

        if ((long)x.Length + y.Length > MaximumStringLength)
        {
            throw new LuaException("string length overflow", at);
        }

        var bytes = new byte[x.Length + y.Length];
        x.Span.CopyTo(bytes);
        y.Span.CopyTo(bytes.AsSpan(x.Length));
        return LuaString.FromOwned(bytes);
    }
}
