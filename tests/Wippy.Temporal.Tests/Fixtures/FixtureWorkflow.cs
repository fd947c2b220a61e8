using System.Threading.Tasks;
using Temporalio.Workflows;
using Wippy.Runtime;

namespace Wippy.Temporal.Tests.Fixtures;

/// <summary>What the compiler emits for an untyped workflow, around any program.</summary>
[Workflow("Fixture")]
public sealed class FixtureWorkflow(LuaProgram program) : LuaWorkflow
{
    [WorkflowRun]
    public Task<LuaValue> RunAsync(LuaValue first = default, LuaValue second = default) => RunLuaAsync(program, new LuaValues(first, second));
}
