using System;
using System.Linq;
using Consumer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Client;
using Temporalio.Exceptions;
using Wippy.Temporal.Hosting;

var workflow = (Temporalio.Workflows.WorkflowAttribute)typeof(OrderWorkflow).GetCustomAttributes(typeof(Temporalio.Workflows.WorkflowAttribute), false).Single();
Console.WriteLine($"workflow {workflow.Name}");
Console.WriteLine($"activity {typeof(ChargePaymentActivity).GetMethod(nameof(ChargePaymentActivity.ChargePaymentAsync))!.ReturnType.GenericTypeArguments[0].Name}");

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddWippy(static wippy => wippy.Address = "embedded:");
using var host = builder.Build();
await host.StartAsync();
var client = host.Services.GetRequiredService<IWippyClients>().GetClient("app:client");
var receipt = await client.ExecuteWorkflowAsync(
    (OrderWorkflow w) => w.RunAsync(new Order("o-1", 10)), new WorkflowOptions("order-1", "orders"));
Console.WriteLine($"receipt {receipt.OrderId} {receipt.Total}");

// A caller that does not know the types fails its workflow, which nothing retries.
foreach (var wrong in (object?[][])[[new { id = "o-2", amount = "ten" }], ["o-3"], []])
{
    try
    {
        var untyped = await client.StartWorkflowAsync("OrderFlow", wrong, new WorkflowOptions("wrong-" + wrong.Length + wrong.FirstOrDefault()?.GetType().Name, "orders"));
        await untyped.GetResultAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
    catch (WorkflowFailedException failed) when (failed.InnerException is ApplicationFailureException failure)
    {
        Console.WriteLine($"refused {failure.ErrorType} {failure.NonRetryable} {failure.Message}");
    }
}

await host.StopAsync();
