using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Embedded.Tests.Workflows;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Schedules;

public class ScheduleTests
{
    private static readonly SearchAttributeKey<string> Region = SearchAttributeKey.CreateKeyword("Region");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_action_starts_its_workflow_with_all_options_at_every_time()
    {
        await RunAsync(async env =>
        {
            var handle = await env.Client.CreateScheduleAsync(
                "s",
                new Schedule(
                    ScheduleActionStartWorkflow.Create(
                        (Job w) => w.RunAsync("quick"),
                        new WorkflowOptions("job", "q")
                        {
                            Memo = new Dictionary<string, object> { ["note"] = "of the workflow" },
                            TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(Region, "north").ToSearchAttributeCollection(),
                            RetryPolicy = new() { MaximumAttempts = 1 },
                            RunTimeout = Hour,
                            StaticSummary = "a job",
                        }),
                    await HourlyAsync(env)),
                new ScheduleOptions
                {
                    Memo = new Dictionary<string, object> { ["note"] = "of the schedule" },
                    TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(Region, "south").ToSearchAttributeCollection(),
                });
            var next = (await handle.DescribeAsync()).Info.NextActionTimes.ToList();
            Assert.Equal(10, next.Count);
            await env.DelayAsync(3 * Hour);

            var runs = await JobsAsync(env);
            Assert.Equal(next.Take(3).Select(t => $"job-{t:yyyy-MM-ddTHH:mm:ssZ}"), runs.Select(r => r.Id));
            Assert.All(runs, r => Assert.Equal(WorkflowExecutionStatus.Completed, r.Status));
            var run = await env.Client.GetWorkflowHandle(runs[0].Id).DescribeAsync();
            Assert.Equal("a job", await run.GetStaticSummaryAsync());
            Assert.Equal("of the workflow", await run.Memo["note"].ToValueAsync<string>());
            Assert.Equal("north", run.TypedSearchAttributes.Get(Region));
            Assert.Equal("s", run.TypedSearchAttributes.Get(SearchAttributeKey.CreateKeyword("TemporalScheduledById")));
            Assert.Equal(next[0], run.TypedSearchAttributes.Get(SearchAttributeKey.CreateDateTimeOffset("TemporalScheduledStartTime")).UtcDateTime);

            // Each run knows the result of the one before it.
            Assert.Equal(["quick", "quick after quick", "quick after quick after quick"], await ResultsAsync(env));

            var description = await handle.DescribeAsync();
            Assert.Equal("of the schedule", await description.Memo["note"].ToValueAsync<string>());
            Assert.Equal("south", description.TypedSearchAttributes.Get(Region));
            Assert.Equal(3, description.Info.NumActions);
            Assert.Equal(next[3], description.Info.NextActionTimes.First());
            Assert.Null(description.Info.LastUpdatedAt);
            Assert.Equal(
                runs.Select(r => (r.Id, r.RunId)),
                description.Info.RecentActions.Select(a => (ScheduleActionExecutionStartWorkflow)a.Action).Select(a => (a.WorkflowId, a.FirstExecutionRunId)));
            Assert.Equal(next.Take(3), description.Info.RecentActions.Select(a => a.ScheduledAt));
            Assert.All(description.Info.RecentActions, a => Assert.InRange(a.StartedAt - a.ScheduledAt, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
            var action = Assert.IsType<ScheduleActionStartWorkflow>(description.Schedule.Action);
            Assert.Equal("quick", await Assert.IsAssignableFrom<IEncodedRawValue>(action.Args.Single()).ToValueAsync<string>());
            Assert.Equal(("Job", "a job", Hour), (action.Workflow, action.Options.StaticSummary, action.Options.RunTimeout));
        });
    }

    [Theory]
    [InlineData(ScheduleOverlapPolicy.Skip, 1, 3, WorkflowExecutionStatus.Running)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, 1, 2, WorkflowExecutionStatus.Running)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, 1, 0, WorkflowExecutionStatus.Running)]
    [InlineData(ScheduleOverlapPolicy.AllowAll, 4, 0, WorkflowExecutionStatus.Running)]
    [InlineData(ScheduleOverlapPolicy.CancelOther, 4, 0, WorkflowExecutionStatus.Canceled)]
    [InlineData(ScheduleOverlapPolicy.TerminateOther, 4, 0, WorkflowExecutionStatus.Terminated)]
    public async Task Overlapping_actions_follow_the_policy(ScheduleOverlapPolicy policy, int started, int skipped, WorkflowExecutionStatus first)
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "wait", new SchedulePolicy { Overlap = policy });
            await env.DelayAsync(4 * Hour);
            var info = (await handle.DescribeAsync()).Info;
            Assert.Equal((started, skipped), (info.NumActions, info.NumActionsSkippedOverlap));
            var runs = await JobsAsync(env);
            Assert.Equal(started, runs.Count);
            Assert.Equal(first, runs[0].Status);
            Assert.Equal(runs.Count(r => r.Status == WorkflowExecutionStatus.Running), info.RunningActions.Count);
        });
    }

    [Theory]
    [InlineData(ScheduleOverlapPolicy.Skip, 1)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, 2)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, 4)]
    public async Task What_was_buffered_starts_one_after_the_other(ScheduleOverlapPolicy policy, int total)
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "wait", new SchedulePolicy { Overlap = policy });
            await env.DelayAsync(4 * Hour);

            // The buffered ones would be dropped by a pause.
            await handle.UpdateAsync(i => new ScheduleUpdate(i.Description.Schedule with { Spec = new ScheduleSpec() }));
            for (var i = 1; i <= total; i++)
            {
                var runs = await JobsAsync(env);
                Assert.Equal(i, runs.Count);
                var run = env.Client.GetWorkflowHandle<Job, string>(runs[^1].Id);
                await run.SignalAsync(w => w.GoAsync());
                await run.GetResultAsync();
                await env.DelayAsync(1000);
            }

            Assert.Equal(total, (await JobsAsync(env)).Count);
            Assert.Empty((await handle.DescribeAsync()).Info.RunningActions);
        });
    }

    [Fact]
    public async Task A_failure_pauses_if_asked_and_the_next_run_knows_it()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "fail", new SchedulePolicy { PauseOnFailure = true });
            await env.DelayAsync(4 * Hour);
            var description = await handle.DescribeAsync();
            Assert.Equal(1, description.Info.NumActions);
            Assert.True(description.Schedule.State.Paused);
            Assert.Contains("paused due to workflow failure: job-", description.Schedule.State.Note, StringComparison.Ordinal);
            await handle.UnpauseAsync();
            await env.DelayAsync(Hour);
            var runs = await JobsAsync(env);
            var last = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.GetWorkflowHandle(runs[^1].Id).GetResultAsync());
            Assert.Equal("no after failure no", last.InnerException!.Message);
        });
    }

    [Fact]
    public async Task Without_asking_a_failure_changes_nothing()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "fail");
            await env.DelayAsync(4 * Hour);
            Assert.Equal(4, (await handle.DescribeAsync()).Info.NumActions);
        });
    }

    [Fact]
    public async Task Nothing_happens_during_a_pause_and_nothing_is_made_up_for()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "quick");
            await env.DelayAsync(Hour);
            await handle.PauseAsync();
            var state = (await handle.DescribeAsync()).Schedule.State;
            Assert.Equal((true, "Paused via .NET SDK"), (state.Paused, state.Note));
            await env.DelayAsync(5 * Hour);
            Assert.Single(await JobsAsync(env));

            // A trigger works all the same.
            await handle.TriggerAsync();
            await env.DelayAsync(1000);
            Assert.Equal(2, (await JobsAsync(env)).Count);
            await handle.UnpauseAsync("go on");
            state = (await handle.DescribeAsync()).Schedule.State;
            Assert.Equal((false, "go on"), (state.Paused, state.Note));
            await env.DelayAsync(2 * Hour);
            Assert.Equal(4, (await JobsAsync(env)).Count);
        });
    }

    [Fact]
    public async Task Limited_actions_run_out_but_triggers_do_not()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "quick", state: new ScheduleState { LimitedActions = true, RemainingActions = 2 });
            Assert.Equal(2, (await handle.DescribeAsync()).Info.NextActionTimes.Count);
            await env.DelayAsync(5 * Hour);
            Assert.Equal(2, (await JobsAsync(env)).Count);
            var description = await handle.DescribeAsync();
            Assert.Equal(0, description.Schedule.State.RemainingActions);
            Assert.Empty(description.Info.NextActionTimes);
            await handle.TriggerAsync();
            await env.DelayAsync(1000);
            Assert.Equal(3, (await JobsAsync(env)).Count);
        });
    }

    [Fact]
    public async Task A_trigger_may_have_a_policy_of_its_own()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "wait", options: new ScheduleOptions { TriggerImmediately = true });
            await env.DelayAsync(2000);
            await handle.TriggerAsync();
            await env.DelayAsync(2000);
            Assert.Single(await JobsAsync(env));
            await handle.TriggerAsync(new ScheduleTriggerOptions { Overlap = ScheduleOverlapPolicy.AllowAll });
            Assert.Equal(2, (await JobsAsync(env)).Count);
            var info = (await handle.DescribeAsync()).Info;
            Assert.Equal((2, 1), (info.NumActions, info.NumActionsSkippedOverlap));
        });
    }

    [Fact]
    public async Task A_backfill_takes_the_actions_of_the_past_both_ends_included()
    {
        await RunAsync(async env =>
        {
            var spec = new ScheduleSpec { CronExpressions = ["0 * * * *"] };
            var handle = await CreateAsync(env, "quick", spec: spec, options: new ScheduleOptions { Backfills = [new(Utc("2020-01-01T00:00:00"), Utc("2020-01-01T02:00:00"), ScheduleOverlapPolicy.AllowAll)] });
            Assert.Equal(3, (await JobsAsync(env)).Count);
            await handle.BackfillAsync([
                new(Utc("2021-01-01T00:10:00"), Utc("2021-01-01T03:10:00"), ScheduleOverlapPolicy.BufferAll),
                new(Utc("2022-01-01T00:10:00"), Utc("2022-01-01T00:50:00"), ScheduleOverlapPolicy.AllowAll),
            ]);
            while ((await handle.DescribeAsync()).Info.NumActions < 6)
            {
                await env.DelayAsync(1000);
            }

            Assert.Equal(
                ["2020-01-01T00:00:00Z", "2020-01-01T01:00:00Z", "2020-01-01T02:00:00Z", "2021-01-01T01:00:00Z", "2021-01-01T02:00:00Z", "2021-01-01T03:00:00Z"],
                (await JobsAsync(env)).Select(r => r.Id["job-".Length..]));
            await Assert.ThrowsAsync<ArgumentException>(() => handle.BackfillAsync([]));
        });
    }

    [Fact]
    public async Task A_backfill_larger_than_the_buffer_is_taken_in_parts()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "quick", spec: new ScheduleSpec { CronExpressions = ["* * * * *"] });
            await handle.BackfillAsync([new(Utc("2020-01-01T00:00:00"), Utc("2020-01-01T19:59:00"), ScheduleOverlapPolicy.AllowAll)]);
            Assert.Equal(1200, (await handle.DescribeAsync()).Info.NumActions);
            Assert.Equal(1200, (await JobsAsync(env)).Count);
        });
    }

    [Fact]
    public async Task An_update_reads_changes_and_writes()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "quick");
            await handle.UpdateAsync(_ => Task.FromResult<ScheduleUpdate?>(null));
            Assert.Null((await handle.DescribeAsync()).Info.LastUpdatedAt);
            await handle.UpdateAsync(input =>
            {
                Assert.Equal("s", input.Description.Id);
                var action = (ScheduleActionStartWorkflow)input.Description.Schedule.Action;
                return new ScheduleUpdate(
                    input.Description.Schedule with
                    {
                        Action = action with { Options = (WorkflowOptions)WithId(action.Options, "other") },
                        Spec = new ScheduleSpec { CronExpressions = ["15 */6 * * *"], TimeZoneName = "Asia/Tokyo" },
                        Policy = new SchedulePolicy { Overlap = ScheduleOverlapPolicy.AllowAll, CatchupWindow = Hour },
                        State = new ScheduleState { Note = "changed" },
                    },
                    new SearchAttributeCollection.Builder().Set(Region, "east").ToSearchAttributeCollection());
            });
            var description = await handle.DescribeAsync();
            Assert.NotNull(description.Info.LastUpdatedAt);
            Assert.Equal("east", description.TypedSearchAttributes.Get(Region));
            Assert.Equal("changed", description.Schedule.State.Note);
            Assert.Equal((ScheduleOverlapPolicy.AllowAll, Hour), (description.Schedule.Policy.Overlap, description.Schedule.Policy.CatchupWindow));

            // The expression has become a calendar.
            Assert.Empty(description.Schedule.Spec.CronExpressions);
            var calendar = description.Schedule.Spec.Calendars.Single();
            Assert.Equal([new ScheduleRange(15)], calendar.Minute);
            Assert.Equal([new ScheduleRange(0, 23, 6)], calendar.Hour);
            Assert.Equal("Asia/Tokyo", description.Schedule.Spec.TimeZoneName);
            await env.DelayAsync(TimeSpan.FromHours(24));
            Assert.Equal(4, (await env.Client.ListWorkflowsAsync("WorkflowId STARTS_WITH 'other-'").ToListAsync()).Count);
            Assert.Equal("quick", await env.Client.GetWorkflowHandle<Job, string>(description.Info.NextActionTimes.Select(t => $"other-{t:yyyy-MM-ddTHH:mm:ssZ}").First()).GetResultAsync());
        });

        static object WithId(WorkflowOptions options, string id)
        {
            var copy = (WorkflowOptions)options.Clone();
            copy.Id = id;
            return copy;
        }
    }

    [Fact]
    public async Task Schedules_are_listed_and_filtered()
    {
        await RunAsync(async env =>
        {
            foreach (var (id, region) in new[] { ("b", "north"), ("a", "south"), ("c", "south") })
            {
                await env.Client.CreateScheduleAsync(
                    id,
                    new Schedule(ScheduleActionStartWorkflow.Create((Job w) => w.RunAsync("quick"), new WorkflowOptions("job", "q")), await HourlyAsync(env)) { State = new ScheduleState { Note = id, Paused = id == "c" } },
                    new ScheduleOptions
                    {
                        Memo = new Dictionary<string, object> { ["id"] = id },
                        TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(Region, region).ToSearchAttributeCollection(),
                    });
            }

            Assert.Equal("a b c", await IdsAsync(null));
            Assert.Equal("a c", await IdsAsync("Region = 'south'"));
            Assert.Equal("c", await IdsAsync("TemporalSchedulePaused = true"));
            Assert.Equal("a b", await IdsAsync("ScheduleId IN ('a', 'b', 'x')"));
            await env.Client.GetScheduleHandle("b").TriggerAsync();
            var entry = await env.Client.ListSchedulesAsync(new ScheduleListOptions { Query = "ScheduleId = 'b'" }).SingleAsync();
            Assert.Equal("Job", Assert.IsType<ScheduleListActionStartWorkflow>(entry.Schedule!.Action).Workflow);
            Assert.Equal(new ScheduleListState("b", false), entry.Schedule.State);
            Assert.Equal(Hour, entry.Schedule.Spec.Intervals.Single().Every);
            Assert.Equal("b", await entry.Memo["id"].ToValueAsync<string>());
            Assert.Equal("north", entry.TypedSearchAttributes.Get(Region));
            Assert.Single(entry.Info!.RecentActions);
            Assert.Equal(5, entry.Info.NextActionTimes.Count);

            async Task<string> IdsAsync(string? query) =>
                string.Join(' ', (await env.Client.ListSchedulesAsync(new ScheduleListOptions { Query = query }).ToListAsync()).Select(s => s.Id));
        });
    }

    [Fact]
    public async Task A_deleted_schedule_is_gone_and_its_workflow_goes_on()
    {
        await RunAsync(async env =>
        {
            var handle = await CreateAsync(env, "wait");
            await env.DelayAsync(Hour);
            await handle.DeleteAsync();
            var gone = await Assert.ThrowsAsync<RpcException>(() => handle.DescribeAsync());
            Assert.Equal(RpcException.StatusCode.NotFound, gone.Code);
            await Assert.ThrowsAsync<RpcException>(() => handle.TriggerAsync());
            await Assert.ThrowsAsync<RpcException>(() => handle.DeleteAsync());
            await env.DelayAsync(3 * Hour);
            var run = env.Client.GetWorkflowHandle<Job, string>((await JobsAsync(env)).Single().Id);
            await run.SignalAsync(w => w.GoAsync());
            Assert.Equal("wait", await run.GetResultAsync());
            Assert.Empty(await env.Client.ListSchedulesAsync().ToListAsync());
            await CreateAsync(env, "quick");
        });
    }

    [Fact]
    public async Task What_cannot_be_scheduled_is_refused()
    {
        await RunAsync(async env =>
        {
            await CreateAsync(env, "quick");
            await Assert.ThrowsAsync<ScheduleAlreadyRunningException>(() => CreateAsync(env, "quick"));
            var bad = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(env, "quick", spec: new ScheduleSpec { CronExpressions = ["daily"] }));
            Assert.Equal(RpcException.StatusCode.InvalidArgument, bad.Code);
            Assert.Contains("\"daily\" has 1 fields", bad.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<RpcException>(() => CreateAsync(env, "quick", spec: new ScheduleSpec { Intervals = [new(TimeSpan.Zero)] }));
            await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(env, "quick", state: new ScheduleState { LimitedActions = true }));
            await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(env, "quick", state: new ScheduleState { RemainingActions = 1 }));
            foreach (var options in new WorkflowOptions[]
            {
                new() { TaskQueue = "q" },
                new() { Id = "job" },
                new("job", "q") { IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate },
                new("job", "q") { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting },
                new("job", "q") { CronSchedule = "@daily" },
                new("job", "q") { StartSignal = "Go" },
                new("job", "q") { StartDelay = Hour },
                new("job", "q") { Rpc = new RpcOptions() },
            })
            {
                await Assert.ThrowsAsync<ArgumentException>(() => env.Client.CreateScheduleAsync("t", new Schedule(ScheduleActionStartWorkflow.Create("Job", [], options), new ScheduleSpec())));
            }
        });
    }

    private static Task RunAsync(Func<WorkflowEnvironment, Task> body) => TestWorker.RunAsync(o => o.AddWorkflow<Job>(), body);

    /// <summary>Every hour, half an hour from now.</summary>
    private static async Task<ScheduleSpec> HourlyAsync(WorkflowEnvironment env)
    {
        var seconds = new DateTimeOffset(await env.GetCurrentTimeAsync()).ToUnixTimeSeconds();
        return new ScheduleSpec { Intervals = [new(Hour, TimeSpan.FromSeconds((seconds + 1800) % 3600))] };
    }

    private static async Task<ScheduleHandle> CreateAsync(
        WorkflowEnvironment env, string mode, SchedulePolicy? policy = null, ScheduleState? state = null, ScheduleSpec? spec = null, ScheduleOptions? options = null) =>
        await env.Client.CreateScheduleAsync(
            "s",
            new Schedule(ScheduleActionStartWorkflow.Create((Job w) => w.RunAsync(mode), new WorkflowOptions("job", "q")), spec ?? await HourlyAsync(env))
            {
                Policy = policy ?? new SchedulePolicy(),
                State = state ?? new ScheduleState(),
            },
            options);

    private static async Task<List<WorkflowExecution>> JobsAsync(WorkflowEnvironment env) =>
        await env.Client.ListWorkflowsAsync("TemporalScheduledById = 's' ORDER BY TemporalScheduledStartTime").ToListAsync();

    private static async Task<List<string>> ResultsAsync(WorkflowEnvironment env)
    {
        var results = new List<string>();
        foreach (var run in await JobsAsync(env))
        {
            results.Add(await env.Client.GetWorkflowHandle<Job, string>(run.Id).GetResultAsync());
        }

        return results;
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    [Workflow]
    public class Job
    {
        private bool go;

        [WorkflowRun]
        public async Task<string> RunAsync(string mode)
        {
            var text = Workflow.Info.LastResult?.SingleOrDefault() is { } last ? $"{mode} after {Workflow.PayloadConverter.ToValue<string>(last)}" : mode;
            switch (mode)
            {
                case "wait":
                    await Workflow.WaitConditionAsync(() => go);
                    break;
                case "fail":
                    throw new ApplicationFailureException(Workflow.Info.LastFailure is { } failure ? $"no after failure {failure.Message}" : "no");
                default:
                    break;
            }

            return text;
        }

        [WorkflowSignal]
        public Task GoAsync()
        {
            go = true;
            return Task.CompletedTask;
        }
    }
}
