namespace Wippy.Runtime.Libraries;

/// <summary>The <c>coroutine</c> table (spec/lua.md section 7).</summary>
public static class CoroutineLibrary
{
    private static readonly LuaString Running = LuaString.Literal("running");
    private static readonly LuaString Normal = LuaString.Literal("normal");
    private static readonly LuaString Dead = LuaString.Literal("dead");
    private static readonly LuaString Suspended = LuaString.Literal("suspended");

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create(
        new LuaMultiFunctionN("create", args => new((LuaValue)new LuaThread(args.CheckFunction(1, "create"), false))),
        new CoroutineResume(),
        new CoroutineYield(),
        new LuaFunction1("status", thread => StatusOf(thread.Reference as LuaThread ?? throw LuaArguments.Bad(1, "status", "thread expected"))),
        new LuaMultiFunctionN("wrap", args => new((LuaValue)new CoroutineWrap(new LuaThread(args.CheckFunction(1, "wrap"), false), true))),
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

    private static LuaString StatusOf(LuaThread thread) => LuaState.Current.Scheduler.StatusOf(thread) switch
    {
        LuaThreadStatus.Running => Running,
        LuaThreadStatus.Normal => Normal,
        LuaThreadStatus.Dead => Dead,
        _ => Suspended,
    };
}
