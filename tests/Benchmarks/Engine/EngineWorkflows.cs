using System;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Wippy.Benchmarks.Engine;

/// <summary>The workflows that the engine runs when it is measured.</summary>
internal static class EngineWorkflows
{
    public const string TaskQueue = "q";

    private static readonly ActivityOptions OneMinute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Makes the options of a worker that runs them.</summary>
    public static TemporalWorkerOptions Options() => new TemporalWorkerOptions(TaskQueue)
    {
        MaxCachedWorkflows = 200_000,
    }.AddWorkflow<OneActivity>().AddWorkflow<Idle>().AddWorkflow<Long>().AddActivity(
        ActivityDefinition.Create("double", typeof(int), [typeof(int)], 1, static args => (int)args[0]! * 2));

    private static Task<int> DoubleAsync(int value) => Workflow.ExecuteActivityAsync<int>("double", [value], OneMinute);

    /// <summary>One activity and its result.</summary>
    [Workflow]
    public sealed class OneActivity
    {
        [WorkflowRun]
        public Task<int> RunAsync(int value) => DoubleAsync(value);
    }

    /// <summary>Waits for a signal.</summary>
    [Workflow]
    public sealed class Idle
    {
        private bool go;

        [WorkflowQuery]
        public bool Ready => true;

        [WorkflowRun]
        public async Task<int> RunAsync(int value)
        {
            await Workflow.WaitConditionAsync(() => go);
            return value;
        }

        [WorkflowSignal]
        public Task GoAsync()
        {
            go = true;
            return Task.CompletedTask;
        }
    }

    /// <summary>One activity after the other.</summary>
    [Workflow]
    public sealed class Long
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int count)
        {
            var sum = 0;
            for (var i = 0; i < count; i++)
            {
                sum += await DoubleAsync(i);
            }

            return sum;
        }
    }
}
