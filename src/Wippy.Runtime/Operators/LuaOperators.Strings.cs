using System;
using System.Globalization;

namespace Wippy.Runtime;

/// <content>Concatenation, length and conversion to text.</content>
public static partial class LuaOperators
{
    /// <summary>Longer strings end in a Lua error.</summary>
    internal const int MaximumStringLength = 1 << 30;

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
}
