using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// The operators of Lua (spec/lua.md section 5). Operands of equal subtype are handled inline; conversions, metamethods and errors out of line.
/// </summary>
public static partial class LuaOperators
{
    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Add(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return unchecked(a.Bits + b.Bits);
        }

        if (a.IsFloat && b.IsFloat)
        {
            return a.AsFloat() + b.AsFloat();
        }

        return AddSlow(a, b, at, left, right);
    }

    /// <summary><c>a + b</c>; wraps around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(long a, long b, long at, string? left = null, string? right = null) => unchecked(a + b);

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(long a, double b, long at, string? left = null, string? right = null) => a + b;

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double a, long b, long at, string? left = null, string? right = null) => a + b;

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double a, double b, long at, string? left = null, string? right = null) => a + b;

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Add(LuaValue a, long b, long at, string? left = null, string? right = null) =>
        a.IsInteger ? unchecked(a.Bits + b) : AddSlow(a, b, at, left, right);

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Add(long a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsInteger ? unchecked(a + b.Bits) : AddSlow(a, b, at, left, right);

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Add(LuaValue a, double b, long at, string? left = null, string? right = null) =>
        a.IsFloat ? a.AsFloat() + b : AddSlow(a, b, at, left, right);

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Add(double a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsFloat ? a + b.AsFloat() : AddSlow(a, b, at, left, right);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Subtract(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return unchecked(a.Bits - b.Bits);
        }

        if (a.IsFloat && b.IsFloat)
        {
            return a.AsFloat() - b.AsFloat();
        }

        return SubtractSlow(a, b, at, left, right);
    }

    /// <summary><c>a - b</c>; wraps around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Subtract(long a, long b, long at, string? left = null, string? right = null) => unchecked(a - b);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(long a, double b, long at, string? left = null, string? right = null) => a - b;

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(double a, long b, long at, string? left = null, string? right = null) => a - b;

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(double a, double b, long at, string? left = null, string? right = null) => a - b;

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Subtract(LuaValue a, long b, long at, string? left = null, string? right = null) =>
        a.IsInteger ? unchecked(a.Bits - b) : SubtractSlow(a, b, at, left, right);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Subtract(long a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsInteger ? unchecked(a - b.Bits) : SubtractSlow(a, b, at, left, right);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Subtract(LuaValue a, double b, long at, string? left = null, string? right = null) =>
        a.IsFloat ? a.AsFloat() - b : SubtractSlow(a, b, at, left, right);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Subtract(double a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsFloat ? a - b.AsFloat() : SubtractSlow(a, b, at, left, right);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Multiply(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return unchecked(a.Bits * b.Bits);
        }

        if (a.IsFloat && b.IsFloat)
        {
            return a.AsFloat() * b.AsFloat();
        }

        return MultiplySlow(a, b, at, left, right);
    }

    /// <summary><c>a * b</c>; wraps around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Multiply(long a, long b, long at, string? left = null, string? right = null) => unchecked(a * b);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(long a, double b, long at, string? left = null, string? right = null) => a * b;

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(double a, long b, long at, string? left = null, string? right = null) => a * b;

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(double a, double b, long at, string? left = null, string? right = null) => a * b;

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Multiply(LuaValue a, long b, long at, string? left = null, string? right = null) =>
        a.IsInteger ? unchecked(a.Bits * b) : MultiplySlow(a, b, at, left, right);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Multiply(long a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsInteger ? unchecked(a * b.Bits) : MultiplySlow(a, b, at, left, right);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Multiply(LuaValue a, double b, long at, string? left = null, string? right = null) =>
        a.IsFloat ? a.AsFloat() * b : MultiplySlow(a, b, at, left, right);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Multiply(double a, LuaValue b, long at, string? left = null, string? right = null) =>
        b.IsFloat ? a * b.AsFloat() : MultiplySlow(a, b, at, left, right);

    /// <summary><c>a / b</c>, always a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Divide(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        a.IsNumber && b.IsNumber ? a.AsNumber() / b.AsNumber() : DivideSlow(a, b, at, left, right);

    /// <summary><c>a ^ b</c>, always a float.</summary>
    public static LuaValue Power(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        TryToNumber(a, out var x) && TryToNumber(b, out var y) ? Power(x, y) : Arithmetic(LuaMetamethod.Power, a, b, at, left, right);

    /// <summary><c>a // b</c>.</summary>
    public static LuaValue FloorDivide(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return FloorDivide(a.Bits, b.Bits, at);
        }

        return TryToNumber(a, out var x) && TryToNumber(b, out var y)
            ? FloorDivide(x, y)
            : Arithmetic(LuaMetamethod.FloorDivide, a, b, at, left, right);
    }

    /// <summary><c>a % b</c>.</summary>
    public static LuaValue Modulo(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return Modulo(a.Bits, b.Bits, at);
        }

        return TryToNumber(a, out var x) && TryToNumber(b, out var y)
            ? Modulo(x, y)
            : Arithmetic(LuaMetamethod.Modulo, a, b, at, left, right);
    }

    /// <summary><c>a % b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Modulo(LuaValue a, long b, long at, string? left = null, string? right = null) =>
        a.IsInteger ? Modulo(a.Bits, b, at) : Modulo(a, (LuaValue)b, at, left, right);

    /// <summary><c>-a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Negate(LuaValue a, long at, string? what = null)
    {
        if (a.IsInteger)
        {
            return unchecked(-a.Bits);
        }

        return a.IsFloat ? -a.AsFloat() : NegateSlow(a, at, what);
    }

    /// <summary>Floor division of integers; raises for 0.</summary>
    public static long FloorDivide(long a, long b, long at)
    {
        if ((ulong)(a | b) <= uint.MaxValue && b != 0)
        {
            // The processor divides short numbers in half the time.
            return (uint)a / (uint)b;
        }

        if (unchecked((ulong)b + 1 <= 1))
        {
            return b == 0 ? throw new LuaException("attempt to divide by zero", at) : unchecked(-a);
        }

        var quotient = a / b;
        return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
    }

    /// <summary>Floor division of an integer by a literal above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FloorDivideBy(long a, long b)
    {
        var quotient = a / b;
        return a < 0 && quotient * b != a ? quotient - 1 : quotient;
    }

    /// <summary>Modulo of integers with the sign of the divisor; raises for 0.</summary>
    public static long Modulo(long a, long b, long at)
    {
        if ((ulong)(a | b) <= uint.MaxValue && b != 0)
        {
            return (uint)a % (uint)b;
        }

        if (unchecked((ulong)b + 1 <= 1))
        {
            return b == 0 ? throw new LuaException("attempt to perform 'n%0'", at) : 0;
        }

        var remainder = a % b;
        return remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder;
    }

    /// <summary>Modulo of an integer by a literal above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ModuloBy(long a, long b)
    {
        var remainder = a % b;
        return remainder < 0 ? remainder + b : remainder;
    }

    /// <summary>Floor division of floats.</summary>
    public static double FloorDivide(double a, double b) => Math.Floor(a / b);

    /// <summary>Modulo of floats with the sign of the divisor.</summary>
    public static double Modulo(double a, double b)
    {
        var remainder = a % b;
        return remainder * b < 0 ? remainder + b : remainder;
    }

    /// <summary>Power of floats.</summary>
    public static double Power(double a, double b) => b == 2 ? a * a : Math.Pow(a, b);

    /// <summary><c>a &amp; b</c>.</summary>
    public static LuaValue BitAnd(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Bits & b.Bits;
        }

        return TryToInteger(a, out var x) && TryToInteger(b, out var y) ? x & y : Bitwise(LuaMetamethod.BitAnd, a, b, at, left, right);
    }

    /// <summary><c>a | b</c>.</summary>
    public static LuaValue BitOr(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Bits | b.Bits;
        }

        return TryToInteger(a, out var x) && TryToInteger(b, out var y) ? x | y : Bitwise(LuaMetamethod.BitOr, a, b, at, left, right);
    }

    /// <summary><c>a ~ b</c>.</summary>
    public static LuaValue BitXor(LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Bits ^ b.Bits;
        }

        return TryToInteger(a, out var x) && TryToInteger(b, out var y) ? x ^ y : Bitwise(LuaMetamethod.BitXor, a, b, at, left, right);
    }

    /// <summary><c>a &lt;&lt; b</c>.</summary>
    public static LuaValue ShiftLeft(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        TryToInteger(a, out var x) && TryToInteger(b, out var y) ? ShiftLeft(x, y) : Bitwise(LuaMetamethod.ShiftLeft, a, b, at, left, right);

    /// <summary><c>a &gt;&gt; b</c>.</summary>
    public static LuaValue ShiftRight(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        TryToInteger(a, out var x) && TryToInteger(b, out var y) ? ShiftRight(x, y) : Bitwise(LuaMetamethod.ShiftRight, a, b, at, left, right);

    /// <summary>Logical shift; counts of 64 and more give 0, negative counts shift right.</summary>
    public static long ShiftLeft(long a, long b) =>
        b <= -64 || b >= 64 ? 0 : b >= 0 ? unchecked((long)((ulong)a << (int)b)) : unchecked((long)((ulong)a >> (int)-b));

    /// <summary>Logical shift; counts of 64 and more give 0, negative counts shift left.</summary>
    public static long ShiftRight(long a, long b) =>
        b <= -64 || b >= 64 ? 0 : b >= 0 ? unchecked((long)((ulong)a >> (int)b)) : unchecked((long)((ulong)a << (int)-b));

    /// <summary><c>~a</c>.</summary>
    public static LuaValue BitNot(LuaValue a, long at, string? what = null) =>
        TryToInteger(a, out var x) ? ~x : Bitwise(LuaMetamethod.BitNot, a, a, at, what, what);

    /// <summary>The value as a float: numbers, and strings that are numerals.</summary>
    public static bool TryToNumber(LuaValue value, out double number)
    {
        if (value.IsNumber)
        {
            number = value.AsNumber();
            return true;
        }

        if (value.TryGetString(out var text) && LuaNumber.Parse(text.Span) is { IsNil: false } parsed)
        {
            number = parsed.AsNumber();
            return true;
        }

        number = 0;
        return false;
    }

    /// <summary>The value as an integer: numbers with an integral value, and strings that are numerals of such.</summary>
    public static bool TryToInteger(LuaValue value, out long integer)
    {
        if (value.TryGetString(out var text))
        {
            value = LuaNumber.Parse(text.Span);
        }

        return value.TryGetInteger(out integer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue AddSlow(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        TryToNumber(a, out var x) && TryToNumber(b, out var y) ? x + y : Arithmetic(LuaMetamethod.Add, a, b, at, left, right);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue SubtractSlow(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        TryToNumber(a, out var x) && TryToNumber(b, out var y) ? x - y : Arithmetic(LuaMetamethod.Subtract, a, b, at, left, right);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue MultiplySlow(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        TryToNumber(a, out var x) && TryToNumber(b, out var y) ? x * y : Arithmetic(LuaMetamethod.Multiply, a, b, at, left, right);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue DivideSlow(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        TryToNumber(a, out var x) && TryToNumber(b, out var y) ? x / y : Arithmetic(LuaMetamethod.Divide, a, b, at, left, right);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue NegateSlow(LuaValue a, long at, string? what) =>
        TryToNumber(a, out var x) ? -x : Arithmetic(LuaMetamethod.Negate, a, a, at, what, what);

    private static LuaValue Arithmetic(LuaMetamethod name, LuaValue a, LuaValue b, long at, string? left, string? right)
    {
        if (TryBinary(name, a, b, at, out var result))
        {
            return result;
        }

        throw CannotCompute(a, b, at, left, right);
    }

    /// <summary>Do two values have an arithmetic operator: numbers, numerals, or a metamethod?</summary>
    internal static bool CanCompute(LuaMetamethod name, LuaValue a, LuaValue b) =>
        (TryToNumber(a, out _) && TryToNumber(b, out _)) || !BinaryHandler(name, a, b).IsNil;

    /// <summary>What is raised when they do not.</summary>
    internal static LuaException CannotCompute(LuaValue a, LuaValue b, long at, string? left, string? right)
    {
        var first = !TryToNumber(a, out _);
        return new($"attempt to perform arithmetic on a {TypeNameOf(first ? a : b)} value{Describe(first ? left : right)}", at);
    }

    private static LuaValue Bitwise(LuaMetamethod name, LuaValue a, LuaValue b, long at, string? left, string? right)
    {
        if (TryBinary(name, a, b, at, out var result))
        {
            return result;
        }

        if (TryToNumber(a, out _) && TryToNumber(b, out _))
        {
            throw new LuaException("number" + Describe(TryToInteger(a, out _) ? right : left) + " has no integer representation", at);
        }

        var first = !TryToNumber(a, out _);
        throw new LuaException($"attempt to perform bitwise operation on a {TypeNameOf(first ? a : b)} value{Describe(first ? left : right)}", at);
    }

    /// <summary>The metamethod of a binary operator, of the left operand or else the right one.</summary>
    private static bool TryBinary(LuaMetamethod name, LuaValue a, LuaValue b, long at, out LuaValue result)
    {
        var handler = BinaryHandler(name, a, b);
        if (handler.IsNil)
        {
            result = default;
            return false;
        }

        result = LuaState.Current.Call(handler, a, b, at);
        return true;
    }
}
