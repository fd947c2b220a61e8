using System;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Dashboard.Tests;

/// <summary>A workflow with something of everything.</summary>
[Workflow]
public class OrderWorkflow
{
    private string? approvedBy;

    [WorkflowRun]
    public async Task<string> RunAsync(Order order)
    {
        var payment = await Workflow.ExecuteActivityAsync(() => Shop.Charge(order), Options());
        await Workflow.DelayAsync(300);
        await Workflow.ExecuteChildWorkflowAsync((ParcelWorkflow w) => w.RunAsync(order.Id), new() { Id = "parcel-" + order.Id });
        await Workflow.WaitConditionAsync(() => approvedBy is not null);
        var shipment = await Workflow.ExecuteActivityAsync(() => Shop.Ship(order), Options());
        return $"{payment}, {shipment}, approved by {approvedBy}";
    }

    [WorkflowSignal]
    public Task ApproveAsync(string by)
    {
        approvedBy = by;
        return Task.CompletedTask;
    }

    private static ActivityOptions Options() => new() { StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(100) } };
}

/// <summary>A child.</summary>
[Workflow]
public class ParcelWorkflow
{
    [WorkflowRun]
    public async Task RunAsync(string orderId)
    {
        _ = orderId;
        await Workflow.DelayAsync(100);
    }
}

/// <summary>Waits until it is cancelled or terminated.</summary>
[Workflow]
public class WaitingWorkflow
{
    [WorkflowRun]
    public Task RunAsync() => Workflow.WaitConditionAsync(() => false);
}

/// <summary>Fails.</summary>
[Workflow]
public class FailingWorkflow
{
    [WorkflowRun]
    public Task RunAsync(string why) => throw new ApplicationFailureException(why, errorType: "Refused");
}

/// <summary>Has an activity that never succeeds.</summary>
[Workflow]
public class StuckWorkflow
{
    [WorkflowRun]
    public Task RunAsync() => Workflow.ExecuteActivityAsync(
        () => Shop.Unreachable(), new() { StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1), MaximumAttempts = 5 } });
}

/// <summary>Starts many timers.</summary>
[Workflow]
public class LongWorkflow
{
    [WorkflowRun]
    public async Task RunAsync(int timers)
    {
        for (var i = 0; i < timers; i++)
        {
            await Workflow.DelayAsync(1);
        }
    }
}

/// <summary>An order.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Amount">What it costs.</param>
public sealed record Order(string Id, double Amount);

/// <summary>Activities.</summary>
public static class Shop
{
    [Activity]
    public static string Charge(Order order) => $"charged {order.Amount}";

    [Activity]
    public static string Ship(Order order) => ActivityExecutionContext.Current.Info.Attempt < 3
        ? throw new ApplicationFailureException("no carrier for " + order.Id)
        : "shipped";

    [Activity]
    public static void Unreachable() => throw new ApplicationFailureException("the service is down", new InvalidOperationException("connection refused"), "Unavailable");
}
