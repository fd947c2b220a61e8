using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Activities;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>An executor of <c>funcs.new()</c>: immutable settings for calls (spec/modules.md section 5, spec/temporal.md section 5).</summary>
internal sealed class FunctionExecutor : LuaUserdata
{
    private static readonly LuaTable Methods = CreateMethods();
    private readonly LuaTable? values;
    private readonly LuaTable? options;

    private FunctionExecutor(LuaTable? values, LuaTable? options)
    {
        this.values = values;
        this.options = options;
    }

    /// <summary>The executor without extras.</summary>
    public static FunctionExecutor Plain { get; } = new(null, null);

    /// <inheritdoc/>
    public override string? HostType => "funcs.Executor";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => "funcs.Executor";

    /// <summary>Calls and waits: result and error.</summary>
    public LuaTask<LuaValues> Call(string target, LuaValues arguments)
    {
        var lua = LuaState.Current;
        return TryPrepare(lua, target, arguments, CancellationToken.None, out var start, out var failure)
            ? lua.Scheduler.RunCommand(start)
            : new LuaTask<LuaValues>(failure);
    }

    /// <summary>Calls without waiting: a future.</summary>
    public LuaTask<LuaValues> CallAsync(string target, LuaValues arguments)
    {
        var lua = LuaState.Current;
        var future = new LuaFuture();
        if (!TryPrepare(lua, target, arguments, future.CancellationToken, out var start, out var failure))
        {
            return new LuaTask<LuaValues>(failure);
        }

        return lua.Scheduler.RunRegistration(() =>
        {
            var operation = start();
            lua.Scheduler.Watch(operation, _ => future.Complete(operation));
            return new LuaValues(future, LuaValue.Nil);
        });
    }

    private bool TryPrepare(LuaState lua, string target, LuaValues arguments, CancellationToken cancellation, out Func<Task<LuaValues>> start, out LuaValues failure)
    {
        start = null!;
        failure = default;
        if (FunctionTarget.Check(target, "function") is { } malformed)
        {
            failure = new LuaValues(LuaValue.Nil, malformed);
            return false;
        }

        return lua.Host is WorkflowHost workflow
            ? TryPrepareActivity(workflow, target, arguments, cancellation, out start, out failure)
            : TryPrepareFunction(lua.Host, target, arguments, cancellation, out start, out failure);
    }

    private bool TryPrepareActivity(
        WorkflowHost host, string target, LuaValues arguments, CancellationToken cancellation, out Func<Task<LuaValues>> start, out LuaValues failure)
    {
        start = null!;
        if (!CallArguments.TryEncode(arguments, out var encoded, out failure))
        {
            return false;
        }

        var application = host.Scope.Application;
        ActivityOptions activity;
        try
        {
            var defaults = OptionTable.FromEntry(application.Function(target)?.Meta["options"]);
            activity = ActivityOptionsReader.Read(options, defaults, application.ActivityQueue(target, Workflow.Info.TaskQueue), cancellation);
        }
        catch (OptionException error)
        {
            failure = LuaError.Fail(LuaError.Invalid, $"invalid temporal activity options for {target}: {error.Message}");
            return false;
        }

        var scope = ScopeFor(host);
        start = () => RunActivityAsync(target, encoded, activity, scope);
        return true;
    }

    private bool TryPrepareFunction(
        LuaHost host, string target, LuaValues arguments, CancellationToken cancellation, out Func<Task<LuaValues>> start, out LuaValues failure)
    {
        start = null!;
        failure = default;
        if (host is not IWippyHost wippy || wippy.Scope.Application.Function(target) is not { } function)
        {
            failure = LuaError.Fail(LuaError.NotFound, $"function not found: {target}");
            return false;
        }

        var depth = (host as FunctionHost)?.Depth + 1 ?? 1;
        if (depth > FunctionHost.MaximumDepth)
        {
            failure = LuaError.Fail(LuaError.Internal, $"more than {FunctionHost.MaximumDepth} calls inside one another: {target}");
            return false;
        }

        LuaValues copies;
        try
        {
            copies = LuaCopy.Copy(arguments);
        }
        catch (LuaException error)
        {
            failure = LuaError.Fail(LuaError.Invalid, error.Message);
            return false;
        }

        var scope = ScopeFor(wippy);
        var outer = host.CancellationToken;
        start = () => RunFunctionAsync(function, copies, scope, depth, outer, cancellation);
        return true;
    }

