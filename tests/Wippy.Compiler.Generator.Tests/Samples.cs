using System.IO;
using System.Runtime.CompilerServices;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>Projects that several tests start from.</summary>
internal static class Samples
{
    public const string Index = """
        version: "1.0"
        namespace: app
        entries:
          - name: client
            kind: temporal.client
            address: ${env:TEMPORAL_ADDRESS|localhost:7233}
            keep_alive_time: 20s
          - name: worker
            kind: temporal.worker
            client: client
            task_queue: orders
            worker_options:
              max_concurrent_activity_execution_size: 5
            lifecycle:
              auto_start: true
          - name: types
            kind: library.lua
            source: file://types.lua
          - name: order_workflow
            kind: workflow.lua
            source: file://order_workflow.lua
            modules: [funcs]
            imports:
              types: app:types
            meta:
              temporal:
                workflow:
                  worker: worker
                  name: OrderFlow
          - name: charge_payment
            kind: function.lua
            source: file://charge_payment.lua
            method: charge
            imports:
              types: app:types
            meta:
              temporal:
                activity:
                  worker: worker
          - name: tax
            kind: function.lua
            source: file://tax.lua
            method: main
            modules: [json]
        """;

    public const string Types = """
        -- Something that was sold.
        type Item = {sku: string, quantity: integer}

        -- What a customer wants.
        type Order = {
            id: string, -- trailing
            -- Before tax.
            amount: number,
            paid?: boolean,
            items: {Item},
            tags: {[string]: string},
            note: string?,
        }
        type Receipt = {order_id: string, total: number}
        return {version = 1}
        """;

    public const string Workflow = """
        local types = require("types")

        -- Charges an order.
        local function main(order: types.Order): (types.Receipt?, error?)
            local receipt, err = funcs.call("app:charge_payment", order)
            if err then
                return nil, err
            end
            return receipt
        end

        return { main = main }
        """;

    public const string Charge = """
        local types = require("types")

        local function charge(order: types.Order): types.Receipt
            return { order_id = order.id, total = order.amount * 2 }
        end

        return { charge = charge }
        """;

    public const string Tax = """
        return { main = function(amount, ...)
            return amount * 0.2
        end }
        """;

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    /// <summary>The application of the README.</summary>
    public static TestProject Application()
    {
        var folder = Path.Combine(Root, "sample-app/wippy");
        var project = new TestProject();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            project.With(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        return project;
    }

    /// <summary>A workflow, an activity and a function that share a library of types.</summary>
    public static TestProject Orders() => new TestProject()
        .With("_index.yaml", Index)
        .With("types.lua", Types)
        .With("order_workflow.lua", Workflow)
        .With("charge_payment.lua", Charge)
        .With("tax.lua", Tax);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
