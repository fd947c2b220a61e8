using System;

namespace Wippy.Runtime.Libraries;

/// <summary><c>pcall</c> (Lua manual 6.1). A function that cannot wait is called at once; only others need a frame that can wait.</summary>
internal sealed class ProtectedCall : LuaAsyncFunction
{
    public ProtectedCall()
        : base("pcall")
    {
    }

    public override LuaTask<LuaValues> CallAsync() => throw LuaArguments.Bad(1, Name, "value expected");

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => IsImmediate(a) ? new(Call(a, LuaValues.Empty)) : Wait(a, LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => IsImmediate(a) ? new(Call(a, new(b))) : Wait(a, new(b));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => IsImmediate(a) ? new(Call(a, new(b, c))) : Wait(a, new(b, c));

    public override LuaTask<LuaValues> CallAsync(LuaValues args)
    {
        var function = LuaArguments.CheckAny(args, 1, Name);
        return IsImmediate(function) ? new(Call(function, args.From(1))) : Wait(function, args.From(1));
    }

    public override LuaValues CallAll(LuaValue a) => IsImmediate(a) ? Call(a, LuaValues.Empty) : base.CallAll(a);

    public override LuaValues CallAll(LuaValue a, LuaValue b) => IsImmediate(a) ? Call(a, new LuaValues(b)) : base.CallAll(a, b);

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => IsImmediate(a) ? Call(a, new LuaValues(b, c)) : base.CallAll(a, b, c);

    public override LuaValues CallAll(in LuaValues args) => IsImmediate(args.First) ? Call(args.First, args.From(1)) : base.CallAll(args);

    private static bool IsImmediate(LuaValue function) => function.IsFunction && !function.AsFunction().MayWait && !LuaStack.IsLow;

    private static LuaValues Call(LuaValue function, LuaValues args)
    {
        var lua = LuaState.Current;
        lua.UnnamedCallee = function;

        lua.EnterHost();
        try
        {
            return LuaValues.Append(true, function.AsFunction().CallAll(args));
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return new LuaValues(false, LuaException.From(exception).Value);
        }
    }

    private static async LuaTask<LuaValues> Wait(LuaValue function, LuaValues args)
    {
        var lua = LuaState.Current;
        lua.UnnamedCallee = function;
        lua.EnterHost();
        try
        {
            return LuaValues.Append(true, await lua.CallAsync(function, args, 0));
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return new LuaValues(false, LuaException.From(exception).Value);
        }
    }
}
