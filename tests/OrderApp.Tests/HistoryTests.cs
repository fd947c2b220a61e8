using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Common;
using Temporalio.Worker;
using Wippy.Temporal.Hosting;

namespace OrderApp.Tests;

/// <summary>Recorded histories of the sample's workflow: what the compiler makes of the same Lua must go on with them for ever.</summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Recorded => new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Histories"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task A_recorded_history_replays(string file)
    {
        var options = new WorkflowReplayerOptions();
        WippyHosting.ConfigureReplayer(options, WippyServiceCollectionExtensions.CreateApplication(), "app:worker");
        var history = WorkflowHistory.FromJson("order-1001", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Histories", file)));
        var result = await new WorkflowReplayer(options).ReplayWorkflowAsync(history);
        Assert.Null(result.ReplayFailure);
    }
}
