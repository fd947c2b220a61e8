using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>Workflow options.</summary>
public class WorkflowOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowOptions"/> class.</summary>
    public WorkflowOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowOptions"/> class.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="taskQueue">The task queue.</param>
    public WorkflowOptions(string id, string taskQueue)
    {
        Id = id;
        TaskQueue = taskQueue;
    }

    /// <summary>Gets or sets the cron schedule.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Gets or sets the timeout of the execution including retries and continue as new.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Gets or sets the identifier.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets what to do when a running workflow has the same id.</summary>
    public WorkflowIdConflictPolicy IdConflictPolicy { get; set; }

    /// <summary>Gets or sets what to do when a closed workflow has the same id.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>Gets or sets the memo: non-indexed values shown with the workflow.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Gets or sets the priority.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Gets or sets whether the first workflow task may be given straight to a local worker.</summary>
    public bool RequestEagerStart { get; set; }

    /// <summary>Gets or sets the retry policy; null means the default.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Gets or sets the timeout of a single run.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Gets or sets how long to wait before the first workflow task is dispatched.</summary>
    public TimeSpan? StartDelay { get; set; }

    /// <summary>Gets or sets the signal sent with the start.</summary>
    public string? StartSignal { get; set; }

    /// <summary>Gets or sets the arguments of the signal sent with the start.</summary>
    public IReadOnlyCollection<object?>? StartSignalArgs { get; set; }

    /// <summary>Gets or sets the details shown in user interfaces.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>Gets or sets the one-line summary shown in user interfaces.</summary>
    public string? StaticSummary { get; set; }

    /// <summary>Gets or sets the task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Gets or sets the timeout of a single workflow task.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Gets or sets the search attributes: indexed values.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Gets or sets the versioning behavior of this workflow, in place of what its type says. It is recorded; the in-process engine has one version of each worker.</summary>
    public VersioningOverride? VersioningOverride { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>Sets the signal sent with the start.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="signalCall">The call of the signal method.</param>
    public void SignalWithStart<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall)
    {
        var (method, args) = CallExpression.Extract(signalCall);
        SignalWithStart(WorkflowSignalDefinition.NameFromMethodForCall(method), args);
    }

    /// <summary>Sets the signal sent with the start.</summary>
    /// <param name="signal">The signal name.</param>
    /// <param name="args">The arguments.</param>
    public void SignalWithStart(string signal, IReadOnlyCollection<object?> args)
    {
        StartSignal = signal;
        StartSignalArgs = args;
    }
}
