using System.Collections.Generic;
using Wippy.Runtime;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>A spawner of <c>process.with_options</c> and <c>process.with_context</c>: immutable settings for starts (spec/temporal.md section 6).</summary>
internal sealed class ProcessSpawner : LuaUserdata
{
    private static readonly LuaTable Methods = CreateMethods();

    private ProcessSpawner()
    {
    }

    /// <summary>The spawner without extras.</summary>
    public static ProcessSpawner Plain { get; } = new();

    /// <summary>Context values laid over the caller's.</summary>
    public LuaTable? Values { get; private init; }

    /// <summary>Start options.</summary>
    public LuaTable? Options { get; private init; }

    /// <summary>Workflow id when no option gives one.</summary>
    public string? Name { get; private init; }

    /// <summary>Messages for the started workflow, in order.</summary>
    public IReadOnlyList<(string Topic, object?[] Arguments)> StartMessages { get; private init; } = [];

    /// <inheritdoc/>
    public override string? HostType => "process.SpawnBuilder";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => "process.SpawnBuilder";

    public ProcessSpawner WithContext(LuaTable values) => new() { Values = Merge(Values, values), Options = Options, Name = Name, StartMessages = StartMessages };

    public ProcessSpawner WithOptions(LuaTable options) => new() { Values = Values, Options = Merge(Options, options), Name = Name, StartMessages = StartMessages };

    /// <summary><c>spawn(id, host, ...)</c> and its variants: PID and error.</summary>
    public LuaTask<LuaValues> Spawn(LuaValues args, string function, bool monitor, bool link)
    {
        if (!TryTarget(args, $"process.{function}", out var id, out var host, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return LuaState.Current.Host switch
        {
            WorkflowHost workflow => WorkflowStarts.SpawnChild(workflow, id, host, args.From(2), this),
            IWippyHost outside => WorkflowStarts.Spawn(outside, id, host, args.From(2), this, monitor, link),
            _ => throw new LuaException("process functions need a running application"),
        };
    }

    /// <summary><c>exec(id, host, ...)</c>: result and error.</summary>
    public LuaTask<LuaValues> Execute(LuaValues args)
    {
        if (!TryTarget(args, "process.exec", out var id, out var host, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return LuaState.Current.Host switch
        {
            WorkflowHost workflow => WorkflowStarts.ExecuteChild(workflow, id, host, args.From(2), this, defaultErrors: false),
            IWippyHost outside => WorkflowStarts.Execute(outside, id, host, args.From(2), this),
            _ => throw new LuaException("process functions need a running application"),
        };
    }

    private static bool TryTarget(LuaValues args, string function, out string id, out string host, out LuaValues failure)
    {
        id = args[0].TryGetString(out var first) ? first.ToString() : string.Empty;
        host = args[1].TryGetString(out var second) ? second.ToString() : string.Empty;
        var message = args.Count < 2 || !args[0].IsString || !args[1].IsString ? $"{function} requires at least id and host arguments"
            : id.Length == 0 ? "process ID required"
            : FunctionTarget.Check(id, "process") is not null ? "invalid process ID format (namespace:name required)"
            : null;

        // A workflow type name that is no id is accepted where a workflow of that type exists.
        if (message is not null && id.Length > 0 && args.Count >= 2 && (LuaState.Current.Host as IWippyHost)?.Scope.Application.Workflow(id) is not null)
        {
            message = null;
        }

        failure = message is null ? default : LuaError.Fail(LuaError.Invalid, message);
        return message is null;
    }

    private static LuaTable Merge(LuaTable? earlier, LuaTable added)
    {
        var merged = earlier is null ? new LuaTable() : LuaCopy.Copy(earlier).AsTable();
        var position = 0;
        while (added.Next(ref position, out var key, out var value))
        {
            if (key.IsString)
            {
                merged[key] = LuaCopy.Copy(value);
            }
        }

        return merged;
    }

    private ProcessSpawner WithName(string name) =>
        name.Length == 0 ? throw new LuaException("name cannot be empty")
        : new() { Values = Values, Options = Options, Name = name, StartMessages = StartMessages };

    private ProcessSpawner WithMessage(string topic, LuaValues values)
    {
        if (topic.Length == 0 || topic.StartsWith('@'))
        {
            throw new LuaException(topic.Length == 0 ? "topic cannot be empty" : "cannot send to @ topics");
        }

        return CallArguments.TryEncode(values, out var arguments, out var failure)
            ? new() { Values = Values, Options = Options, Name = Name, StartMessages = [.. StartMessages, (topic, arguments)] }
            : throw new LuaException(failure.Second);
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        methods["with_context"] = new LuaFunctionN("with_context", args => Self(args, "with_context").WithContext(args.CheckTable(2, "with_context")));
        methods["with_options"] = new LuaFunctionN("with_options", args => Self(args, "with_options").WithOptions(args.CheckTable(2, "with_options")));
        methods["with_name"] = new LuaFunctionN("with_name", args => Self(args, "with_name").WithName(args.CheckString(2, "with_name").ToString()));
        methods["with_message"] = new LuaFunctionN("with_message", args =>
            Self(args, "with_message").WithMessage(args.CheckString(2, "with_message").ToString(), args.From(2)));
        methods["with_actor"] = Unsupported.Function("process.SpawnBuilder:with_actor");
        methods["with_scope"] = Unsupported.Function("process.SpawnBuilder:with_scope");
        AddSpawn("spawn", false, false);
        AddSpawn("spawn_monitored", true, false);
        AddSpawn("spawn_linked", false, true);
        AddSpawn("spawn_linked_monitored", true, true);
        methods["exec"] = new LuaAsyncFunctionN("exec", args => Self(args, "exec").Execute(args.From(1)));
        return methods.Freeze();

        void AddSpawn(string name, bool monitor, bool link) =>
            methods[name] = new LuaAsyncFunctionN(name, args => Self(args, name).Spawn(
                args.Count >= 3 ? args.From(1) : throw new LuaException($"{name} requires at least id and host arguments"), name, monitor, link));
    }

    private static ProcessSpawner Self(LuaValues args, string method) => args.CheckUserdata<ProcessSpawner>(1, method, "spawner");
}
