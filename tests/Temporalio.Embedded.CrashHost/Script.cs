using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.CrashHost;

/// <summary>What a <see cref="Script"/> starts with.</summary>
/// <param name="Steps">What is left to do.</param>
/// <param name="Messages">How many messages it waits for in the end.</param>
/// <param name="Unit">The unit of its timers in milliseconds.</param>
/// <param name="Results">What has come out so far.</param>
/// <param name="Received">The messages received so far.</param>
public sealed record ScriptInput(IReadOnlyList<Step> Steps, int Messages, int Unit, IReadOnlyList<string> Results, IReadOnlyList<string> Received);

/// <summary>A workflow that does the steps it is given.</summary>
[Workflow]
public class Script
{
    private static readonly SearchAttributeKey<long> Progress = SearchAttributeKey.CreateLong("Progress");
    private readonly SortedSet<string> received = new(StringComparer.Ordinal);
    private ScriptInput input = new([], 0, 1, [], []);

    /// <summary>Joins the parts of a result.</summary>
    /// <param name="results">What the steps gave.</param>
    /// <param name="messages">The messages, in any order.</param>
    /// <returns>The result.</returns>
    public static string Join(IEnumerable<string> results, IEnumerable<string> messages) => string.Join(' ', results.Concat(messages.Order(StringComparer.Ordinal)));

    /// <summary>Makes the options of a worker for scripts.</summary>
    /// <param name="log">Learns of every effect.</param>
    /// <returns>The options.</returns>
    public static TemporalWorkerOptions WorkerOptions(WalkLog log) =>
        new TemporalWorkerOptions("q").AddWorkflow<Script>().AddWorkflow<Forever>().AddWorkflow<Accounts>()
            .AddActivity(ActivityDefinition.Create("effect", typeof(string), [typeof(string), typeof(int)], 2, args =>
            {
                var name = (string)args[0]!;
                log.Add("effect " + name);
                var fails = (int)args[1]!;
                return fails < 0 ? throw new ApplicationFailureException("refused", nonRetryable: true)
                    : ActivityExecutionContext.Current.Info.Attempt <= fails ? throw new ApplicationFailureException("once more")
                    : name;
            }));

    [WorkflowRun]
    public async Task<string> RunAsync(ScriptInput start)
    {
        input = start;
        received.UnionWith(start.Received);
        var results = start.Results.ToList();
        for (var i = 0; i < start.Steps.Count; i++)
        {
            if (start.Steps[i].Kind == "continue")
            {
                await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
                var rest = start with { Steps = start.Steps.Skip(i + 1).ToList(), Results = results, Received = received.ToList() };
                throw Workflow.CreateContinueAsNewException((Script w) => w.RunAsync(rest));
            }

            results.Add(await PerformAsync(start.Steps[i]));
        }

        await Workflow.WaitConditionAsync(() => received.Count == start.Messages && Workflow.AllHandlersFinished);
        return Join(results, received);
    }

    [WorkflowQuery]
    public int Received() => received.Count;

    [WorkflowSignal]
    public async Task TellAsync(string message)
    {
        await Workflow.DelayAsync(input.Unit);
        received.Add(message);
    }

    [WorkflowUpdateValidator(nameof(PutAsync))]
    public void CheckPut(string message) => ArgumentException.ThrowIfNullOrEmpty(message);

    [WorkflowUpdate]
    public async Task<string> PutAsync(string message)
    {
        await Workflow.DelayAsync(input.Unit);
        received.Add(message);
        return "put " + message;
    }

    private static readonly RetryPolicy Retry = new() { InitialInterval = TimeSpan.FromMilliseconds(1), BackoffCoefficient = 1 };

