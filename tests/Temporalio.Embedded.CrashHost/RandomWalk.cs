using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;

namespace Temporalio.Embedded.CrashHost;

/// <summary>Performs a <see cref="RandomPlan"/> with several clients and workers that come and go, however often it is interrupted.</summary>
/// <param name="plan">The plan.</param>
/// <param name="log">What is known of earlier lives.</param>
/// <param name="seed">Decides what is not in the plan: the workers and the order of the messages.</param>
/// <param name="unit">The unit of the timers in milliseconds.</param>
public sealed class RandomWalk(RandomPlan plan, WalkLog log, int seed, int unit)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    /// <summary>Runs the plan to its end.</summary>
    /// <param name="client">Makes a client.</param>
    /// <returns>What differs from the plan; empty if nothing does.</returns>
    public async Task<string> RunAsync(Func<ITemporalClient> client)
    {
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, 2).Select(_ => WorkAsync(client(), stop.Token)).ToList();
        var calls = CallAsync(client);
        var first = await Task.WhenAny(workers.Append(calls));
        await stop.CancelAsync();
        await Task.WhenAll(workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
        return await calls;
    }

    /// <summary>Replays every history.</summary>
    /// <param name="client">The client.</param>
    /// <param name="log">Not used by replays, but part of the options.</param>
    /// <returns>The runs that do not replay, with the reasons.</returns>
    public static async Task<string> ReplayAsync(ITemporalClient client, WalkLog log)
    {
        var options = new WorkflowReplayerOptions();
        foreach (var workflow in Script.WorkerOptions(log).Workflows)
        {
            options.AddWorkflow(workflow);
        }

        var failures = new List<string>();
        await foreach (var run in client.ListWorkflowsAsync(string.Empty))
        {
            var history = await client.GetWorkflowHandle(run.Id, run.RunId).FetchHistoryAsync();
            var result = await new WorkflowReplayer(options).ReplayWorkflowAsync(WorkflowHistory.FromJson(run.Id, history.ToJson()), false);
            if (result.ReplayFailure is { } failure)
            {
                failures.Add($"{run.Id} {run.RunId}: {failure.Message}\n{history.ToJson()}");
            }
        }

        return string.Join('\n', failures);
    }

    /// <summary>Runs one worker after the other: each stops after some effects, in the middle of whatever it does.</summary>
    private async Task WorkAsync(ITemporalClient client, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var options = Script.WorkerOptions(log);
            options.MaxCachedWorkflows = ((int[])[0, 1, 3, 1000])[Next(4)];
            using var worker = new TemporalWorker(client, options);
            var end = log.AfterAsync(Next(3, 30));
            var ended = new TaskCompletionSource();
            await using var registration = stop.Register(() => ended.TrySetResult());
            await worker.ExecuteAsync(() => Task.WhenAny(end, ended.Task), CancellationToken.None);
        }
    }

    private async Task<string> CallAsync(Func<ITemporalClient> client)
    {
        var differences = new List<string>();
        await log.ConfirmAsync("start accounts", () => Walk.StartAsync(client(), "Accounts", "accounts", [Array.Empty<string>()]));
        var results = await Task.WhenAll(plan.Workflows.Select(w => Task.Run(() => CallAsync(client(), w))));
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] != plan.Workflows[i].Expected)
            {
                differences.Add($"{plan.Workflows[i].Id}: {results[i]}\nexpected: {plan.Workflows[i].Expected}");
            }
        }

        var accounts = client().GetWorkflowHandle("accounts");
        await log.ConfirmAsync("end accounts", () => accounts.SignalAsync("End", []));
        var told = (await accounts.GetResultAsync<IReadOnlyList<string>>()).Order(StringComparer.Ordinal).ToList();
        if (!told.SequenceEqual(plan.Told.Order(StringComparer.Ordinal)))
        {
            differences.Add($"accounts: {string.Join(' ', told)}\nexpected: {string.Join(' ', plan.Told.Order(StringComparer.Ordinal))}");
        }

        return string.Join('\n', differences);
    }

    private async Task<string> CallAsync(ITemporalClient client, PlannedWorkflow workflow)
    {
        var input = new ScriptInput(workflow.Steps, workflow.Messages.Count, unit, [], []);
        await log.ConfirmAsync("start " + workflow.Id, () => Walk.StartAsync(client, "Script", workflow.Id, [input]));
        var handle = client.GetWorkflowHandle(workflow.Id);
        foreach (var message in workflow.Messages)
        {
            await log.ConfirmAsync(message.Name, async () =>
            {
                if (!message.IsUpdate)
                {
                    await handle.SignalAsync("Tell", [message.Name]);
                }
                else if (await handle.ExecuteUpdateAsync<string>("Put", [message.Name], new WorkflowUpdateOptions { Id = message.Name }) is var answer && answer != "put " + message.Name)
                {
                    throw new InvalidOperationException($"The update {message.Name} was answered with {answer}");
                }
            });
            if (Next(3) == 0)
            {
                await handle.QueryAsync<int>("Received", []);
            }
        }

        return await handle.GetResultAsync<string>();
    }

    private int Next(int end) => Next(0, end);

    private int Next(int start, int end)
    {
        lock (gate)
        {
            return random.Next(start, end);
        }
    }
}
