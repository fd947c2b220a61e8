using System;
using System.Linq;
using Wippy.Compiler.Catalogue;

namespace Wippy.Compiler.Tests.Catalogue;

public sealed class ModuleCatalogueTests
{
    [Fact]
    public void Names_are_unique_and_ordered() =>
        Assert.Equal(
            ModuleCatalogue.Modules.Select(static m => m.Name).Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal),
            ModuleCatalogue.Modules.Select(static m => m.Name));

    [Theory]
    [InlineData("funcs.call", FunctionEffect.Waits)]
    [InlineData("channel.new", FunctionEffect.GivesWaitable)]
    [InlineData("crypto.random.bytes", FunctionEffect.Waits)]
    [InlineData("crypto.hmac.sha256", FunctionEffect.None)]
    [InlineData("pcall", FunctionEffect.CallsBack)]
    [InlineData("tostring", FunctionEffect.None)]
    public void Effects_are_known(string path, FunctionEffect effect) => Assert.Equal(effect, ModuleCatalogue.FindFunction(path)!.Effect);

    [Theory]
    [InlineData("json", true)]
    [InlineData("time", true)]
    [InlineData("uuid", true)]
    [InlineData("contract", true)]
    [InlineData("sql", false)]
    [InlineData("logger", false)]
    [InlineData("pubsub", false)]
    public void Class_filter_of_workflows(string name, bool allowed) => Assert.Equal(allowed, ModuleCatalogue.Find(name)!.IsAllowedInWorkflows);
}
