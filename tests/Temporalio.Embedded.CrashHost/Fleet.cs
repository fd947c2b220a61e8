using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.CrashHost;

/// <summary>A parent that starts children, waits for some, signals a third workflow at each step and leaves the others to its close policy.</summary>
public static class Fleet
{
    /// <summary>The number of steps.</summary>
    public const int Steps = 30;

    /// <summary>Runs it to its end, however often it was interrupted before.</summary>
    /// <param name="client">The client.</param>
    /// <param name="log">The log.</param>
    /// <param name="writeResult">Whether to write what came out to the log; otherwise the process waits to be killed.</param>
    /// <returns>A task for the end.</returns>
    public static async Task RunAsync(TemporalClient client, string log, bool writeResult)
    {
        var options = new TemporalWorkerOptions("q").AddWorkflow<Parent>().AddWorkflow<Child>().AddWorkflow<Sleeper>().AddWorkflow<Ledger>().AddActivity(
            ActivityDefinition.Create("note", typeof(Task), [typeof(int)], 1, args => File.AppendAllTextAsync(log, $"step {args[0]}\n")));
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(async () =>
        {
            await StartAsync(client, "Ledger", "ledger");
            await StartAsync(client, "Parent", "parent");
            var sum = await client.GetWorkflowHandle("parent").GetResultAsync<int>();
            var entries = await client.GetWorkflowHandle("ledger").GetResultAsync<string>();
            var ends = new List<string>();
            foreach (var kind in (string[])["terminated", "cancelled"])
            {
                for (var i = 0; i < Steps; i++)
                {
                    try
                    {
                        await client.GetWorkflowHandle($"{kind}-{i}").GetResultAsync();
                    }
                    catch (WorkflowFailedException e)
                    {
                        ends.Add(e.InnerException!.GetType().Name);
                    }
                }
            }

            if (!writeResult)
            {
                await Task.Delay(Timeout.Infinite);
            }

            await File.AppendAllTextAsync(log, $"sum {sum}\nentries {entries}\nends {string.Join(' ', ends.GroupBy(e => e).Select(g => $"{g.Key} {g.Count()}"))}\n");
        });
    }

    private static async Task StartAsync(TemporalClient client, string type, string id)
    {
        try
        {
            await client.StartWorkflowAsync(type, [], new WorkflowOptions(id, "q") { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting, IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate });
        }
        catch (WorkflowAlreadyStartedException)
        {
            // It ended before the last interruption.
        }
    }

    [Workflow]
    public class Parent
    {
        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            var ledger = Workflow.GetExternalWorkflowHandle<Ledger>("ledger");
            var sum = 0;
            for (var i = 0; i < Steps; i++)
            {
                await Workflow.ExecuteActivityAsync("note", [i], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(10) });
                await Workflow.StartChildWorkflowAsync((Sleeper w) => w.RunAsync(), new ChildWorkflowOptions { Id = $"terminated-{i}" });
                await Workflow.StartChildWorkflowAsync((Sleeper w) => w.RunAsync(), new ChildWorkflowOptions { Id = $"cancelled-{i}", ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy.RequestCancel });
                var child = Workflow.ExecuteChildWorkflowAsync((Child w) => w.RunAsync(i), new ChildWorkflowOptions { Id = $"child-{i}" });
                await ledger.SignalAsync(w => w.AddAsync(i));
                sum += await child;
            }

            return sum;
        }
    }

    [Workflow]
    public class Child
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int value)
        {
            await Workflow.DelayAsync(5);
            return value;
        }
    }

    [Workflow]
    public class Sleeper
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(TimeSpan.FromDays(1));
    }

    [Workflow]
    public class Ledger
    {
        private readonly List<int> entries = [];

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => entries.Count >= Steps);
            return string.Join(' ', entries.Select(e => e.ToString(CultureInfo.InvariantCulture)));
        }

        [WorkflowSignal]
        public Task AddAsync(int entry)
        {
            entries.Add(entry);
            return Task.CompletedTask;
        }
    }
}
