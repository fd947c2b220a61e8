using System;
using System.Text;

namespace Wippy.Runtime.Libraries;

/// <summary>The base functions (spec/lua.md section 8, Base; Lua manual 6.1).</summary>
public static class BaseLibrary
{
    /// <summary>Loops over <c>pairs(t)</c> may traverse the table directly when the iterator is this function.</summary>
    public static LuaFunction Next { get; } = new NextFunction();

    internal static readonly LuaFunction IpairsStep = new LuaMultiFunction2("ipairs_iterator", (list, index) =>
    {
        var i = unchecked(LuaArguments.CheckInteger(index, 2, "ipairs") + 1);
        var value = LuaOperators.Index(list, i, 0);
        return value.IsNil ? new LuaValues(LuaValue.Nil) : new LuaValues(i, value);
    });

    private const int MaximumHandlerErrors = 200;

    private static readonly LuaString[] TypeNames = Array.ConvertAll(
        ["nil", "boolean", "", "number", "number", "string", "table", "function", "userdata", "thread"],
        (string name) => LuaString.Literal(name));

    private static readonly LuaFunction[] Functions =
    [
        new LuaOpenFunctionN("assert", Assert),
        new LuaOpenFunctionN("error", Error),
        new LuaBuiltin("getmetatable", (value, _, _, count) => GetMetatable(LuaArguments.CheckAny(value, 1, "getmetatable", count > 0)), "value"),
        new LuaMultiFunctionN("ipairs", args => new LuaValues([IpairsStep, LuaArguments.CheckAny(args, 1, "ipairs"), 0])),
        Next,
        new LuaMultiFunctionN("pairs", Pairs),
        new ProtectedCall(),
        new LuaMultiFunctionN("print", Print),
        new LuaBuiltin("rawequal", (a, b, _, count) =>
            LuaOperators.RawEqual(LuaArguments.CheckAny(a, 1, "rawequal", count > 0), LuaArguments.CheckAny(b, 2, "rawequal", count > 1)), "value, value"),
        new LuaBuiltin("rawget", (table, key, _, count) =>
            LuaArguments.CheckTable(table, 1, "rawget", count > 0)[LuaArguments.CheckAny(key, 2, "rawget", count > 1)], "table, value"),
        new LuaBuiltin("rawset", RawSet, "table, value, value"),
        new LuaMultiFunctionN("require", Require),
        new LuaMultiFunctionN("select", Select),
        new LuaMultiFunctionN("setmetatable", SetMetatable),
        new LuaSpanFunction("tonumber", args => new(ToNumber(args))),
        new LuaBuiltin("tostring", (value, _, _, count) =>
            count == 0 ? throw LuaArguments.Bad(1, "tostring", "value expected") : LuaOperators.ToDisplayString(value), "value"),
        new LuaBuiltin("type", (value, _, _, count) =>
            count == 0 ? throw LuaArguments.Bad(1, "type", "value expected") : TypeName(value), "value"),
        new LuaAsyncFunctionN("xpcall", ExtendedProtectedCall),
    ];

    internal static LuaValue Find(string name) => Array.Find(Functions, f => f.Name == name) ?? throw new ArgumentException("No function of the library: " + name, nameof(name));

    /// <summary>Puts the functions among the globals.</summary>
    internal static void Open(LuaState lua)
    {
        foreach (var function in Functions)
        {
            lua.Globals[function.Name] = function;
        }

        lua.Globals["unpack"] = TableLibrary.Table["unpack"];
    }

    internal static LuaString TypeName(LuaValue value) => value.IsUserdata ? LuaString.Literal(value.TypeName) : TypeNames[(int)value.Kind];

    private static LuaResult Assert(LuaValues args) => LuaResult.Of(
        LuaArguments.CheckAny(args, 1, "assert").IsTruthy ? args : LuaValues.Error(args.Count > 1 ? args[1] : LuaException.AssertionFailed));

    private static LuaResult Error(LuaValues args) => LuaResult.Of(LuaValues.Error(Raised(args)));

