using System;
using System.Threading.Tasks;
using Wippy.Runtime;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>A library relies on globals of the host as other chunks do, unless a chunk of one of its programs may assign them.</summary>
public class LibraryHostTests
{
    private const string Index = """
        version: "1.0"
        namespace: app
        entries:
          - {name: client, kind: temporal.client, address: "localhost:7233"}
          - {name: worker, kind: temporal.worker, client: client, task_queue: q, lifecycle: {auto_start: true}}
          - {name: rounding, kind: library.lua, source: file://rounding.lua}
          - {name: middle, kind: library.lua, source: file://middle.lua, imports: {rounding: app:rounding}}
          - name: flow
            kind: workflow.lua
            source: file://flow.lua
            imports: {middle: app:middle}
            meta: {temporal: {workflow: {worker: worker, name: Flow}}}
        """;

    private const string Rounding = """
        local M = {}
        function M.round(x) return math.floor(x + 0.5) end
        return M
        """;

    private const string Flow = """
        local function main(x)
          return middle.round(x)
        end
        return { main = main }
        """;

    [Fact]
    public async Task ALibraryCallsTheHostAtOnce()
    {
        var result = Project(Flow).Run();
        Assert.Contains("MathFloor(", result.Source("app.rounding.g.cs"), StringComparison.Ordinal);
        Assert.Equal("3", await Run(result));
    }

    [Theory]
    [InlineData("math = { floor = function() return 'mine' end }")]
    [InlineData("_G.math = { floor = function() return 'mine' end }")]
    [InlineData("rawset(_G, 'ma' .. 'th', { floor = function() return 'mine' end })")]
    [InlineData("local g = _G g.math = { floor = function() return 'mine' end }")]
    public async Task WhatAnImporterAssignsIsUsed(string assignment)
    {
        var result = Project(assignment + "\n" + Flow).Run();
        Assert.DoesNotContain("MathFloor(", result.Source("app.rounding.g.cs"), StringComparison.Ordinal);
        Assert.Equal("mine", await Run(result));
    }

    [Fact]
    public void AnImporterThatBeginsToAssignTheHostMakesTheLibrariesOfItsProgram()
    {
        var project = Project(Flow);
        var before = project.Run();
        var edited = project.With("flow.lua", "local unused = 1\n" + Flow).Run();
        Assert.Equal(["app.flow.g.cs"], edited.ChangedSince(before));
        Assert.All(edited.Reasons(TrackingNames.ProgramMetamethods), static r => Assert.Contains(r, new[] { Cached, Unchanged }));

        Assert.Equal(["app.flow.g.cs", "app.rounding.g.cs"], project.With("flow.lua", "math = {}\n" + Flow).Run().ChangedSince(before));
    }

    private static TestProject Project(string flow) => new TestProject()
        .With("_index.yaml", Index)
        .With("rounding.lua", Rounding)
        .With("middle.lua", "return { round = function(x) return rounding.round(x) end }")
        .With("flow.lua", flow);

    private static async Task<string> Run(TestResult result)
    {
        using var host = new SystemHost();
        var program = TestResult.Program(result.Load(), "TestProject.FlowWorkflow");
        return (await LuaInstance.RunAsync(program, host, (LuaValue)2.7)).First.ToString();
    }
}
