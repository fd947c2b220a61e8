using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>The workflow whose histories <see cref="ServerHistoryTests"/> has.</summary>
[Workflow("Recorded")]
public class RecordedWorkflow
{
    private static readonly ActivityOptions Options = new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), RetryPolicy = new RetryPolicy { MaximumAttempts = 3 } };
    private static readonly LocalActivityOptions Local = new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) };
    private string said = string.Empty;

    [WorkflowRun]
    public async Task<string> RunAsync(string what)
    {
        switch (what)
        {
            case "activity":
                return await ActivityAsync("charge");
            case "other activity":
                return await ActivityAsync("refund");
            case "failing activity":
                return await CauseAsync(() => ActivityAsync("charge"));
            case "cancelled activity":
                return await CancelAsync(token => Workflow.ExecuteActivityAsync<string>("charge", [], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(10), CancellationToken = token }));
            case "timers":
                using (var source = new CancellationTokenSource())
                {
                    var first = Workflow.DelayAsync(5000);
                    var second = Workflow.DelayAsync(60_000, source.Token);
                    await Workflow.WhenAnyAsync(first, second);
                    source.Cancel();
                    return await Workflow.WaitConditionAsync(() => said.Length > 0, 3000) ? said : "nothing said";
                }

            case "local activities":
                return await ActivityAsync("charge") + await LocalAsync() + await CauseAsync(LocalAsync) + await ActivityAsync("charge");
            case "patches":
                var way = Workflow.Patched("new way") ? "new" : "old";
                Workflow.DeprecatePatch("gone");
                Workflow.UpsertTypedSearchAttributes(SearchAttributeKey.CreateKeyword("Customer").ValueSet("c"));
                Workflow.UpsertMemo(MemoUpdate.ValueSet("note", "n"));
                await Workflow.DelayAsync(1000);
                return way;
            case "child":
                return await Workflow.ExecuteChildWorkflowAsync<string>("Child", []);
            case "named child":
                return await CauseAsync(() => Workflow.ExecuteChildWorkflowAsync<string>("Child", [], new ChildWorkflowOptions { Id = "c1" }));
            case "cancelled child":
                return await CancelAsync(token => Workflow.ExecuteChildWorkflowAsync<string>("Child", [], new ChildWorkflowOptions { Id = "c1", CancellationToken = token }));
            case "externals":
                var other = Workflow.GetExternalWorkflowHandle("other");
                await other.SignalAsync("ping", ["x"]);
                await other.CancelAsync();
                return await CauseAsync(async () =>
                {
                    await other.SignalAsync("ping", ["y"]);
                    return "found";
                });
            case "messages":
                await Workflow.WaitConditionAsync(() => said.Length >= 4 && Workflow.AllHandlersFinished);
                return said;
            case "continue":
                await Workflow.WaitConditionAsync(() => Workflow.ContinueAsNewSuggested);
                throw Workflow.CreateContinueAsNewException((RecordedWorkflow w) => w.RunAsync("continue"));
            case "cancelled":
                await Workflow.DelayAsync(TimeSpan.FromDays(1));
                return "not cancelled";
            case "failed":
                throw new ApplicationFailureException("lost", "T");
            default:
                return "nothing";
        }
    }

    [WorkflowSignal]
    public async Task SayAsync(string text)
    {
        await Workflow.DelayAsync(1000);
        said += text;
    }

    [WorkflowUpdateValidator(nameof(PutAsync))]
    public void CheckPut(string text) => throw new ApplicationFailureException("validators do not run in replays");

    [WorkflowUpdate]
    public async Task<string> PutAsync(string text)
    {
        var result = text == "!" ? throw new ApplicationFailureException("refused", "T") : await ActivityAsync("charge");
        said += text;
        return result;
    }

    private static Task<string> ActivityAsync(string name) => Workflow.ExecuteActivityAsync<string>(name, [1], Options);

    private static Task<string> LocalAsync() => Workflow.ExecuteLocalActivityAsync<string>("look", [], Local);

    private static async Task<string> CauseAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is ActivityFailureException or ChildWorkflowFailureException)
        {
            return e.InnerException!.GetType().Name;
        }
        catch (Exception e) when (e is WorkflowAlreadyStartedException or ApplicationFailureException)
        {
            return e.GetType().Name;
        }
    }

    private static async Task<string> CancelAsync(Func<CancellationToken, Task> start)
    {
        using var source = new CancellationTokenSource();
        var running = start(source.Token);
        await Workflow.DelayAsync(1000);
        source.Cancel();
        try
        {
            await running;
            return "not cancelled";
        }
        catch (Exception e) when (TemporalException.IsCanceledException(e))
        {
            return "cancelled";
        }
    }
}
