namespace Wippy.Runtime.Modules;

/// <summary>The <c>channel</c> table (spec/modules.md sections 2.2 and 2.3).</summary>
public static class ChannelModule
{
    private static readonly LuaString Default = LuaString.Literal("default"u8);
    private static readonly LuaShape DefaultResult = LuaShape.Of(Default, LuaString.Literal("ok"u8));

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("new", args => new(new LuaChannel(args.OptionalInteger(1, "new", 0)))),
        new LuaAsyncFunctionN("select", Select));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTask<LuaValues> Select(LuaValues args)
    {
        var table = args.CheckTable(1, "select");
        for (long i = 1; i <= table.Length; i++)
        {
            if (table[i].TryGetUserdata<LuaSelectCase>(out var entry) && entry.Channel.IsReady(entry.IsSend))
            {
                return Run(entry);
            }
        }

        if (args[1].IsTruthy || table[Default].IsTruthy)
        {
            return new LuaTask<LuaValues>(new LuaValues(new LuaTable(DefaultResult, [true, true])));
        }

        var scheduler = LuaState.Current.Scheduler;
        scheduler.ThrowIfCannotWait();
        var suspension = scheduler.Suspend();
        if (!ChannelPlace.TryJoin(scheduler.CurrentTask, table))
        {
            scheduler.AddWaitForever();
        }

        return scheduler.Wait(suspension);
    }

    // A case that is ready.
    private static LuaTask<LuaValues> Run(LuaSelectCase entry)
    {
        var scheduler = LuaState.Current.Scheduler;
        var value = entry.Value;
        var ok = true;
        var wait = entry.IsSend ? entry.Channel.Send(scheduler, value, out _) : entry.Channel.Receive(scheduler, out value, out ok);
        return wait is null ? new(new LuaValues(LuaSelectCase.Result(entry.Channel, value, ok))) : Wait(entry, wait);
    }

    // It woke another task, which runs first.
    private static async LuaTask<LuaValues> Wait(LuaSelectCase entry, LuaSuspension wait)
    {
        var (value, ok) = await wait;
        return new LuaValues(LuaSelectCase.Result(entry.Channel, entry.IsSend ? entry.Value : value, entry.IsSend || ok.IsTruthy));
    }
}
