using System;
using System.Linq;

namespace Wippy.Compiler.Generator.Tests;

public class SmokeTests
{
    [Fact]
    public void Prints()
    {
        var r = Samples.Orders().Run();
        foreach (var f in r.Findings) Console.WriteLine(f);
        foreach (var s in r.Run.GeneratedSources) Console.WriteLine("=== " + s.HintName + "\n" + s.SourceText);
        foreach (var f in r.CompilerFindings.Take(30)) Console.WriteLine(f);
    }
}
