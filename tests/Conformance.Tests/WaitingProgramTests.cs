using System.Threading.Tasks;

namespace Conformance.Tests;

/// <summary>The programs again as libraries, where every unknown callee may wait, so that nearly all of the code becomes async.</summary>
[Collection(ProgramRunner.Collection)]
public sealed class WaitingProgramTests
{
    [Theory]
    [MemberData(nameof(ProgramTests.Passing), MemberType = typeof(ProgramTests))]
    public Task Program_prints_the_same_when_its_calls_may_wait(string name) => ProgramRunner.CheckAsync(name, "library.lua");
}
