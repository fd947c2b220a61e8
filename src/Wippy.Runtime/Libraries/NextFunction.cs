namespace Wippy.Runtime.Libraries;

/// <summary><c>next</c> (Lua manual 6.1).</summary>
internal sealed class NextFunction() : LuaFunction("next")
{
    public override LuaValue Call(LuaValue a) => First(LuaArguments.CheckTable(a, 1, Name), default);

    public override LuaValue Call(LuaValue a, LuaValue b) => First(LuaArguments.CheckTable(a, 1, Name), b);

    public override LuaValues CallAll(LuaValue a) => Both(LuaArguments.CheckTable(a, 1, Name), default);

    public override LuaValues CallAll(LuaValue a, LuaValue b) => Both(LuaArguments.CheckTable(a, 1, Name), b);

    public override LuaValues CallAll(in LuaValues args) => Both(args.CheckTable(1, Name), args[1]);

    private static LuaValue First(LuaTable table, LuaValue key) => table.Next(ref key, out _) ? key : default;

    private static LuaValues Both(LuaTable table, LuaValue key) => table.Next(ref key, out var value) ? new LuaValues(key, value) : new LuaValues(LuaValue.Nil);
}
