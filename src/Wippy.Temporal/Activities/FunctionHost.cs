using System;
using System.Threading;
using Microsoft.Extensions.Logging.Abstractions;
using Wippy.Runtime;
using Wippy.Temporal.Interceptors;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Activities;

/// <summary>The surroundings of an activity or of a function called in process: plain .NET with the application's services.</summary>
internal sealed class FunctionHost(InvocationScope scope, string entryId, string processId, int depth, CancellationToken cancellationToken)
    : SystemHost(cancellationToken), IWippyHost
{
    /// <summary>In-process calls inside one another; more end in a Lua error instead of using up the memory.</summary>
    public const int MaximumDepth = 200;

    /// <inheritdoc/>
    public InvocationScope Scope { get; } = scope;

    /// <inheritdoc/>
    public string EntryId { get; } = entryId;

    /// <summary>How many in-process calls surround this one.</summary>
    public int Depth { get; } = depth;

    /// <inheritdoc/>
    public Mailbox Mailbox { get; } = new();

    /// <inheritdoc/>
    public override string ProcessId { get; } = processId;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => Scope.Application.Options.LocalTimeZone;

    /// <inheritdoc/>
    public override void Print(string message, string location)
    {
        if (Scope.Application.LoggerFactory is NullLoggerFactory)
        {
            base.Print(message, location);
        }
        else
        {
            PrintRecord.Write(Scope.Application.LoggerFactory.CreateLogger(PrintRecord.Category), message, ProcessId, location);
        }
    }

    /// <inheritdoc/>
    public override object? GetService(Type type) => Scope.Application.Services.GetService(type);
}
