using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Api.Workflow.V1;
using Temporalio.Engine.Schedules;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Storage;

/// <summary>Keeps runs. Writes are applied in the order of the calls, each as a whole.</summary>
internal interface IExecutionStore : IDisposable
{
    /// <summary>Gets or sets what is told that the store cannot be written any more; no write is made after that.</summary>
    Action<RpcException>? Failed { get; set; }

    /// <summary>Reads every run that is not closed or still owes something to another one.</summary>
    /// <returns>The runs, in the order of their start.</returns>
    /// <exception cref="RpcException">A run cannot be read.</exception>
    IReadOnlyList<StoredExecution> LoadOpen();

    /// <summary>Reads a run.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="workflowId">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest.</param>
    /// <returns>The run, or null.</returns>
    /// <exception cref="RpcException">The run cannot be read.</exception>
    StoredExecution? Find(string workflowNamespace, string workflowId, string? runId);

    /// <summary>Lists the closed runs.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <returns>The runs.</returns>
    IReadOnlyList<WorkflowExecutionInfo> ListClosed(string workflowNamespace);

    /// <summary>Lists the namespaces that have runs.</summary>
    /// <returns>The namespaces.</returns>
    IReadOnlyList<string> ListNamespaces();

    /// <summary>Stores a transition.</summary>
    /// <param name="writes">What it changes, in all runs it touches.</param>
    /// <param name="committed">Run once it cannot be lost any more.</param>
    /// <returns>A task for that moment.</returns>
    Task WriteAsync(IReadOnlyList<StoreWrite> writes, Action committed);

    /// <summary>Reads every schedule.</summary>
    /// <returns>The schedules.</returns>
    IReadOnlyList<StoredSchedule> LoadSchedules();

    /// <summary>Stores or removes a schedule.</summary>
    /// <param name="write">What changes.</param>
    /// <returns>A task for the commit.</returns>
    Task WriteScheduleAsync(ScheduleWrite write);
}
