using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Workflow.V1;
using Temporalio.Engine.Schedules;
using Temporalio.Engine.Storage;
using Temporalio.Exceptions;

namespace Temporalio.Embedded.CrashHost;

/// <summary>A store that makes a transaction of every transition and calls back after each, before anybody learns of it.</summary>
/// <param name="store">Where they are stored.</param>
/// <param name="step">Called with the number of the step.</param>
internal sealed class StepStore(IExecutionStore store, Action<int> step) : IExecutionStore
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;
    private int steps;

    public Action<RpcException>? Failed
    {
        get => store.Failed;
        set => store.Failed = value;
    }

    public IReadOnlyList<StoredExecution> LoadOpen() => store.LoadOpen();

    public StoredExecution? Find(string workflowNamespace, string workflowId, string? runId) => store.Find(workflowNamespace, workflowId, runId);

    public IReadOnlyList<WorkflowExecutionInfo> ListClosed(string workflowNamespace) => store.ListClosed(workflowNamespace);

    public IReadOnlyList<string> ListNamespaces() => store.ListNamespaces();

    public IReadOnlyList<StoredSchedule> LoadSchedules() => store.LoadSchedules();

    public Task WriteScheduleAsync(ScheduleWrite write) => store.WriteScheduleAsync(write);

    public Task WriteAsync(IReadOnlyList<StoreWrite> writes, Action committed)
    {
        lock (gate)
        {
            return last = WriteAsync(last, writes, committed);
        }
    }

    public void Dispose() => store.Dispose();

    private async Task WriteAsync(Task before, IReadOnlyList<StoreWrite> writes, Action committed)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await store.WriteAsync(writes, () =>
        {
            step(++steps);
            committed();
        });
    }
}
