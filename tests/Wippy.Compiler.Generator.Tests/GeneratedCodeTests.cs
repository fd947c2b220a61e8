using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Emit;
using Wippy.Runtime;
using Wippy.Temporal.Borders;
using Wippy.Temporal.Hosting;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>What is generated compiles without a warning, loads and does what the Lua says.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public void GeneratedCodeHasNoWarnings() => Assert.Equal([], Samples.Orders().Run().CompilerFindings);

    [Fact]
    public void TypedCallsCompile()
    {
        var result = Samples.Orders().With("Caller.cs", """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Temporalio.Client;
            using TestProject;

            internal static class Caller
            {
                public static Task<Receipt?> RunAsync(ITemporalClient client)
                {
                    var order = new Order("1", 2.5, null, [new Item("tea", 2)], new Dictionary<string, string>());
                    return client.ExecuteWorkflowAsync((OrderWorkflow w) => w.RunAsync(order), new WorkflowOptions("id", "orders"));
                }
            }
            """).Run();

        Assert.Equal([], result.CompilerFindings);
    }

    [Fact]
    public void ARecordCrossesBothWays()
    {
        var order = Samples.Orders().Run().Load().GetType("TestProject.Order")!;
        var table = new LuaTable
        {
            ["id"] = "o-1",
            ["amount"] = 10,
            ["items"] = List(Item("tea", 2)),
            ["tags"] = new LuaTable { ["color"] = "red" },
            ["unknown"] = true,
        };

        var record = FromLua(order, table);
        Assert.Equal("o-1", Member(record, "Id"));
        Assert.Equal(10.0, Member(record, "Amount"));
        Assert.Null(Member(record, "Paid"));
        Assert.Null(Member(record, "Note"));

        var back = ((ILuaRecord)record).ToLua().AsTable();
        Assert.Equal("o-1", back["id"].AsString().ToString());
        Assert.True(back["amount"].IsInteger);
        Assert.Equal(2, back["items"].AsTable()[1].AsTable()["quantity"].AsInteger());
        Assert.Equal("red", back["tags"].AsTable()["color"].AsString().ToString());
        Assert.True(back["paid"].IsNil);
        Assert.True(back["unknown"].IsNil);
    }

    public static TheoryData<string, string> WrongValues => new()
    {
        { "id", "order.id: string expected, got number" },
        { "amount", "order.amount: number expected, got boolean" },
        { "items", "order.items[2].quantity: integer expected, got string" },
        { "tags", "order.tags: map expected, got nil" },
        { "paid", "order.paid: boolean expected, got string" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void AWrongValueIsNamedByItsPath(string field, string message)
    {
        var order = Samples.Orders().Run().Load().GetType("TestProject.Order")!;
        var table = new LuaTable
        {
            ["id"] = "o-1",
            ["amount"] = 10,
            ["items"] = List(Item("tea", 2)),
            ["tags"] = new LuaTable(),
        };
        table[field] = field switch
        {
            "id" => 1,
            "amount" => true,
            "items" => List(Item("tea", 2), Item("cup", "many")),
            "tags" => LuaValue.Nil,
            _ => "yes",
        };

        var error = Assert.Throws<LuaBorderException>(() => FromLua(order, table));

        Assert.Equal(message, error.Message);
        Assert.Equal("Invalid", error.ErrorType);
        Assert.True(error.NonRetryable);
    }

    [Fact]
    public async Task AProgramRuns()
    {
        var assembly = Samples.Orders().Run().Load();
        var program = TestResult.Program(assembly, "TestProject.ChargePaymentActivity");

        using var host = new SystemHost();
        var result = (await LuaInstance.RunAsync(program, host, (LuaValue)new LuaTable { ["id"] = "o-1", ["amount"] = 21 })).First;

        Assert.Equal("o-1", result.AsTable()["order_id"].AsString().ToString());
        Assert.Equal(42, result.AsTable()["total"].AsInteger());
    }

    [Fact]
    public async Task ATypeOfALibraryIsAValueInItsImporter()
    {
        const string Library = """
            type Item = {sku: string, quantity: integer @min(1)}
            type Order = {id: string, items: {Item}}
            type Receipt = {order_id: string, total: number}
            return {Order = Order, Item = Item}
            """;
        const string Text = """
            local types = require("types")
            type Batch = {orders: {types.Order}}
            local function charge(order: any): any
                local value, err = types.Order:is(order)
                local batch = Batch:is({ orders = { order } })
                return {
                    valid = value ~= nil,
                    problem = err and err:message() or "none",
                    field = err and err:details().field or "none",
                    batch = batch ~= nil,
                    same = types.Order.items:elem() == types.Item,
                    called = (pcall(types.Order, order)),
                    name = tostring(Batch.orders:elem()),
                }
            end
            return { charge = charge }
            """;
        var program = TestResult.Program(Samples.Orders().With("types.lua", Library).With("charge_payment.lua", Text).Run().Load(), "TestProject.ChargePaymentActivity");
        using var host = new SystemHost();

        async Task<string> Check(LuaTable order)
        {
            var result = (await LuaInstance.RunAsync(program, host, (LuaValue)order)).First.AsTable();
            return string.Join(", ", new[] { "valid", "problem", "field", "batch", "same", "called", "name" }.Select(k => result[k].ToString()));
        }

        Assert.Equal("true, none, none, true, true, true, types.Order", await Check(new LuaTable { ["id"] = "o", ["items"] = List(Item("a", 1)) }));
        Assert.Equal(
            "false, items[1].quantity: value below minimum, items[1].quantity, false, true, false, types.Order",
            await Check(new LuaTable { ["id"] = "o", ["items"] = List(Item("a", 0)) }));
    }

    [Fact]
    public async Task StackTracesShowLuaLines()
    {
        var output = Samples.Orders().Run().Output;
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(output.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        var program = TestResult.Program(Assembly.Load(code.ToArray(), symbols.ToArray()), "TestProject.ChargePaymentActivity");

        using var host = new SystemHost();
        var stack = string.Empty;
        void Record(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs raised)
        {
            // Other tests raise errors too, on other threads.
            if (stack.Length == 0 && raised.Exception is LuaException { Message: var message } && message.Contains("app:charge_payment", StringComparison.Ordinal))
            {
                stack = Environment.StackTrace;
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += Record;
        await Assert.ThrowsAsync<LuaException>(() => LuaInstance.RunAsync(program, host, LuaValue.Nil));
        AppDomain.CurrentDomain.FirstChanceException -= Record;

        Assert.Contains("charge_payment.lua:line 4", stack, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWippyDescribesTheProject()
    {
        var application = (WippyApplication)Samples.Orders().Run().Load()
            .GetType("TestProject.WippyServiceCollectionExtensions")!
            .GetMethod("CreateApplication", BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, null)!;

        Assert.Equal(["app:client temporal.client", "app:worker temporal.worker"], application.Entries.Select(static e => $"{e.Id} {e.Kind}"));
        var address = ((IEnumerable<KeyValuePair<string, EntryNode>>)application.Entries[0].Data.Value!).Single(static f => f.Key == "address").Value;
        Assert.Equal(("${env:TEMPORAL_ADDRESS|localhost:7233}", 6, 14), (address.Value, address.Line, address.Column));
        Assert.Equal(["app:order_workflow OrderFlow app:worker TestProject.OrderWorkflow+Execution"], application.Workflows.Select(static w => $"{w.Id} {w.TypeName} {w.Worker} {w.Type.FullName}"));
        Assert.Equal(["app:charge_payment app:worker ChargePaymentAsync"], application.Activities.Select(static a => $"{a.Id} {a.Worker} {a.Method.Method.Name}"));
        Assert.Equal(["app:charge_payment", "app:tax"], application.Functions.Select(static f => f.Id));
    }

    [Fact]
    public void EntriesOfTheSameNameCarryTheirNamespace()
    {
        const string Entry = """
            entries:
              - name: order_workflow
                kind: workflow.lua
                source: |
                  type Order = {id: string}
                  return { main = function(order: Order): Order return order end }
                meta: {temporal: {workflow: {worker: "app:worker"}}}
            """;
        var types = new TestProject()
            .With("_index.yaml", "namespace: app\nentries:\n  - name: client\n    kind: temporal.client\n    address: a:1\n  - name: worker\n    kind: temporal.worker\n    client: client\n    task_queue: q")
            .With("a/_index.yaml", "namespace: a\n" + Entry)
            .With("b/_index.yaml", "namespace: b\n" + Entry)
            .Run().Load().GetExportedTypes().Select(static t => t.Name);

        Assert.Equal(["AOrderWorkflow", "AOrderWorkflowOrder", "BOrderWorkflow", "BOrderWorkflowOrder"], types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EntriesThatShareALuaFileShareItsRecords()
    {
        const string Index = """
            namespace: app
            entries:
              - {name: worker, kind: temporal.worker, task_queue: q}
              - {name: first, kind: workflow.lua, source: "file://shared.lua", meta: {temporal: {workflow: {worker: worker}}}}
              - {name: second, kind: workflow.lua, source: "file://shared.lua", meta: {temporal: {workflow: {worker: worker}}}}
            """;
        var types = new TestProject()
            .With("_index.yaml", Index)
            .With("shared.lua", "type Order = {id: string}\nreturn { main = function(order: Order): Order return order end }")
            .Run().Load().GetExportedTypes().Select(static t => t.Name);

        Assert.Equal(["FirstWorkflow", "Order", "SecondWorkflow"], types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void UntypedMethodsTakeAndGiveLuaValues()
    {
        var method = Samples.Orders().With("charge_payment.lua", "return { charge = function(a, b, ...) return a end }").Run().Load()
            .GetType("TestProject.ChargePaymentActivity")!.GetMethod("ChargePaymentAsync")!;

        Assert.Equal(typeof(Task<LuaValue>), method.ReturnType);
        Assert.Equal(10, method.GetParameters().Length);
        Assert.All(method.GetParameters(), static p => Assert.True(p.ParameterType == typeof(LuaValue) && p.IsOptional));
    }

    private static LuaTable Item(string sku, LuaValue quantity) => new() { ["sku"] = sku, ["quantity"] = quantity };

    private static LuaTable List(params LuaTable[] items)
    {
        var list = new LuaTable();
        for (var i = 0; i < items.Length; i++)
        {
            list[i + 1] = items[i];
        }

        return list;
    }

    private static object? Member(object record, string name) => record.GetType().GetProperty(name)!.GetValue(record);

    private static object FromLua(Type type, LuaTable table)
    {
        try
        {
            return type.GetMethod("FromLua")!.Invoke(null, [(LuaValue)table, "order"])!;
        }
        catch (TargetInvocationException error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException!);
            throw;
        }
    }
}