    private InvocationScope ScopeFor(IWippyHost host) =>
        values is null ? host.Scope : host.Scope with { Values = host.Scope.Values.With(values) };

    private static async Task<LuaValues> RunActivityAsync(string target, object?[] arguments, ActivityOptions options, InvocationScope scope)
    {
        var previous = InvocationScope.Current;
        InvocationScope.Current = scope;
        Task<IRawValue> call;
        try
        {
            call = Workflow.ExecuteActivityAsync<IRawValue>(target, arguments, options);
        }
        finally
        {
            InvocationScope.Current = previous;
        }

        try
        {
            return new LuaValues(LuaPayloads.Decode((await call).Payload), LuaValue.Nil);
        }
        catch (Exception error) when (error is FailureException or OperationCanceledException or ArgumentException or LuaException)
        {
            return new LuaValues(LuaValue.Nil, LuaFailures.FromException(error));
        }
    }

    private static async Task<LuaValues> RunFunctionAsync(
        WippyFunction function, LuaValues arguments, InvocationScope scope, int depth, CancellationToken outer, CancellationToken cancellation)
    {
        // Leaves the caller's stack: functions that call each other use up no stack.
        await Task.Yield();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(outer, cancellation);
        var process = new LuaPid(scope.Application.Options.NodeName, function.Id, Guid.NewGuid().ToString());
        var host = new FunctionHost(scope, function.Id, process.ToString(), depth, both.Token);
        var instance = new LuaInstance(function.Program, host);
        host.Mailbox.Attach(instance.State);
        try
        {
            var outcome = await instance.RunToOutcomeAsync(arguments);
            return outcome.Error is null ? new LuaValues(outcome.Value, LuaValue.Nil) : new LuaValues(LuaValue.Nil, outcome.Error);
        }
        catch (OperationCanceledException) when (!outer.IsCancellationRequested)
        {
            return LuaError.Fail(LuaError.Canceled, "canceled");
        }
    }

    private FunctionExecutor WithContext(LuaTable added)
    {
        var merged = values is null ? new LuaTable() : LuaCopy.Copy(values).AsTable();
        var position = 0;
        while (added.Next(ref position, out var key, out var value))
        {
            if (key.IsString)
            {
                merged[key] = LuaCopy.Copy(value);
            }
        }

        return new FunctionExecutor(merged, options);
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        methods["with_context"] = new LuaFunctionN("with_context", args => Self(args, "with_context").WithContext(args.CheckTable(2, "with_context")));
        methods["with_options"] = new LuaFunctionN("with_options", args =>
            new FunctionExecutor(Self(args, "with_options").values, LuaCopy.Copy(args.CheckTable(2, "with_options")).AsTable()));
        methods["with_actor"] = Unsupported.Function("funcs.Executor:with_actor");
        methods["with_scope"] = Unsupported.Function("funcs.Executor:with_scope");
        methods["call"] = new LuaAsyncFunctionN("call", args => Self(args, "call").Call(args.CheckString(2, "call").ToString(), args.From(2)));
        methods["async"] = new LuaAsyncFunctionN("async", args => Self(args, "async").CallAsync(args.CheckString(2, "async").ToString(), args.From(2)));
        return methods.Freeze();
    }

    private static FunctionExecutor Self(LuaValues args, string method) => args.CheckUserdata<FunctionExecutor>(1, method, "executor");
}
