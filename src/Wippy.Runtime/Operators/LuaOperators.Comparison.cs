using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>Comparison.</content>
public static partial class LuaOperators
{
    /// <summary><c>a == b</c>, with <c>__eq</c> for two tables or two userdata.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal(LuaValue a, LuaValue b) => a.Equals(b) || (a.Reference != b.Reference && EqualSlow(a, b));

    /// <summary><c>rawequal(a, b)</c>.</summary>
    public static bool RawEqual(LuaValue a, LuaValue b) => a.Equals(b);

    /// <summary><c>a &lt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool LessThan(LuaValue a, LuaValue b, long at)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Bits < b.Bits;
        }

        return a.IsFloat && b.IsFloat ? a.AsFloat() < b.AsFloat() : LessThanSlow(a, b, at);
    }

    /// <summary><c>a &lt;= b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool LessOrEqual(LuaValue a, LuaValue b, long at)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Bits <= b.Bits;
        }

        return a.IsFloat && b.IsFloat ? a.AsFloat() <= b.AsFloat() : LessOrEqualSlow(a, b, at);
    }

    private static bool EqualSlow(LuaValue a, LuaValue b)
    {
        if (a.TryGetTable(out var left) && b.TryGetTable(out var right))
        {
            if (left.Metatable is null && right.Metatable is null)
            {
                return false;
            }

            var handler = BinaryHandler(LuaMetamethod.Equal, a, b);
            return !handler.IsNil && LuaState.Current.Call(handler, a, b, LuaState.CurrentPosition).IsTruthy;
        }

        return a.IsUserdata && b.IsUserdata && a.AsUserdata().ValueEquals(b.AsUserdata());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool LessThanSlow(LuaValue a, LuaValue b, long at)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return a.IsInteger ? LuaNumber.LessThan(a.Bits, b.AsFloat()) : LuaNumber.LessThan(a.AsFloat(), b.Bits);
        }

        if (a.TryGetString(out var left) && b.TryGetString(out var right))
        {
            return left.CompareTo(right) < 0;
        }

        return TryBinary(LuaMetamethod.LessThan, a, b, at, out var result) ? result.IsTruthy : throw CannotCompare(a, b, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool LessOrEqualSlow(LuaValue a, LuaValue b, long at)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return a.IsInteger ? LuaNumber.LessOrEqual(a.Bits, b.AsFloat()) : LuaNumber.LessOrEqual(a.AsFloat(), b.Bits);
        }

        if (a.TryGetString(out var left) && b.TryGetString(out var right))
        {
            return left.CompareTo(right) <= 0;
        }

        if (TryBinary(LuaMetamethod.LessOrEqual, a, b, at, out var result))
        {
            return result.IsTruthy;
        }

        return TryBinary(LuaMetamethod.LessThan, b, a, at, out result) ? !result.IsTruthy : throw CannotCompare(a, b, at);
    }

    /// <summary>Do two values have an order: numbers, strings, or a metamethod?</summary>
    internal static bool CanCompare(LuaMetamethod name, LuaValue a, LuaValue b) =>
        (a.IsNumber && b.IsNumber) || (a.IsString && b.IsString) || !BinaryHandler(name, a, b).IsNil
        || (name == LuaMetamethod.LessOrEqual && !BinaryHandler(LuaMetamethod.LessThan, b, a).IsNil);

    /// <summary>What is raised when they do not.</summary>
    internal static LuaException CannotCompare(LuaValue a, LuaValue b, long at)
    {
        var left = TypeNameOf(a);
        var right = TypeNameOf(b);
        return new LuaException(
            left == right ? $"attempt to compare two {left} values" : $"attempt to compare {left} with {right}", at);
    }
}