    /// <summary>What <c>error</c> raises for its arguments.</summary>
    internal static LuaValue Raised(LuaValues args)
    {
        var level = args.OptionalInteger(2, "error", 1);
        return level > 0 ? LuaException.WithPosition(args[0], LuaState.Current.PositionOf(level)) : args[0];
    }

    private static LuaValue GetMetatable(LuaValue value)
    {
        if (value.IsString)
        {
            return StringLibrary.Metatable;
        }

        if (!value.TryGetTable(out var table) || table.Metatable is null)
        {
            return default;
        }

        var hidden = table.Metatable.GetMetamethod(LuaMetamethod.Metatable);
        return hidden.IsNil ? table.Metatable : hidden;
    }

    private static LuaValues SetMetatable(LuaValues args)
    {
        var table = args.CheckTable(1, "setmetatable");
        if (args.Count < 2 || !(args[1].IsNil || args[1].IsTable))
        {
            throw LuaArguments.Bad(2, "setmetatable", "nil or table expected");
        }

        if (table.Metatable is { } old && !old.GetMetamethod(LuaMetamethod.Metatable).IsNil)
        {
            throw new LuaException("cannot change a protected metatable");
        }

        if (table.IsFrozen)
        {
            throw new LuaException("attempt to modify an immutable (read-only) table");
        }

        table.Metatable = args[1].TryGetTable(out var metatable) ? metatable : null;
        return new(args[0]);
    }

    internal static LuaValues Pairs(LuaValues args)
    {
        var value = LuaArguments.CheckAny(args, 1, "pairs");
        var handler = LuaOperators.GetMetamethod(value, LuaMetamethod.Pairs);
        if (handler.IsNil)
        {
            return new LuaValues([Next, value, LuaValue.Nil]);
        }

        var lua = LuaState.Current;
        var results = lua.CallAll(handler, value, lua.Position);
        return new LuaValues([results[0], results[1], results[2]]);
    }

    private static LuaTask<LuaValues> ExtendedProtectedCall(LuaValues args)
    {
        args.CheckFunction(2, "xpcall");
        var lua = LuaState.Current;
        lua.EnterHost(args[0]);
        if (!ProtectedCall.IsImmediate(lua, args[0]))
        {
            return CallAndHandleAsync(lua, args);
        }

        LuaValue error;
        var isOverflow = false;
        try
        {
            var results = args[0].AsFunction().CallTail(args.From(2)).Take();
            if (!results.IsError)
            {
                return new(LuaValues.Append(true, LuaState.Finish(results)));
            }

            error = results.First;
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            error = ErrorOf(exception, out isOverflow);
        }

        return HandleAsync(lua, args[1], error, isOverflow);
    }

    private static async LuaTask<LuaValues> CallAndHandleAsync(LuaState lua, LuaValues args)
    {
        LuaValue error;
        var isOverflow = false;
        try
        {
            var results = await lua.CallAsync(args[0], args.From(2), 0);
            if (!results.IsError)
            {
                return LuaValues.Append(true, LuaState.Finish(results));
            }

            error = results.First;
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            error = ErrorOf(exception, out isOverflow);
        }

        return await HandleAsync(lua, args[1], error, isOverflow);
    }

    private static LuaValue ErrorOf(Exception exception, out bool isOverflow)
    {
        var raised = LuaException.From(exception);
        isOverflow = raised.IsStackOverflow;
        return raised.Value;
    }

    // The handler of an error handles its own errors, too, up to a limit and but for one that uses up the stack.
    private static async LuaTask<LuaValues> HandleAsync(LuaState lua, LuaValue handler, LuaValue error, bool isOverflow)
    {
        var thread = lua.Scheduler.Running;
        var outer = thread.IsHandlingOverflow;
        thread.IsHandlingOverflow |= isOverflow;
        try
        {
            for (var i = 0; i < MaximumHandlerErrors; i++)
            {
                try
                {
                    return new LuaValues(false, (await lua.CallAsync(handler, error, 0)).First);
                }
                catch (Exception exception) when (LuaException.IsCatchable(exception))
                {
                    error = ErrorOf(exception, out isOverflow);
                    if (isOverflow)
                    {
                        break;
                    }
                }
            }

            return new LuaValues(false, LuaException.HandlingError);
        }
        finally
        {
            thread.IsHandlingOverflow = outer;
        }
    }