    private static Task<string> EffectAsync(string name, int fails) =>
        Workflow.ExecuteActivityAsync<string>("effect", [name, fails], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(10), RetryPolicy = Retry });

    private async Task<string> PerformAsync(Step step)
    {
        switch (step.Kind)
        {
            case "activity":
                return await EffectAsync(step.Name, step.Number);
            case "local":
                return await Workflow.ExecuteLocalActivityAsync<string>(
                    "effect", [step.Name, step.Number], new LocalActivityOptions { ActivityId = step.Name, StartToCloseTimeout = TimeSpan.FromMinutes(10), RetryPolicy = Retry });
            case "timer":
                await Workflow.DelayAsync(step.Number * input.Unit);
                return step.Kind;
            case "child":
                try
                {
                    return $"({await Workflow.ExecuteChildWorkflowAsync((Script w) => w.RunAsync(new ScriptInput(step.Steps!, 0, input.Unit, Array.Empty<string>(), Array.Empty<string>())))})";
                }
                catch (ChildWorkflowFailureException e) when (e.InnerException is ApplicationFailureException { ErrorType: "planned" } cause)
                {
                    return $"failed {cause.Message}";
                }

            case "fail":
                throw new ApplicationFailureException(step.Name, "planned");
            case "all":
                return $"[{Join(await Workflow.WhenAllAsync(step.Steps!.Select(PerformAsync)), [])}]";
            case "tell":
                await Workflow.GetExternalWorkflowHandle<Accounts>("accounts").SignalAsync(w => w.AddAsync(step.Name));
                return step.Name;
            case "refused":
                try
                {
                    return await EffectAsync(step.Name, -1) + " not refused";
                }
                catch (ActivityFailureException e) when (e.InnerException is ApplicationFailureException { NonRetryable: true })
                {
                    return step.Name;
                }

            case "nobody":
                try
                {
                    await Workflow.GetExternalWorkflowHandle("nobody").SignalAsync("x", []);
                    return "somebody";
                }
                catch (ApplicationFailureException)
                {
                    return step.Kind;
                }

            case "cancelled timer":
                return await CancelledAsync(step.Kind, token => Workflow.DelayAsync(TimeSpan.FromDays(1000), token));
            case "cancelled activity":
                return await CancelledAsync(step.Kind, token => Workflow.ExecuteActivityAsync<string>(
                    "effect", ["never", 0], new ActivityOptions { TaskQueue = "nobody", ScheduleToCloseTimeout = TimeSpan.FromDays(1000), CancellationToken = token }));
            case "cancelled child":
                return await CancelledAsync(step.Kind, token => Workflow.ExecuteChildWorkflowAsync((Forever w) => w.RunAsync(), new ChildWorkflowOptions { CancellationToken = token }));
            case "patch":
                return Workflow.Patched(step.Name) ? step.Name : "not patched";
            case "memo":
                Workflow.UpsertMemo(MemoUpdate.ValueSet("progress", step.Number));
                return step.Kind;
            case "attribute":
                Workflow.UpsertTypedSearchAttributes(Progress.ValueSet(step.Number));
                return step.Kind;
            default:
                Workflow.NewGuid();
                return step.Kind;
        }
    }

    private async Task<string> CancelledAsync(string kind, Func<CancellationToken, Task> start)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
        var running = start(source.Token);
        await Workflow.DelayAsync(input.Unit);
        source.Cancel();
        try
        {
            await running;
            return kind + " ended by itself";
        }
        catch (Exception e) when (TemporalException.IsCanceledException(e))
        {
            return kind;
        }
    }

    /// <summary>Ends when it is cancelled.</summary>
    [Workflow]
    public class Forever
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => false);
    }

    /// <summary>Collects what the others tell, in runs of five entries.</summary>
    [Workflow]
    public class Accounts
    {
        private readonly List<string> entries = [];
        private bool ended;

        [WorkflowRun]
        public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> before)
        {
            await Workflow.WaitConditionAsync(() => ended || entries.Count >= 5);
            IReadOnlyList<string> all = [.. before, .. entries];
            return ended ? all : throw Workflow.CreateContinueAsNewException((Accounts w) => w.RunAsync(all));
        }

        [WorkflowSignal]
        public Task AddAsync(string entry)
        {
            entries.Add(entry);
            return Task.CompletedTask;
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            ended = true;
            return Task.CompletedTask;
        }
    }
}
