using System.Linq;
using Wippy.Compiler.Analysis;

namespace Wippy.Compiler.Tests.Analysis;

public sealed class CallRulesTests
{
    [Theory]
    [InlineData("time.sleep('5 minutes')", "main.lua(1,12)+11 Warning WLC3008: time.sleep does not take '5 minutes' as a duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\", or a number of nanoseconds")]
    [InlineData("time.after(-1)", "main.lua(1,12)+2 Warning WLC3008: time.after does not take -1 as a duration: write one above zero")]
    [InlineData("time.ticker('0s')", "main.lua(1,13)+4 Warning WLC3008: time.ticker does not take '0s' as a duration: write one above zero")]
    [InlineData(
        "funcs.new():with_options({ start_to_close_timeout = '10' })",
        "main.lua(1,53)+4 Warning WLC3008: option 'start_to_close_timeout' does not take '10' as a duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\", or a number of milliseconds")]
    [InlineData(
        "local e = funcs.new() e:with_options{ ['activity.retry_policy'] = { initial_interval = '1 s' } }",
        "main.lua(1,88)+5 Warning WLC3008: option 'initial_interval' does not take '1 s' as a duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\", or a number of milliseconds")]
    public void Bad_durations_are_warned_of(string text, string finding) =>
        Assert.Equal([finding], Chunks.Findings(Chunks.Compile(text, modules: ["time", "funcs"])));

    [Theory]
    [InlineData("time.sleep('1h30m')")]
    [InlineData("time.sleep(0)")]
    [InlineData("time.sleep(5 * time.SECOND)")]
    [InlineData("local d = '5x' time.sleep(d)")]
    [InlineData("local time = { sleep = print } time.sleep('5x')")]
    [InlineData("funcs.new():with_options({ ['activity.start_to_close_timeout'] = 500, summary = '5x' })")]
    [InlineData("local o = { with_options = print } o:with_options({ run_timeout = 'x' })")]
    public void Good_and_unknown_durations_are_silent(string text) =>
        Assert.Empty(Chunks.Findings(Chunks.Compile(text, modules: ["time", "funcs"])));

    [Theory]
    [InlineData(
        "process.with_options({ ['workflow.namespace'] = 'x' })",
        "main.lua(1,25)+20 Warning WLC3009: option 'workflow.namespace' has no effect: a child runs in the namespace of its parent; remove it, or start the workflow through a client of the other namespace")]
    [InlineData(
        "funcs.new():with_context({}):with_options({ versioning_intent = 'compatible' })",
        "main.lua(1,45)+17 Warning WLC3009: option 'versioning_intent' has no effect: workers are versioned by their deployment; remove it and set 'worker_options.deployment_name' and 'build_id'")]
    public void Options_without_effect_are_warned_of(string text, string finding) =>
        Assert.Equal([finding], Chunks.Findings(Chunks.Compile(text, modules: ["funcs"])));

    [Fact]
    public void Entries_named_by_literals_are_collected()
    {
        const string Text = """
            funcs.call("app:a")
            local executor = funcs.new():with_context({})
            executor:async("app:b")
            process.spawn("app:c", "app:worker")
            process.with_options({}):with_name("n"):spawn_monitored("app:d", "app:worker")
            workflow.exec("app:e")
            funcs.call(name)
            other:call("app:f")
            """;
        Assert.Equal(
            ["Function funcs.call app:a", "Function funcs:async app:b", "Process process.spawn app:c", "Process process:spawn_monitored app:d", "Process workflow.exec app:e"],
            Chunks.Compile(Text, modules: ["funcs", "workflow"]).References.Select(static r => $"{r.Role} {r.Call} {r.Id}"));
    }
}
