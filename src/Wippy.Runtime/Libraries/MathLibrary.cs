using System;

namespace Wippy.Runtime.Libraries;

/// <summary>The <c>math</c> table (spec/lua.md section 8, math; Lua manual 6.7).</summary>
public static class MathLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTable Create()
    {
        var table = LibraryTable.Fill(
            new LuaBuiltin("abs", (x, _, _, n) => x.IsInteger ? (LuaValue)unchecked(x.Bits < 0 ? -x.Bits : x.Bits) : Math.Abs(LuaArguments.CheckNumber(x, 1, "abs", n > 0)), "number"),
            new LuaBuiltin("ceil", (x, _, _, n) => x.IsInteger ? x : ToIntegerIfPossible(Math.Ceiling(LuaArguments.CheckNumber(x, 1, "ceil", n > 0))), "number"),
            new LuaBuiltin("floor", (x, _, _, n) => x.IsInteger ? x : ToIntegerIfPossible(Math.Floor(LuaArguments.CheckNumber(x, 1, "floor", n > 0))), "number"),
            Function("acos", Math.Acos),
            Function("asin", Math.Asin),
            Function("cos", Math.Cos),
            Function("cosh", Math.Cosh),
            Function("deg", x => x * (180.0 / Math.PI)),
            Function("exp", Math.Exp),
            Function("log10", Math.Log10),
            Function("rad", x => x * (Math.PI / 180.0)),
            Function("sin", Math.Sin),
            Function("sinh", Math.Sinh),
            Function("sqrt", Math.Sqrt),
            Function("tan", Math.Tan),
            Function("tanh", Math.Tanh),
            new LuaBuiltin("atan", (y, x, _, n) => Math.Atan2(LuaArguments.CheckNumber(y, 1, "atan", n > 0), x.IsNil ? 1 : LuaArguments.CheckNumber(x, 2, "atan"))),
            new LuaBuiltin("atan2", (y, x, _, n) => Math.Atan2(LuaArguments.CheckNumber(y, 1, "atan2", n > 0), LuaArguments.CheckNumber(x, 2, "atan2", n > 1)), "number, number"),
            new LuaBuiltin("fmod", FloatModulo("fmod")),
            new LuaBuiltin("mod", FloatModulo("mod")),
            new LuaBuiltin("ldexp", (m, e, _, n) => Scale(LuaArguments.CheckNumber(m, 1, "ldexp", n > 0), LuaArguments.CheckInteger(e, 2, "ldexp", n > 1))),
            new LuaBuiltin("log", (x, b, _, n) => Logarithm(LuaArguments.CheckNumber(x, 1, "log", n > 0), b), "number"),
            new LuaBuiltin("pow", (x, y, _, n) => LuaOperators.Power(LuaArguments.CheckNumber(x, 1, "pow", n > 0), LuaArguments.CheckNumber(y, 2, "pow", n > 1)), "number, number"),
            new LuaBuiltin("tointeger", (x, _, _, n) =>
                n == 0 ? throw LuaArguments.Bad(1, "tointeger", "value expected") : LuaOperators.TryToInteger(x, out var integer) ? integer : LuaValue.Nil),
            new LuaBuiltin("type", (x, _, _, n) => TypeOf(x, n)),
            new LuaBuiltin("ult", (a, b, _, n) =>
                (ulong)LuaArguments.CheckInteger(a, 1, "ult", n > 0) < (ulong)LuaArguments.CheckInteger(b, 2, "ult", n > 1)),
            new LuaMultiFunctionN("frexp", args => FractionAndExponent(args.CheckNumber(1, "frexp"))),
            new LuaMultiFunctionN("modf", args => args[0].IsInteger ? new LuaValues(args[0], 0.0) : IntegralAndFraction(args.CheckNumber(1, "modf"))),
            new LuaMultiFunctionN("max", args => new(Extreme(args, "max", static (candidate, best) => LuaOperators.LessThan(best, candidate, 0)))),
            new LuaMultiFunctionN("min", args => new(Extreme(args, "min", static (candidate, best) => LuaOperators.LessThan(candidate, best, 0)))),
            new LuaBuiltin("random", (a, b, _, n) => RandomNumber(a, b, n)),
            new LuaMultiFunctionN("randomseed", args =>
            {
                LuaState.Current.Random = new LuaRandom(args.CheckNumber(1, "randomseed") is var seed && LuaNumber.TryToInteger(seed, out var integer)
                    ? unchecked((ulong)integer)
                    : unchecked((ulong)BitConverter.DoubleToInt64Bits(seed)));
                return LuaValues.Empty;
            }));
        table["huge"] = double.PositiveInfinity;
        table["pi"] = Math.PI;
        table["maxinteger"] = long.MaxValue;
        table["mininteger"] = long.MinValue;
        return table.Freeze();
    }

    private static LuaBuiltin Function(string name, Func<double, double> function) =>
        new(name, (x, _, _, n) => function(LuaArguments.CheckNumber(x, 1, name, n > 0)), "number");

    private static LuaValue ToIntegerIfPossible(double number) => LuaNumber.TryToInteger(number, out var integer) ? (LuaValue)integer : number;

    private static Func<LuaValue, LuaValue, LuaValue, int, LuaValue> FloatModulo(string name) => (a, b, _, n) =>
    {
        if (a.IsInteger && b.IsInteger)
        {
            if (b.Bits == 0)
            {
                throw LuaArguments.Bad(2, name, "zero");
            }

            return b.Bits == -1 ? 0 : a.Bits % b.Bits;
        }

        // The reference implementation checks the second argument first.
        var divisor = LuaArguments.CheckNumber(b, 2, name, n > 1);
        return LuaArguments.CheckNumber(a, 1, name, n > 0) % divisor;
    };

    private static double Scale(double mantissa, long exponent) => Math.ScaleB(mantissa, (int)Math.Clamp(exponent, -10_000, 10_000));

    private static double Logarithm(double x, LuaValue radix)
    {
        if (radix.IsNil)
        {
            return Math.Log(x);
        }

        var b = LuaArguments.CheckNumber(radix, 2, "log");
        return b switch
        {
            2 => x < 0 ? double.NaN : Math.Log2(x),
            10 => Math.Log10(x),
            _ => Math.Log(x) / Math.Log(b),
        };
    }

    private static LuaValue TypeOf(LuaValue value, int count)
    {
        if (value.IsInteger)
        {
            return LuaString.Literal("integer"u8);
        }

        if (value.IsFloat)
        {
            return LuaString.Literal("float"u8);
        }

        return count == 0 ? throw LuaArguments.Bad(1, "type", "value expected") : LuaValue.Nil;
    }

    private static LuaValues FractionAndExponent(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return new LuaValues(number, 0);
        }

        var exponent = Math.ILogB(number) + 1;
        return new LuaValues(Math.ScaleB(number, -exponent), exponent);
    }

    private static LuaValues IntegralAndFraction(double number) =>
        double.IsInfinity(number)
            ? new LuaValues(number, 0.0)
            : new LuaValues(ToIntegerIfPossible(Math.Truncate(number)), number - Math.Truncate(number));

    private static LuaValue Extreme(LuaValues args, string name, Func<LuaValue, LuaValue, bool> isBetter)
    {
        // Compared as they are, like the reference implementation: anything that can be compared.
        var best = LuaArguments.CheckAny(args, 1, name);
        for (var i = 1; i < args.Count; i++)
        {
            if (isBetter(args[i], best))
            {
                best = args[i];
            }
        }

        return best;
    }

    private static LuaValue RandomNumber(LuaValue a, LuaValue b, int count)
    {
        var lua = LuaState.Current;
        long low = 1;
        long high;
        switch (count)
        {
            case 0:
                return (Next(lua) >> 11) * (1.0 / (1UL << 53));
            case 1:
                high = LuaArguments.CheckInteger(a, 1, "random");
                break;
            case 2:
                low = LuaArguments.CheckInteger(a, 1, "random");
                high = LuaArguments.CheckInteger(b, 2, "random");
                break;
            default:
                throw new LuaException("wrong number of arguments");
        }

        if (low > high)
        {
            throw LuaArguments.Bad(1, "random", "interval is empty");
        }

        var width = unchecked((ulong)high - (ulong)low);
        if (low < 0 && high > long.MaxValue + low)
        {
            throw LuaArguments.Bad(1, "random", "interval too large");
        }

        return unchecked((long)(Below(lua, width) + (ulong)low));
    }

    /// <summary>A number from 0 to <paramref name="limit"/>, every one equally likely.</summary>
    private static ulong Below(LuaState lua, ulong limit)
    {
        var mask = ulong.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(limit | 1);
        ulong value;
        do
        {
            value = Next(lua) & mask;
        }
        while (value > limit);

        return value;
    }

    private static ulong Next(LuaState lua) => lua.Random?.Next() ?? (LuaStack.IsOnOrigin ? lua.Host.NextRandom() : LuaStack.OnOrigin(lua.Host.NextRandom));
}
