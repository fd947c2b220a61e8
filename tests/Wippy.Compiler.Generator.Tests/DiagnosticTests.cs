using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Wippy.Compiler.Generator.Tests;

public class DiagnosticTests
{
    private const string Function = """
        namespace: app
        entries:
          - name: f
            kind: function.lua
            method: main
            source: file://f.lua
        """;

    [Fact]
    public void AGoodProjectHasNoFindings() =>
        Assert.Equal([], Samples.Orders().Run().Findings);

    [Fact]
    public void AnUntypedActivityIsInformation()
    {
        var result = Samples.Orders().With("charge_payment.lua", "local function charge(order)\n  return order\nend\nreturn { charge = charge }").Run();

        Assert.Equal(
            ["charge_payment.lua(1,22): info WLC3901: 'charge' of 'app:charge_payment' declares no types, so C# passes and gets LuaValue; annotate it, such as 'function charge(order: Order): Receipt'"],
            result.Findings);
    }

    [Fact]
    public void ASyntaxErrorIsLocatedInTheLuaFileAndOtherEntriesStay()
    {
        var result = Samples.Orders().With("tax.lua", "return { main = function(amount)\n  return amount *\nend }").Run();

        Assert.Equal(["tax.lua(3,1): error WLC2003: unexpected symbol near 'end': write an expression here"], result.Findings);
        Assert.Contains("class AppTaxModule", result.Source("app.tax.g.cs"), StringComparison.Ordinal);
        Assert.Contains("Multiply(", result.Source("app.charge_payment.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntryErrorIsLocatedInTheYamlFileAndOtherEntriesStay()
    {
        var result = Samples.Orders().With("_index.yaml", Samples.Index + "\n  - name: other\n    kind: functon.lua\n").Run();

        Assert.Equal(["_index.yaml(46,11): error WLC1007: entry 'app:other' has the unknown kind 'functon.lua': did you mean 'function.lua'?"], result.Findings);
        Assert.Contains("Multiply(", result.Source("app.charge_payment.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingLuaFileIsAnErrorOfItsEntry()
    {
        var result = Samples.Orders().Without("tax.lua").Run();

        Assert.Equal(
            ["_index.yaml(42,13): error WLC1011: source file 'tax.lua' of entry 'app:tax' does not exist, or is not among the files given to the compiler: add the file, or correct the path"],
            result.Findings);
        Assert.Contains("has errors and was not compiled", result.Source("app.tax.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AMethodThatTheChunkDoesNotReturnIsAnErrorAtTheMethod()
    {
        var result = Samples.Orders().With("tax.lua", "return { rate = function(amount) return amount end }").Run();

        Assert.Equal(
            ["_index.yaml(43,13): error WLC1029: entry 'app:tax' runs the method 'main', but its chunk returns a table with 'rate' only: end the chunk with 'return { main = main }'"],
            result.Findings);
    }

    [Fact]
    public void AnUnknownEntryIsAWarningAtItsLiteral()
    {
        const string Text = """
            return { main = function()
                funcs.call("app:charge_paymnt")
                funcs.call("tax")
                funcs.call("app:types")
                funcs.call("billing:x")
                process.spawn("OrderFlow", "app:worker")
                funcs.call("app:tax")
                funcs.call("app:in_csharp")
            end }
            """;
        const string CSharp = """
            namespace Temporalio.Activities { class ActivityAttribute : System.Attribute { public ActivityAttribute(string name) { } } }
            class Hand { [Temporalio.Activities.Activity("app:in_csharp")] public static void Run() { } }
            """;
        var index = Samples.Index.Replace("modules: [json]", "modules: [funcs]", StringComparison.Ordinal);
        var result = Samples.Orders().With("_index.yaml", index).With("tax.lua", Text).With("Hand.cs", CSharp).Run();

        Assert.Equal(
            [
                "tax.lua(2,16): warning WLC3007: funcs.call names 'app:charge_paymnt', which is no entry: did you mean 'app:charge_payment'?",
                "tax.lua(3,16): warning WLC3007: funcs.call names 'tax', which is no full id: write 'app:tax'",
                "tax.lua(4,16): warning WLC3007: funcs.call names 'app:types', which is a library.lua and cannot run: name a function.lua, process.lua or workflow.lua entry",
                "tax.lua(5,16): warning WLC3007: funcs.call names 'billing:x', which is no entry of this project: add it, or correct the id",
            ],
            result.Findings);
    }

    [Fact]
    public void TheSampleApplicationHasNoFindings() => Assert.Equal([], Samples.Application().Run().Findings);

    [Fact]
    public void TypesAndFunctionsOfALibraryAreCheckedWhereTheyAreUsed()
    {
        const string Text = """
            local types = require("types")
            local function charge(order: types.Order): types.Receipt
                local missing: types.Ordr = 5
                print(order.amuont, types.versoin)
                types.tax("10", 1)
                return { order_id = order.id }
            end
            return { charge = charge }
            """;
        var library = Samples.Types.Replace("return {version = 1}", "return {version = 1, tax = function(amount: number): number return amount end, Order = Order}", StringComparison.Ordinal);
        var result = Samples.Orders().With("types.lua", library).With("charge_payment.lua", Text).Run();

        Assert.Equal(
            [
                "charge_payment.lua(3,20): warning WLC3112: there is no type 'types.Ordr': let the library 'types' export it; did you mean 'Order'?",
                "charge_payment.lua(4,17): warning WLC3104: types.Order has no field 'amuont': did you mean 'amount'?",
                "charge_payment.lua(4,31): warning WLC3104: library 'types' has no field 'versoin': did you mean 'version'?",
                "charge_payment.lua(5,15): warning WLC3100: argument 1 (amount) of 'types.tax' must be number, not string: write 'tonumber(...)' around it",
                "charge_payment.lua(5,21): warning WLC3103: 'types.tax' takes 1 argument, not 2: remove the others",
                "charge_payment.lua(6,12): warning WLC3100: the result of 'charge' must be types.Receipt, not a table without 'total': add 'total = ...'",
            ],
            result.Findings);
    }

    [Fact]
    public void InStrictModeTypeErrorsRejectTheEntry()
    {
        var result = Samples.Orders().With("tax.lua", "return { main = function(amount: number): string\n  return amount\nend }").WithProperty("WippyStrictTypes", "true").Run();

        Assert.Equal(["tax.lua(2,10): error WLC3100: the result of 'function' must be string, not number: write 'tostring(...)' around it"], result.Findings);
        Assert.Contains("has errors and was not compiled", result.Source("app.tax.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void RulesOfStyleAreLookedAtOnRequest()
    {
        static TestProject Project() => Samples.Orders().With("tax.lua", "return { main = function(amount: number): number\n  local rate = 2\n  return amount\nend }");

        Assert.Empty(Project().Run().Findings);
        Assert.Contains("tax.lua(2,9): warning WLC3204: local 'rate' is never used: remove it, or name it '_rate'", Project().WithProperty("WippyLint", "true").Run().Findings);
    }

    [Fact]
    public void FindingsInInlineLuaAreLocatedInTheEntryFile()
    {
        var index = Function.Replace("file://f.lua", "|\n      return { main = function(x)\n        return x +\n      end }", StringComparison.Ordinal);

        Assert.Equal(["_index.yaml(9,7): error WLC2003: unexpected symbol near 'end': write an expression here"], new TestProject().With("_index.yaml", index).Run().Findings);
    }

    [Fact]
    public void LibrariesThatImportEachOtherAreAnError()
    {
        const string Index = """
            namespace: app
            entries:
              - name: a
                kind: library.lua
                source: return {}
                imports: {b: app:b}
              - name: b
                kind: library.lua
                source: return {}
                imports: {a: app:a}
            """;

        Assert.Equal(
            ["_index.yaml(10,18): error WLC1901: the imports form a circle: app:a -> app:b -> app:a; move what both need into a library of its own"],
            new TestProject().With("_index.yaml", Index).Run().Findings);
    }

    [Fact]
    public void AProjectWithoutEntriesGetsNothing()
    {
        var result = new TestProject().With("lonely.lua", "return 1").Run();

        Assert.Equal([], result.Findings);
        Assert.Equal(["Wippy.Compiler.g.cs"], result.Run.GeneratedSources.Select(static s => s.HintName));
    }

    [Fact]
    public void FilesThatAreNoEntryFilesAreSkipped() =>
        Assert.Equal([], new TestProject().With("_index.yaml", "version: 1\nservices: []").Run().Findings);

    [Fact]
    public void AFailureOfTheCompilerIsAnErrorThatAsksForAReport()
    {
        var result = Samples.Orders().With(new BrokenText("/project/broken.lua", static () => new InvalidOperationException("no text"))).Run();

        Assert.Equal(
            ["error WLC9001: the compiler failed in phase 'read' on 'broken.lua': InvalidOperationException: no text; please file a bug with the source that shows it"],
            result.Findings);
        Assert.Contains("Multiply(", result.Source("app.charge_payment.g.cs"), StringComparison.Ordinal);
        Assert.Null(result.Run.Exception);
    }

    [Fact]
    public void CancellationPassesThrough()
    {
        using var source = new CancellationTokenSource();
        var project = new TestProject().With(new BrokenText("/project/broken.lua", () =>
        {
            source.Cancel();
            return new OperationCanceledException(source.Token);
        }));

        Assert.ThrowsAny<OperationCanceledException>(() => project.Run(source.Token));
    }

    private sealed class BrokenText(string path, Func<Exception> exception) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => throw exception();
    }
}
