namespace Wippy.Runtime.Libraries;

/// <summary>The <c>coroutine</c> table (spec/lua.md section 7).</summary>
public static class CoroutineLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create(
        new LuaMultiFunctionN("create", args => new((LuaValue)new LuaThread(args.CheckFunction(1, "create"), false))),
        new CoroutineResume(),
        new LuaAsyncFunctionN("yield", YieldAsync),
        new LuaMultiFunctionN("status", args => new(StatusOf(CheckThread(args, "status")))),
        new LuaMultiFunctionN("wrap", args => new((LuaValue)new CoroutineWrap(new LuaThread(args.CheckFunction(1, "wrap"), false, true), true))),
        new LuaMultiFunctionN("isyieldable", _ => new(LuaState.Current.Scheduler.IsYieldable)),
        new LuaMultiFunctionN("running", _ =>
        {
            var scheduler = LuaState.Current.Scheduler;
            return new LuaValues(scheduler.Running, scheduler.IsMain);
        }),
        new LuaAsyncFunctionN("spawn", args => LuaState.Current.Scheduler.Spawn(args.CheckFunction(1, "spawn"))));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    internal static LuaThread CheckThread(in LuaValues args, string function) =>
        args[0].Reference as LuaThread ?? throw LuaArguments.Bad(1, function, "thread expected");

    private static async LuaTask<LuaValues> YieldAsync(LuaValues args) => await LuaState.Current.Scheduler.Yield(args);

    private static LuaValue StatusOf(LuaThread thread) => LuaString.Literal(thread.Status switch
    {
        LuaThreadStatus.Running => "running",
        LuaThreadStatus.Normal => "normal",
        LuaThreadStatus.Dead => "dead",
        _ => "suspended",
    });
}
