using System;
using System.Linq;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Runtime.Modules;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>workflow</c> module (spec/temporal.md section 9).</summary>
public static class WorkflowModule
{
    private const long MaximumVersions = 1000;
    private static readonly LuaTable Module = Create();

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    private static bool InWorkflow => LuaState.Current.Host is WorkflowHost;

    private static LuaTable Create()
    {
        var module = new LuaTable();
        module["info"] = new LuaMultiFunction0("info", () => LuaStack.OnOrigin(Info));
        module["history_length"] = new LuaMultiFunction0("history_length", () => new LuaValues(InWorkflow ? LuaStack.OnOrigin(() => Workflow.CurrentHistoryLength) : 0, LuaValue.Nil));
        module["history_size"] = new LuaMultiFunction0("history_size", () => new LuaValues(InWorkflow ? LuaStack.OnOrigin(() => Workflow.CurrentHistorySize) : 0, LuaValue.Nil));
        module["version"] = new LuaMultiFunctionN("version", args => Version(args.CheckString(1, "version").ToString(), args.CheckInteger(2, "version"), args.CheckInteger(3, "version")));
        module["attrs"] = new LuaMultiFunctionN("attrs", args =>
        {
            var attributes = args.CheckTable(1, "attrs");
            return LuaStack.OnOrigin(() => Attributes(attributes));
        });
        module["exec"] = new LuaAsyncFunctionN("exec", args => Execute(args.CheckString(1, "exec").ToString(), args.From(1)));
        return module.Freeze();
    }

    private static LuaValues Info()
    {
        if (LuaState.Current.Host is not WorkflowHost)
        {
            return new LuaValues(LuaValue.Nil, LuaValue.Nil);
        }

        var info = Workflow.Info;
        var table = new LuaTable();
        table["workflow_id"] = info.WorkflowId;
        table["run_id"] = info.RunId;
        table["workflow_type"] = info.WorkflowType;
        table["task_queue"] = info.TaskQueue;
        table["namespace"] = info.Namespace;
        table["attempt"] = info.Attempt;
        table["history_length"] = Workflow.CurrentHistoryLength;
        table["history_size"] = Workflow.CurrentHistorySize;
        table["start_time"] = LuaTime.From(new DateTimeOffset(DateTime.SpecifyKind(info.StartTime, DateTimeKind.Utc)), LuaLocation.Utc);
        return new LuaValues(table, LuaValue.Nil);
    }

    // Temporal for .NET has boolean patches only: one per version, newest first. The loop is bounded by the recorded versions of a change.
    private static LuaValues Version(string change, long minimum, long maximum)
    {
        if (!InWorkflow)
        {
            return new LuaValues(maximum, LuaValue.Nil);
        }

        if (change.Length == 0)
        {
            return LuaError.Fail(LuaError.Invalid, "change ID required");
        }

        if (minimum > maximum)
        {
            return LuaError.Fail(LuaError.Invalid, "min_supported cannot be greater than max_supported");
        }

        if (maximum - minimum > MaximumVersions)
        {
            return LuaError.Fail(LuaError.Invalid, $"more than {MaximumVersions} versions of change '{change}'");
        }

        for (var version = maximum; version >= minimum; version--)
        {
            if (IsPatched(change, version))
            {
                return new LuaValues(version, LuaValue.Nil);
            }
        }

        return new LuaValues(minimum, LuaValue.Nil);
    }

    private static bool IsPatched(string change, long version) => LuaStack.OnOrigin(() => Workflow.Patched($"{change}#{version}"));

    private static LuaValues Attributes(LuaTable attributes)
    {
        if (!InWorkflow)
        {
            return LuaError.Fail(LuaError.Invalid, "workflow.attrs only available in workflow context");
        }

        var search = attributes["search"];
        var memo = attributes["memo"];
        if (!search.IsNil && !search.IsTable)
        {
            return LuaError.Fail(LuaError.Invalid, "search must be a table");
        }

        if (!memo.IsNil && !memo.IsTable)
        {
            return LuaError.Fail(LuaError.Invalid, "memo must be a table");
        }

        if (search.IsNil && memo.IsNil)
        {
            return LuaError.Fail(LuaError.Invalid, "at least one of search or memo required");
        }

        try
        {
            var searchUpdates = search.IsNil ? [] : SearchAttributes.Updates(search.AsTable()).ToArray();
            var memoUpdates = memo.IsNil ? [] : MemoValues.Read(memo.AsTable()).Select(item => MemoUpdate.ValueSet(item.Key, item.Value)).ToArray();
            if (searchUpdates.Length > 0)
            {
                Workflow.UpsertTypedSearchAttributes(searchUpdates);
            }

            if (memoUpdates.Length > 0)
            {
                Workflow.UpsertMemo(memoUpdates);
            }

            return new LuaValues(true, LuaValue.Nil);
        }
        catch (OptionException error)
        {
            return LuaError.Fail(LuaError.Invalid, error.Message);
        }
    }

    private static LuaTask<LuaValues> Execute(string target, LuaValues arguments) =>
        LuaState.Current.Host is WorkflowHost host
            ? WorkflowStarts.ExecuteChild(host, target, string.Empty, arguments, ProcessSpawner.Plain, defaultErrors: true)
            : new LuaTask<LuaValues>(LuaError.Fail(LuaError.Invalid, "workflow.exec outside workflow context not yet supported"));
}
