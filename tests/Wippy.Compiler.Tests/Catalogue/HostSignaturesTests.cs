using System;
using System.Linq;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Catalogue;

public sealed class HostSignaturesTests
{
    [Fact]
    public void Every_path_has_a_type_that_can_be_read() => Assert.All(
        HostSignatures.Paths, static p => Assert.False(HostSignatures.Find(p) is null or ErrorTypeSyntax or NamedTypeSyntax { Names.IsEmpty: true }, p));

    [Fact]
    public void Every_function_of_a_known_module_has_a_type() => Assert.Equal(
        [],
        ModuleCatalogue.Modules.Where(static m => HostSignatures.IsComplete(m.Name))
            .SelectMany(static m => m.Functions.Select(f => m.Name + "." + f.Name)).Where(static p => HostSignatures.Find(p) is null));

    [Fact]
    public void Every_base_function_has_a_type() =>
        Assert.Equal([], ModuleCatalogue.Globals.Where(static g => HostSignatures.Find(g.Name) is null).Select(static g => g.Name));

    [Fact]
    public void Types_name_only_what_there_is()
    {
        var names = string.Join("\n", HostSignatures.Paths.Where(static p => p.Contains(':', StringComparison.Ordinal)).Select(static p => p[..p.IndexOf(':', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal).Where(static n => n != "error").Select(static (n, i) => $"local v{i}: {n}? = nil"));
        Assert.Empty(Chunks.Findings(Chunks.Compile(names)));
    }
}
