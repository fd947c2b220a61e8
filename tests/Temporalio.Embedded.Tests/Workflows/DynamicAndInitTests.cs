using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class DynamicAndInitTests
{
    [Fact]
    public async Task Dynamic_definitions_take_what_nothing_else_does()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Anything>().AddWorkflow<Known>().AddActivity(Anything.AnyActivity),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync("NoSuchType", ["a", 2], new WorkflowOptions("w", "q"));
                await handle.SignalAsync("poke", ["x", "y"]);
                Assert.Equal("query ask 1", await handle.QueryAsync<string>("ask", [1]));
                Assert.Equal("update change 2", await handle.ExecuteUpdateAsync<string>("change", [1, 2]));
                await handle.SignalAsync("finish", []);
                Assert.Equal("NoSuchType a 2: activity whatever 2; signal poke 2; signal finish 0", await handle.GetResultAsync<string>());
                Assert.Equal("known", await env.Client.ExecuteWorkflowAsync((Known w) => w.RunAsync("known"), new WorkflowOptions("k", "q")));
            });
    }

    [Fact]
    public async Task A_constructor_for_initialization_gets_the_arguments_before_any_handler()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Known>(),
            async env =>
            {
                var options = new WorkflowOptions("w", "q");
                options.SignalWithStart((Known w) => w.AppendAsync("!"));
                Assert.Equal("start!", await env.Client.ExecuteWorkflowAsync((Known w) => w.RunAsync("start"), options));
            });
    }

    [Fact]
    public async Task Every_inbound_and_outbound_call_passes_the_interceptor()
    {
        var calls = new List<string>();
        await TestWorker.RunAsync(
            o =>
            {
                o.AddWorkflow<Busy>().AddWorkflow<Known>().AddActivity(Anything.AnyActivity);
                o.Interceptors = [new Recorder(calls)];
            },
            async env =>
            {
                await env.Client.StartWorkflowAsync((Known w) => w.RunAsync("wait"), new WorkflowOptions("other", "q"));
                var handle = await env.Client.StartWorkflowAsync((Busy w) => w.RunAsync(false), new WorkflowOptions("w", "q"));
                await handle.ExecuteUpdateAsync(w => w.ChangeAsync());
                Assert.Equal(1, await handle.QueryAsync(w => w.Changes));
                await handle.SignalAsync(w => w.GoAsync());
                await handle.GetResultAsync();
            });
        lock (calls)
        {
            Assert.Equal(
                [
                    "activity", "cancel external", "child", "continue", "delay", "heartbeat", "init", "local activity", "query", "run", "schedule activity", "signal", "signal child", "signal external", "update", "validate",
                ],
                calls.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Workflow(Dynamic = true)]
    public class Anything
    {
        private readonly List<string> signals = [];
        private bool finished;

        [Activity(Dynamic = true)]
        public static string AnyActivity(IRawValue[] args)
        {
            ActivityExecutionContext.Current.Heartbeat(1);
            return $"activity {ActivityExecutionContext.Current.Info.ActivityType} {args.Length}";
        }

        [WorkflowRun]
        public async Task<string> RunAsync(IRawValue[] args)
        {
            var activity = await Workflow.ExecuteActivityAsync<string>("whatever", [1, 2], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
            await Workflow.WaitConditionAsync(() => finished);
            var converter = Workflow.PayloadConverter;
            return $"{Workflow.Info.WorkflowType} {converter.ToValue<string>(args[0])} {converter.ToValue<int>(args[1])}: {activity}; {string.Join("; ", signals)}";
        }

        [WorkflowSignal(Dynamic = true)]
        public Task OnSignalAsync(string name, IRawValue[] args)
        {
            signals.Add($"signal {name} {args.Length}");
            finished |= name == "finish";
            return Task.CompletedTask;
        }

        [WorkflowQuery(Dynamic = true)]
        public string OnQuery(string name, IRawValue[] args) => $"query {name} {args.Length}";

        [WorkflowUpdate(Dynamic = true)]
        public Task<string> OnUpdateAsync(string name, IRawValue[] args) => Task.FromResult($"update {name} {args.Length}");
    }

    [Workflow]
    public class Known
    {
        private string text;

        [WorkflowInit]
        public Known(string text) => this.text = text;

        [WorkflowRun]
        public async Task<string> RunAsync(string text)
        {
            _ = text;
            if (this.text == "wait")
            {
                await Workflow.DelayAsync(TimeSpan.FromDays(1));
            }

            return this.text;
        }

        [WorkflowSignal]
        public Task AppendAsync(string more)
        {
            text += more;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Busy
    {
        private bool go;

        [WorkflowQuery]
        public int Changes { get; private set; }

        [WorkflowRun]
        public async Task RunAsync(bool again)
        {
            if (again)
            {
                return;
            }

            await Workflow.WaitConditionAsync(() => go);
            await Workflow.DelayAsync(10);
            var options = new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) };
            await Workflow.ExecuteActivityAsync<string>("any", [], options);
            await Workflow.ExecuteLocalActivityAsync<string>("any", [], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
            var child = await Workflow.StartChildWorkflowAsync((Known w) => w.RunAsync("wait"));
            await child.SignalAsync(w => w.AppendAsync("x"));
            var other = Workflow.GetExternalWorkflowHandle<Known>("other");
            await other.SignalAsync(w => w.AppendAsync("x"));
            await other.CancelAsync();
            throw Workflow.CreateContinueAsNewException((Busy w) => w.RunAsync(true));
        }

        [WorkflowSignal]
        public Task GoAsync()
        {
            go = true;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task ChangeAsync()
        {
            Changes++;
            return Task.CompletedTask;
        }

        [WorkflowUpdateValidator(nameof(ChangeAsync))]
        public void CheckChange()
        {
            if (Changes > 5)
            {
                throw new ApplicationFailureException("too many");
            }
        }
    }

    private sealed class Recorder(List<string> calls) : IWorkerInterceptor
    {
        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Inbound(nextInterceptor, Note);

        public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activity(nextInterceptor, Note);

        private void Note(string call)
        {
            lock (calls)
            {
                calls.Add(call);
            }
        }

        private sealed class Inbound(WorkflowInboundInterceptor next, Action<string> note) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound)
            {
                note("init");
                base.Init(new Outbound(outbound, note));
            }

            public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
            {
                note("run");
                return base.ExecuteWorkflowAsync(input);
            }

            public override object? HandleQuery(HandleQueryInput input)
            {
                note("query");
                return base.HandleQuery(input);
            }

            public override Task HandleSignalAsync(HandleSignalInput input)
            {
                note("signal");
                return base.HandleSignalAsync(input);
            }

            public override Task<object?> HandleUpdateAsync(HandleUpdateInput input)
            {
                note("update");
                return base.HandleUpdateAsync(input);
            }

            public override void ValidateUpdate(HandleUpdateInput input)
            {
                note("validate");
                base.ValidateUpdate(input);
            }
        }

        private sealed class Outbound(WorkflowOutboundInterceptor next, Action<string> note) : WorkflowOutboundInterceptor(next)
        {
            public override Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input)
            {
                note("cancel external");
                return base.CancelExternalWorkflowAsync(input);
            }

            public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input)
            {
                note("continue");
                return base.CreateContinueAsNewException(input);
            }

            public override Task DelayAsync(DelayAsyncInput input)
            {
                note("delay");
                return base.DelayAsync(input);
            }

            public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
            {
                note("schedule activity");
                return base.ScheduleActivityAsync<TResult>(input);
            }

            public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
            {
                note("local activity");
                return base.ScheduleLocalActivityAsync<TResult>(input);
            }

            public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input)
            {
                note("signal child");
                return base.SignalChildWorkflowAsync(input);
            }

            public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input)
            {
                note("signal external");
                return base.SignalExternalWorkflowAsync(input);
            }

            public override Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
            {
                note("child");
                return base.StartChildWorkflowAsync<TWorkflow, TResult>(input);
            }
        }

        private sealed class Activity(ActivityInboundInterceptor next, Action<string> note) : ActivityInboundInterceptor(next)
        {
            public override void Init(ActivityOutboundInterceptor outbound) => base.Init(new ActivityOutbound(outbound, note));

            public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
            {
                note("activity");
                return base.ExecuteActivityAsync(input);
            }
        }

        private sealed class ActivityOutbound(ActivityOutboundInterceptor next, Action<string> note) : ActivityOutboundInterceptor(next)
        {
            public override void Heartbeat(HeartbeatInput input)
            {
                note("heartbeat");
                base.Heartbeat(input);
            }
        }
    }
}
