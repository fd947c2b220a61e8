using System.Collections.Generic;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>channel</c> table (spec/modules.md sections 2.2 and 2.3).</summary>
public static class ChannelModule
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("new", args => new(new LuaChannel(args.OptionalInteger(1, "new", 0)))),
        new LuaAsyncFunctionN("select", Select));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTask<LuaValues> Select(LuaValues args)
    {
        var table = args.CheckTable(1, "select");
        var cases = new List<LuaSelectCase>();
        for (long i = 1; i <= table.Length; i++)
        {
            if (table[i].TryGetUserdata<LuaSelectCase>(out var entry))
            {
                cases.Add(entry);
            }
        }

        foreach (var entry in cases)
        {
            if (entry.Channel.IsReady(entry.IsSend))
            {
                return Run(entry);
            }
        }

        if (args[1].IsTruthy || table["default"].IsTruthy)
        {
            return new LuaTask<LuaValues>(new LuaValues(new LuaTable(0, 2) { ["default"] = true, ["ok"] = true }));
        }

        var scheduler = LuaState.Current.Scheduler;
        scheduler.ThrowIfCannotWait();
        var suspension = scheduler.Suspend();
        ChannelPlace.Join(scheduler.CurrentTask, cases);
        scheduler.CurrentTask.WaitsForNothing = cases.Count == 0;
        scheduler.AddYield();
        return scheduler.Wait(suspension);
    }

    private static async LuaTask<LuaValues> Run(LuaSelectCase entry)
    {
        if (entry.IsSend)
        {
            await entry.Channel.Send(entry.Value);
            return new LuaValues(LuaSelectCase.Result(entry.Channel, entry.Value, true));
        }

        var (value, ok) = await entry.Channel.Receive();
        return new LuaValues(LuaSelectCase.Result(entry.Channel, value, ok.IsTruthy));
    }
}
