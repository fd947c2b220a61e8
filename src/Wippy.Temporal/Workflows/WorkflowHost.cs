using System;
using System.Buffers.Binary;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Wippy.Runtime;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Modules;

namespace Wippy.Temporal.Workflows;

/// <summary>The surroundings of Lua code in a workflow: clock, timers and random numbers all come from the history (spec/temporal.md sections 10 and 11).</summary>
internal sealed class WorkflowHost : LuaHost, IWippyHost
{
    private readonly DateTime started = Temporalio.Workflows.Workflow.Info.StartTime;

    public WorkflowHost(LuaWorkflow workflow, InvocationScope scope, string entryId)
    {
        Workflow = workflow;
        Scope = scope;
        EntryId = entryId;
        ProcessId = new LuaPid(scope.Worker?.ClientId ?? string.Empty, scope.Worker?.Id ?? Temporalio.Workflows.Workflow.Info.TaskQueue, Temporalio.Workflows.Workflow.Info.WorkflowId).ToString();
    }

    /// <summary>The running workflow.</summary>
    public LuaWorkflow Workflow { get; }

    /// <inheritdoc/>
    public InvocationScope Scope { get; }

    /// <inheritdoc/>
    public string EntryId { get; }

    /// <inheritdoc/>
    public Mailbox Mailbox => Workflow.Mailbox;

    /// <inheritdoc/>
    public override DateTimeOffset UtcNow => new(DateTime.SpecifyKind(LuaStack.OnOrigin(() => Temporalio.Workflows.Workflow.UtcNow), DateTimeKind.Utc));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override string ProcessId { get; }

    /// <inheritdoc/>
    public override double ElapsedSeconds => (UtcNow.UtcDateTime - started).TotalSeconds;

    /// <inheritdoc/>
    public override bool ReceivesMessages => true;

    /// <summary>A durable timer, rounded up to whole milliseconds. Only the given token cancels it: a cancel request leaves timers alone.</summary>
    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var milliseconds = Math.Max(1, Math.Ceiling(delay.TotalMilliseconds));
        return Temporalio.Workflows.Workflow.DelayAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);
    }

    /// <inheritdoc/>
    public override ulong NextRandom()
    {
        var bytes = new byte[sizeof(ulong)];
        LuaStack.OnOrigin(() =>
        {
            Temporalio.Workflows.Workflow.Random.NextBytes(bytes);
            return bytes;
        });
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>One information record, or a line on standard output when no logger is attached. Silent while replaying.</summary>
    public override void Print(string message, string location)
    {
        var replaying = LuaStack.OnOrigin(() => Temporalio.Workflows.Workflow.Unsafe.IsReplaying);
        var factory = Scope.Application.LoggerFactory;
        if (factory is NullLoggerFactory)
        {
            if (!replaying)
            {
                Console.Out.WriteLine(message);
            }
        }
        else if (!replaying || Scope.Worker?.LogInReplay == true)
        {
            PrintRecord.Write(factory.CreateLogger(PrintRecord.Category), message, ProcessId, location);
        }
    }
}
