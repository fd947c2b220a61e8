using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Engine;
using Temporalio.Engine.Schedules;
using Temporalio.Engine.Storage;
using Schedule = Temporalio.Client.Schedules.Schedule;

namespace Temporalio.Embedded.Tests.Schedules;

/// <summary>What time and crashes do to a schedule is done to its stored form, so that no test has to wait.</summary>
public sealed class ScheduleDurabilityTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    private string File => Path.Combine(directory, "engine.db");

    private string Host => "embedded:" + File;

    public void Dispose()
    {
        EngineRegistry.Close(Host);
        Directory.Delete(directory, true);
    }

    [Theory]
    [InlineData(ScheduleOverlapPolicy.AllowAll, 365, 24, 0, 0)]
    [InlineData(ScheduleOverlapPolicy.AllowAll, 0.25, 6, 0, 18)]
    [InlineData(ScheduleOverlapPolicy.Skip, 365, 1, 23, 0)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, 365, 1, 22, 0)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, 365, 1, 0, 0)]
    public async Task What_was_missed_while_nothing_ran_is_caught_up_with(ScheduleOverlapPolicy policy, double window, int started, int skipped, int missed)
    {
        await CreateAsync(new SchedulePolicy { Overlap = policy, CatchupWindow = TimeSpan.FromDays(window) });
        Edit(s => s.Processed = Timestamp.FromDateTime(s.Processed.ToDateTime().AddDays(-1)));
        var client = await ConnectAsync();
        var info = (await client.GetScheduleHandle("s").DescribeAsync()).Info;
        Assert.Equal((started, skipped, missed), (info.NumActions, info.NumActionsSkippedOverlap, info.NumActionsMissedCatchupWindow));
        Assert.Equal(started, await client.ListWorkflowsAsync(string.Empty).CountAsync());
        Assert.Equal(Math.Min(started, 10), info.RecentActions.Count);
        Assert.Equal(started, info.RunningActions.Count);
    }

    [Fact]
    public async Task A_schedule_is_the_same_after_a_restart()
    {
        var client = await CreateAsync(new SchedulePolicy { Overlap = ScheduleOverlapPolicy.CancelOther, PauseOnFailure = true });
        await client.GetScheduleHandle("s").TriggerAsync();
        await client.GetScheduleHandle("s").PauseAsync("rest");
        var before = await client.GetScheduleHandle("s").DescribeAsync();
        EngineRegistry.Close(Host);
        client = await ConnectAsync();
        var after = await client.GetScheduleHandle("s").DescribeAsync();
        Assert.Equal(before.Schedule.Policy, after.Schedule.Policy);
        Assert.Equal(before.Schedule.State, after.Schedule.State);
        Assert.Equal(before.Info.RunningActions, after.Info.RunningActions);
        Assert.Equal(before.Info.RecentActions, after.Info.RecentActions);
        Assert.Equal("kept", await after.Memo["note"].ToValueAsync<string>());
        await client.GetScheduleHandle("s").DeleteAsync();
        EngineRegistry.Close(Host);
        client = await ConnectAsync();
        Assert.Empty(await client.ListSchedulesAsync().ToListAsync());
    }

    [Fact]
    public async Task An_end_that_came_between_is_seen_after_a_restart()
    {
        var client = await CreateAsync(new SchedulePolicy { Overlap = ScheduleOverlapPolicy.BufferAll });
        await client.GetScheduleHandle("s").TriggerAsync();
        var running = await client.ListWorkflowsAsync(string.Empty).SingleAsync();
        byte[]? state = null;
        Edit(s => state = s.ToByteArray());
        client = await ConnectAsync();
        await client.GetWorkflowHandle(running.Id).TerminateAsync();

        // The schedule as it was before it knew.
        Edit(s =>
        {
            s.Info = StoredSchedule.Parser.ParseFrom(state).Info;
            s.Buffer.Add(Action(s.Info.CreateTime.ToDateTime().AddDays(-1)));
        });
        client = await ConnectAsync();
        var info = (await client.GetScheduleHandle("s").DescribeAsync()).Info;
        Assert.Equal(2, await client.ListWorkflowsAsync(string.Empty).CountAsync());
        Assert.NotEqual(running.Id, Assert.IsType<ScheduleActionExecutionStartWorkflow>(info.RunningActions.Single()).WorkflowId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_action_that_was_taken_but_not_recorded_is_not_taken_twice(bool ended)
    {
        var client = await CreateAsync(new SchedulePolicy());
        await client.GetScheduleHandle("s").TriggerAsync();
        var run = await client.ListWorkflowsAsync(string.Empty).SingleAsync();
        if (ended)
        {
            await client.GetWorkflowHandle(run.Id).TerminateAsync();
        }

        // The schedule as it was before it recorded the start.
        Edit(s =>
        {
            s.Buffer.Add(Action(s.Info.RecentActions[0].ScheduleTime.ToDateTime()));
            s.Info.ActionCount = 0;
            s.Info.RecentActions.Clear();
            s.Info.RunningWorkflows.Clear();
        });
        client = await ConnectAsync();
        var info = (await client.GetScheduleHandle("s").DescribeAsync()).Info;
        Assert.Equal(1, info.NumActions);
        Assert.Equal(run.RunId, Assert.IsType<ScheduleActionExecutionStartWorkflow>(info.RecentActions.Single().Action).FirstExecutionRunId);
        Assert.Equal(ended ? 0 : 1, info.RunningActions.Count);
        Assert.Equal(1, await client.ListWorkflowsAsync(string.Empty).CountAsync());
    }

    [Fact]
    public async Task A_damaged_schedule_is_refused_and_left_as_it_is()
    {
        await CreateAsync(new SchedulePolicy());
        EngineRegistry.Close(Host);
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        for (var at = bytes.AsSpan().IndexOf("kept"u8); at >= 0; at = bytes.AsSpan().IndexOf("kept"u8))
        {
            bytes[at] ^= 1;
        }

        await System.IO.File.WriteAllBytesAsync(File, bytes);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(ConnectAsync);
        Assert.Contains($"The database '{File}' cannot be read: schedule 's': ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task Schedules_of_a_database_from_before_they_had_checksums_are_read()
    {
        await CreateAsync(new SchedulePolicy());
        EngineRegistry.Close(Host);
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE schedules SET state = substr(state, 1, length(state) - 4); PRAGMA user_version = 2";
            command.ExecuteNonQuery();
        }

        for (var time = 0; time < 2; time++)
        {
            var client = await ConnectAsync();
            Assert.Equal("kept", await (await client.GetScheduleHandle("s").DescribeAsync()).Memo["note"].ToValueAsync<string>());
            EngineRegistry.Close(Host);
        }
    }

    private static BufferedAction Action(DateTime time) => new() { Nominal = Timestamp.FromDateTime(time), Due = Timestamp.FromDateTime(time), Manual = true };

    private async Task<TemporalClient> CreateAsync(SchedulePolicy policy)
    {
        // Half an hour from now, so that nothing falls due during the test.
        var offset = TimeSpan.FromSeconds((DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1800) % 3600);
        var client = await ConnectAsync();
        await client.CreateScheduleAsync(
            "s",
            new Schedule(ScheduleActionStartWorkflow.Create("Job", [], new WorkflowOptions("job", "q")), new ScheduleSpec { Intervals = [new(Hour, offset)] }) { Policy = policy },
            new ScheduleOptions { Memo = new Dictionary<string, object> { ["note"] = "kept" } });
        return client;
    }

    private Task<TemporalClient> ConnectAsync() => TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));

    private void Edit(Action<StoredSchedule> change)
    {
        EngineRegistry.Close(Host);
        using var store = SqliteExecutionStore.Open(File);
        var stored = store.LoadSchedules().Single();
        change(stored);
        store.WriteScheduleAsync(new ScheduleWrite(stored.Namespace, stored.ScheduleId, StoredBlob.Write(stored))).GetAwaiter().GetResult();
    }
}
