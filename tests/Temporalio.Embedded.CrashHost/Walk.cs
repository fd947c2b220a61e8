using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;
using ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy;

namespace Temporalio.Embedded.CrashHost;

/// <summary>
/// Workflows that use everything that is stored: activities with retries, local activities, timers, children of every close
/// policy, signals and cancellations between workflows, signals and updates from outside, continue-as-new.
/// </summary>
public static class Walk
{
    /// <summary>What comes out, however often it is interrupted.</summary>
    public const string Expected =
        "a0 a1 child f local s1 s2 u1 u2; ledger one two end; victim CanceledFailureException; canceled CanceledFailureException; terminated TerminatedFailureException; abandoned ok; late ok";

    private static readonly ActivityOptions Options = new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(10),
        RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(1), BackoffCoefficient = 1 },
    };

    /// <summary>Runs it to its end, however often it was interrupted before.</summary>
    /// <param name="client">The client.</param>
    /// <param name="log">What is known of earlier attempts.</param>
    /// <returns>What came out.</returns>
    public static async Task<string> RunAsync(ITemporalClient client, WalkLog log)
    {
        var options = new TemporalWorkerOptions("q").AddWorkflow<Main>().AddWorkflow<Ledger>().AddWorkflow<Effect>().AddWorkflow<Late>().AddWorkflow<Sleeper>()
            .AddActivity(ActivityDefinition.Create("effect", typeof(string), [typeof(string)], 1, args => Perform(log, (string)args[0]!)));
        using var worker = new TemporalWorker(client, options);
        return await worker.ExecuteAsync(async () =>
        {
            await StartAsync(client, "Ledger", "ledger");
            await StartAsync(client, "Sleeper", "victim", "clean-up of victim");
            await StartAsync(client, "Main", "main", 0, Array.Empty<string>());
            var main = client.GetWorkflowHandle("main");
            foreach (var number in (string[])["1", "2"])
            {
                await log.ConfirmAsync("s" + number, () => main.SignalAsync("Add", ["s" + number]));
                await log.ConfirmAsync("u" + number, async () =>
                {
                    if (await main.ExecuteUpdateAsync<string>("Put", ["u" + number], new WorkflowUpdateOptions { Id = "u" + number }) != "put u" + number)
                    {
                        throw new InvalidOperationException("The update has another outcome");
                    }
                });
            }

            var result = await main.GetResultAsync<string>();
            var ledger = await client.GetWorkflowHandle("ledger").GetResultAsync<string>();
            var ends = new List<string>();
            foreach (var id in (string[])["victim", "canceled", "terminated", "abandoned", "late"])
            {
                ends.Add($"{id} {await EndAsync(client, id)}");
            }

            return $"{result}; ledger {ledger}; {string.Join("; ", ends)}";
        });
    }

    private static string Perform(WalkLog log, string name)
    {
        log.Add("effect " + name);
        return name == "f" && ActivityExecutionContext.Current.Info.Attempt == 1 ? throw new ApplicationFailureException("once more") : name;
    }

    private static async Task<string> EndAsync(ITemporalClient client, string id)
    {
        try
        {
            await client.GetWorkflowHandle(id).GetResultAsync();
            return "ok";
        }
        catch (WorkflowFailedException e)
        {
            return e.InnerException!.GetType().Name;
        }
    }

    /// <summary>Starts a workflow, unless an earlier life has started it.</summary>
    internal static async Task StartAsync(ITemporalClient client, string type, string id, params object?[] args)
    {
        try
        {
            await client.StartWorkflowAsync(type, args, new WorkflowOptions(id, "q") { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting, IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate });
        }
        catch (WorkflowAlreadyStartedException)
        {
            // It ended before the last interruption.
        }
    }

    private static Task<string> EffectAsync(string name) => Workflow.ExecuteActivityAsync<string>("effect", [name], Options);

    [Workflow]
    public class Main
    {
        private readonly SortedSet<string> seen = new(StringComparer.Ordinal);

        [WorkflowRun]
        public async Task<string> RunAsync(int round, IReadOnlyList<string> before)
        {
            seen.UnionWith(before);
            var ledger = Workflow.GetExternalWorkflowHandle<Ledger>("ledger");
            if (round == 0)
            {
                seen.Add(await EffectAsync("a0"));
                await Workflow.DelayAsync(1);
                seen.Add(await Workflow.ExecuteChildWorkflowAsync((Effect w) => w.RunAsync("child"), new ChildWorkflowOptions { Id = "child" }));
                await Task.WhenAll(ledger.SignalAsync(w => w.AddAsync("one")), ledger.SignalAsync(w => w.AddAsync("two")), Workflow.GetExternalWorkflowHandle("victim").CancelAsync());
                seen.Add(await Workflow.ExecuteLocalActivityAsync<string>("effect", ["local"], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) }));
                seen.Add(await EffectAsync("f"));
                await Workflow.WaitConditionAsync(() => seen.Contains("s1") && seen.Contains("u1"));
                throw Workflow.CreateContinueAsNewException((Main w) => w.RunAsync(1, seen.ToList()));
            }

            await Workflow.StartChildWorkflowAsync((Sleeper w) => w.RunAsync("clean-up of canceled"), new ChildWorkflowOptions { Id = "canceled", ParentClosePolicy = ParentClosePolicy.RequestCancel });
            await Workflow.StartChildWorkflowAsync((Sleeper w) => w.RunAsync("never"), new ChildWorkflowOptions { Id = "terminated" });
            await Workflow.StartChildWorkflowAsync((Effect w) => w.RunAsync("abandoned"), new ChildWorkflowOptions { Id = "abandoned", ParentClosePolicy = ParentClosePolicy.Abandon });
            seen.Add(await EffectAsync("a1"));
            await Workflow.WaitConditionAsync(() => seen.Contains("s2") && seen.Contains("u2") && Workflow.AllHandlersFinished);

            // Nobody waits for these two: the run owes them when it ends.
            _ = ledger.SignalAsync(w => w.AddAsync("end"));
            _ = Workflow.StartChildWorkflowAsync((Late w) => w.RunAsync(), new ChildWorkflowOptions { Id = "late", ParentClosePolicy = ParentClosePolicy.Abandon });
            return string.Join(' ', seen);
        }

        [WorkflowSignal]
        public Task AddAsync(string name)
        {
            seen.Add(name);
            return Task.CompletedTask;
        }

        [WorkflowUpdateValidator(nameof(PutAsync))]
        public void CheckPut(string name) => ArgumentException.ThrowIfNullOrEmpty(name);

        [WorkflowUpdate]
        public async Task<string> PutAsync(string name)
        {
            await Workflow.DelayAsync(1);
            seen.Add(name);
            return "put " + name;
        }
    }

    [Workflow]
    public class Effect
    {
        [WorkflowRun]
        public Task<string> RunAsync(string name) => EffectAsync(name);
    }

    /// <summary>Starts after the end of its parent and tells the ledger that it is there.</summary>
    [Workflow]
    public class Late
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await EffectAsync("late");
            await Workflow.GetExternalWorkflowHandle<Ledger>("ledger").SignalAsync(w => w.AddAsync("late"));
        }
    }

    [Workflow]
    public class Sleeper
    {
        [WorkflowRun]
        public async Task RunAsync(string cleanUp)
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromDays(1));
            }
            catch (TaskCanceledException)
            {
                await Workflow.ExecuteActivityAsync<string>("effect", [cleanUp], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1), CancellationToken = default(System.Threading.CancellationToken) });
                throw;
            }
        }
    }

    [Workflow]
    public class Ledger
    {
        private readonly List<string> entries = [];

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => entries.Contains("end") && entries.Contains("late"));
            return string.Join(' ', entries.Where(e => e != "late"));
        }

        [WorkflowSignal]
        public Task AddAsync(string entry)
        {
            entries.Add(entry);
            return Task.CompletedTask;
        }
    }
}
