using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Engine;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class CronTests
{
    [Theory]
    [InlineData("*/15 * * * *", "2024-02-28T23:50:00", "2024-02-29T00:00:00")]
    [InlineData("30 9-17/4 * * MON-FRI", "2024-06-07T13:30:00", "2024-06-07T17:30:00")]
    [InlineData("30 9-17/4 * * MON-FRI", "2024-06-07T17:30:00", "2024-06-10T09:30:00")]
    [InlineData("0 0 29 2 *", "2024-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 13 * 5", "2024-06-07T00:00:00", "2024-06-13T00:00:00")]
    [InlineData("0 12 * jan,jul 7", "2024-01-29T00:00:00", "2024-07-07T12:00:00")]
    [InlineData("1/2147483647 2/2147483647 1/2147483647 * *", "2024-01-01T02:01:00", "2024-02-01T02:01:00")]
    [InlineData("@daily", "2024-12-31T00:00:01", "2025-01-01T00:00:00")]
    [InlineData("@every 1h30m", "2024-01-01T00:00:00", "2024-01-01T01:30:00")]
    [InlineData("CRON_TZ=America/New_York 30 2 * * *", "2024-03-10T00:00:00", "2024-03-11T06:30:00")]
    public void The_next_time_follows_the_fields(string cron, string after, string expected) =>
        Assert.Equal(Utc(expected), CronSchedule.Parse(cron).Next(Utc(after)));

    [Theory]
    [InlineData("* * * *", "5 fields")]
    [InlineData("60 * * * *", "minute \"60\"")]
    [InlineData("5-1 * * * *", "ends before it begins")]
    [InlineData("*/0 * * * *", "bad step")]
    [InlineData("CRON_TZ=Nowhere/Land * * * * *", "unknown time zone")]
    [InlineData("CRON_TZ=UTC", "unknown time zone")]
    [InlineData("@every x", "bad duration")]
    [InlineData("@every 1h5", "bad duration")]
    public void A_bad_schedule_says_why(string cron, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => CronSchedule.Parse(cron)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_schedule_without_a_time_ends() => Assert.Null(CronSchedule.Parse("0 0 31 2 *").Next(Utc("2024-01-01T00:00:00")));

    [Fact]
    public async Task A_cron_workflow_repeats_with_the_last_result_until_it_is_terminated()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Counter>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Counter w) => w.RunAsync(), new WorkflowOptions("w", "q") { CronSchedule = "0 * * * *" });
                Assert.Equal(1, await handle.GetResultAsync(followRuns: false));
                var runs = await env.Client.ListWorkflowsAsync("WorkflowId = 'w'").ToListAsync();
                while (runs.Count < 5)
                {
                    await env.DelayAsync(TimeSpan.FromHours(1));
                    runs = await env.Client.ListWorkflowsAsync("WorkflowId = 'w'").ToListAsync();
                }

                // The second run fails; the third one still knows the result of the first.
                Assert.Equal(
                    [WorkflowExecutionStatus.Completed, WorkflowExecutionStatus.Failed, WorkflowExecutionStatus.Completed],
                    runs.OrderBy(r => r.StartTime).Take(3).Select(r => r.Status));
                var third = runs.OrderBy(r => r.StartTime).ElementAt(2);
                Assert.Equal(2, await env.Client.GetWorkflowHandle<Counter, int>("w", third.RunId).GetResultAsync(followRuns: false));
                Assert.Equal(0, third.ExecutionTime!.Value.Minute);
                await env.Client.GetWorkflowHandle("w").TerminateAsync();
                Assert.Equal(WorkflowExecutionStatus.Terminated, (await env.Client.GetWorkflowHandle("w").DescribeAsync()).Status);
            });
    }

    [Fact]
    public async Task A_bad_cron_schedule_is_refused()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Counter>(),
            async env =>
            {
                var e = await Assert.ThrowsAsync<RpcException>(() => env.Client.StartWorkflowAsync((Counter w) => w.RunAsync(), new WorkflowOptions("w", "q") { CronSchedule = "daily" }));
                Assert.Equal(RpcException.StatusCode.InvalidArgument, e.Code);
            });
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    [Workflow]
    public class Counter
    {
        [WorkflowRun]
        public Task<int> RunAsync()
        {
            var last = Workflow.Info.LastResult?.SingleOrDefault() is { } value ? Workflow.PayloadConverter.ToValue<int>(value) : 0;
            if (last == 1 && Workflow.Info.LastFailure is null)
            {
                throw new ApplicationFailureException("second");
            }

            return Task.FromResult(last + 1);
        }
    }
}
