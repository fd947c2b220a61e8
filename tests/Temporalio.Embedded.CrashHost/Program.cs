using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Engine;
using Temporalio.Engine.Storage;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.CrashHost;

/// <summary>
/// A process that the tests kill: runs a workflow of three steps on a database and writes each attempt of a step to a log.
/// With "hang" as the third argument the second step never ends. With "walk" it runs <see cref="Walk"/> instead, and kills itself
/// after as many stored steps as the fourth argument says. With "random" it performs the <see cref="RandomPlan"/> of the seed in the
/// fourth argument and writes every line of the log to the standard output too, so that the test can kill it at any of them.
/// </summary>
public static class Program
{
    public static async Task Main(string[] args)
    {
        var (database, log, hang) = (args[0], args[1], args.Length > 2 && args[2] == "hang");
        if (args.Length > 3 && args[2] == "walk")
        {
            await WalkAsync(database, log, int.Parse(args[3], CultureInfo.InvariantCulture));
            return;
        }

        if (args.Length > 3 && args[2] == "random")
        {
            await WalkAtRandomAsync(database, log, int.Parse(args[3], CultureInfo.InvariantCulture));
            return;
        }

        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions("embedded:" + database));
        var options = new TemporalWorkerOptions("q").AddWorkflow<Steps>().AddActivity(ActivityDefinition.Create(
            "step",
            typeof(Task<string>),
            [typeof(int)],
            1,
            parameters => StepAsync((int)parameters[0]!, log, hang)));
        using var worker = new TemporalWorker(client, options);
        var result = await worker.ExecuteAsync(async () =>
        {
            var handle = await client.StartWorkflowAsync(
                (Steps w) => w.RunAsync(),
                new WorkflowOptions("steps", "q") { IdConflictPolicy = Api.Enums.V1.WorkflowIdConflictPolicy.UseExisting });
            return await handle.GetResultAsync();
        });
        await File.AppendAllTextAsync(log, $"result {result}\n");
    }

    private static async Task WalkAsync(string database, string file, int steps)
    {
        using var engine = EmbeddedEngine.OpenStore(
            new StepStore(SqliteExecutionStore.Open(database), step =>
            {
                if (step == steps)
                {
                    Process.GetCurrentProcess().Kill();
                    Thread.Sleep(Timeout.Infinite);
                }
            }),
            false);
        var options = new TemporalClientConnectOptions("embedded:" + database);
        var log = new WalkLog(file);
        log.Add("result " + await Walk.RunAsync(new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions()), log));
    }

    private static async Task WalkAtRandomAsync(string database, string file, int seed)
    {
        var log = new WalkLog(file);
        var connection = await TemporalConnection.ConnectAsync(new TemporalConnectionOptions("embedded:" + database));
        TemporalClient Client() => new(connection, new TemporalClientOptions());
        var difference = await new RandomWalk(new RandomPlan(seed), log, seed + log.Lines().Count, 1).RunAsync(Client);
        difference += await RandomWalk.ReplayAsync(Client(), log);
        log.Add(difference.Length == 0 ? "as planned" : difference);
    }

    private static async Task<string> StepAsync(int number, string log, bool hang)
    {
        var attempt = ActivityExecutionContext.Current.Info.Attempt;
        await File.AppendAllTextAsync(log, $"step {number} attempt {attempt}\n");
        if (hang && number == 2)
        {
            await Task.Delay(Timeout.Infinite);
        }

        return $"{number}.{attempt}";
    }

    [Workflow]
    public class Steps
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var result = string.Empty;
            for (var i = 1; i <= 3; i++)
            {
                result += await Workflow.ExecuteActivityAsync<string>("step", [i], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(10) }) + " ";
                await Workflow.DelayAsync(10);
            }

            return result.Trim();
        }
    }
}
