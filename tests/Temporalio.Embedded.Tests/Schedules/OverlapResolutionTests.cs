using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Engine.Schedules;

namespace Temporalio.Embedded.Tests.Schedules;

public class OverlapResolutionTests
{
    [Theory]
    [InlineData(ScheduleOverlapPolicy.Skip, false, "next 0, skipped 2")]
    [InlineData(ScheduleOverlapPolicy.Skip, true, "skipped 3")]
    [InlineData(ScheduleOverlapPolicy.BufferOne, false, "next 0, waiting 1, skipped 1")]
    [InlineData(ScheduleOverlapPolicy.BufferOne, true, "waiting 0, skipped 2")]
    [InlineData(ScheduleOverlapPolicy.BufferAll, false, "next 0, waiting 1 2")]
    [InlineData(ScheduleOverlapPolicy.BufferAll, true, "waiting 0 1 2")]
    [InlineData(ScheduleOverlapPolicy.CancelOther, false, "next 2, skipped 2")]
    [InlineData(ScheduleOverlapPolicy.CancelOther, true, "waiting 2, skipped 2, cancel")]
    [InlineData(ScheduleOverlapPolicy.TerminateOther, false, "next 2, skipped 2")]
    [InlineData(ScheduleOverlapPolicy.TerminateOther, true, "waiting 2, skipped 2, terminate")]
    [InlineData(ScheduleOverlapPolicy.AllowAll, false, "overlapping 0 1 2")]
    [InlineData(ScheduleOverlapPolicy.AllowAll, true, "overlapping 0 1 2")]
    public void Each_policy_decides(ScheduleOverlapPolicy policy, bool running, string expected) =>
        Assert.Equal(expected, Describe(OverlapResolution.Of(Actions(0, 0, 0), running, policy)));

    [Fact]
    public void The_policy_of_an_action_comes_before_that_of_the_schedule() =>
        Assert.Equal(
            "next 1, overlapping 0, waiting 2, skipped 1",
            Describe(OverlapResolution.Of(
                Actions(ScheduleOverlapPolicy.AllowAll, 0, ScheduleOverlapPolicy.BufferAll, 0), false, ScheduleOverlapPolicy.Skip)));

    private static List<BufferedAction> Actions(params ScheduleOverlapPolicy[] policies) =>
        policies.Select((p, i) => new BufferedAction { Nominal = new Timestamp { Seconds = i }, Overlap = p }).ToList();

    private static string Describe(OverlapResolution resolution)
    {
        var parts = new List<string>();
        Add("next", resolution.Next is { } next ? [next] : []);
        Add("overlapping", resolution.Overlapping);
        Add("waiting", resolution.Waiting);
        if (resolution.Skipped > 0)
        {
            parts.Add($"skipped {resolution.Skipped}");
        }

        if (resolution.Cancel)
        {
            parts.Add("cancel");
        }

        if (resolution.Terminate)
        {
            parts.Add("terminate");
        }

        return string.Join(", ", parts);

        void Add(string name, IReadOnlyCollection<BufferedAction> actions)
        {
            if (actions.Count > 0)
            {
                parts.Add($"{name} {string.Join(' ', actions.Select(a => a.Nominal.Seconds))}");
            }
        }
    }
}
