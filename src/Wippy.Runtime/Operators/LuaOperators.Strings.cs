using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>Concatenation, length and conversion to text.</content>
public static partial class LuaOperators
{
    /// <summary>Longer strings end in a Lua error.</summary>
    internal const int MaximumStringLength = 1 << 30;

    // The texts of the integers from 0 on, as far as they have been asked for.
    private static readonly LuaString?[] SmallIntegers = new LuaString?[1024];

    private static readonly LuaString NilText = LuaString.Literal("nil"u8);
    private static readonly LuaString TrueText = LuaString.Literal("true"u8);
    private static readonly LuaString FalseText = LuaString.Literal("false"u8);

    /// <summary><c>#a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Length(LuaValue a, long at, string? what = null) =>
        a.TryGetTable(out var table) && table.Metatable is null ? table.Length : LengthSlow(a, at, what);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue LengthSlow(LuaValue a, long at, string? what)
    {
        if (a.TryGetString(out var text))
        {
            return text.Length;
        }

        var handler = GetMetamethod(a, LuaMetamethod.Length);
        if (!handler.IsNil)
        {
            return LuaState.Current.Call(handler, a, a, at);
        }

        return a.TryGetTable(out var table) ? table.Length : throw HasNoLength(a, at, what);
    }

    /// <summary>What is raised for the length of a value that has none.</summary>
    internal static LuaException HasNoLength(LuaValue a, long at, string? what) => new($"attempt to get length of a {TypeNameOf(a)} value{Describe(what)}", at);

    /// <summary>The text of a value without metamethods of tables.</summary>
    public static LuaString ToLuaString(LuaValue value)
    {
        switch (value.Kind)
        {
            case LuaKind.Nil:
                return NilText;
            case LuaKind.Boolean:
                return value.AsBoolean() ? TrueText : FalseText;
            case LuaKind.Integer or LuaKind.Float:
                return NumberText(value);
            case LuaKind.String:
                return value.AsString();
            case LuaKind.Userdata:
                return value.Reference is LuaError error ? error.MessageBytes : LuaString.FromUtf16(value.AsUserdata().ToString());
            default:
                return LuaString.FromUtf16(Identity(TypeNameOf(value), value.Reference!));
        }
    }

    [SkipLocalsInit]
    private static LuaString NumberText(LuaValue number)
    {
        var isSmall = number.IsInteger && (ulong)number.Bits < (ulong)SmallIntegers.Length;
        if (isSmall && SmallIntegers[number.Bits] is { } known)
        {
            return known;
        }

        Span<byte> text = stackalloc byte[FloatText.NumberLength];
        var result = LuaString.FromBytes(text[..LuaNumber.Write(text, number)]);
        if (isSmall)
        {
            SmallIntegers[number.Bits] = result;
        }

        return result;
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
        string.Create(CultureInfo.InvariantCulture, $"{typeName}: 0x{LuaIdentity.Of(value):x12}");

    private static bool IsText(LuaValue value) => value.IsString || value.IsNumber || value.Reference is LuaError;
}