    private static LuaValues Print(LuaValues args)
    {
        var lua = LuaState.Current;
        var at = lua.Position;
        var line = new StringBuilder();
        for (var i = 0; i < args.Count; i++)
        {
            if (i > 0)
            {
                line.Append(lua.NumberFormat == NumberFormat.Puc ? '\t' : ' ');
            }

            line.Append(LuaOperators.ToDisplayString(args[i]).ToString());
        }

        return LuaStack.OnOrigin(() =>
        {
            lua.Host.Print(line.ToString(), LuaChunk.Prefix(at).TrimEnd(' ', ':'));
            return LuaValues.Empty;
        });
    }

    private static LuaValue RawSet(LuaValue list, LuaValue key, LuaValue value, int count)
    {
        var table = LuaArguments.CheckTable(list, 1, "rawset", count > 0);
        LuaArguments.CheckAny(key, 2, "rawset", count > 1);
        LuaArguments.CheckAny(value, 3, "rawset", count > 2);

        // A fault of the assignment itself has no line: it happens in a host function.
        LuaState.Current.Position = 0;
        table[key] = value;
        return list;
    }

    private static LuaValues Require(LuaValues args)
    {
        var name = args.CheckString(1, "require").ToString();
        return LuaState.Current.Loaded.TryGetValue(name, out var value)
            ? new(value)
            : throw new LuaException($"module '{name}' not found");
    }

    private static LuaValues Select(LuaValues args)
    {
        if (args[0].TryGetString(out var text) && text.Span.SequenceEqual("#"u8))
        {
            return new(args.Count - 1);
        }

        var index = args.CheckInteger(1, "select");
        if (index < 0)
        {
            index = args.Count + index;
        }
        else if (index > args.Count)
        {
            index = args.Count;
        }

        return index < 1 ? throw LuaArguments.Bad(1, "select", "index out of range") : args.From((int)index);
    }

    private static LuaValue ToNumber(ReadOnlySpan<LuaValue> args)
    {
        if (args.Length < 2 || args.At(2).IsNil)
        {
            if (args.At(1).IsNumber)
            {
                return args.At(1);
            }

            return args.At(1).TryGetString(out var numeral) ? LuaNumber.Parse(numeral.Span) : args.IsEmpty ? throw LuaArguments.Bad(1, "tonumber", "value expected") : default(LuaValue);
        }

        var radix = args.CheckInteger(2, "tonumber");
        if (!args.At(1).TryGetString(out var text))
        {
            throw LuaArguments.BadType(args.At(1), 1, "tonumber", "string");
        }

        if (radix is < 2 or > 36)
        {
            throw LuaArguments.Bad(2, "tonumber", "base out of range");
        }

        return ParseInteger(LuaNumber.Trim(text.Span), radix);
    }

    private static LuaValue ParseInteger(ReadOnlySpan<byte> digits, long radix)
    {
        var negative = !digits.IsEmpty && digits[0] == '-';
        digits = negative || (!digits.IsEmpty && digits[0] == '+') ? digits[1..] : digits;
        if (digits.IsEmpty)
        {
            return default;
        }

        long value = 0;
        foreach (var b in digits)
        {
            var digit = b switch
            {
                >= (byte)'0' and <= (byte)'9' => b - '0',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 10,
                >= (byte)'A' and <= (byte)'Z' => b - 'A' + 10,
                _ => 99,
            };
            if (digit >= radix)
            {
                return default;
            }

            value = unchecked((value * radix) + digit);
        }

        return negative ? unchecked(-value) : value;
    }
}
