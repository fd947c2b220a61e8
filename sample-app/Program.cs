using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrderApp;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Wippy.Temporal.Hosting;

var (options, error) = AppOptions.Parse(args);
if (options.Help)
{
    Console.WriteLine(AppOptions.Usage);
    return 0;
}

#if TEMPORALIO_OFFICIAL
if (error is null && options.Database is not null)
{
    error = "--database is for the embedded engine: a Temporal server keeps histories itself";
}

if (error is null && options.Dashboard is not null)
{
    error = "--dashboard is for the embedded engine: a Temporal server has pages of its own";
}

var address = options.Address;
#else
if (error is null && options.Address is not null)
{
    error = "--address needs the official SDK: run with -p:TemporalSdk=Temporalio; this build runs workflows in its own process";
}

// The embedded engine, in memory or in a file, in virtual time.
var address = "embedded:" + options.Database;
AppContext.SetSwitch("Temporalio.Embedded.TimeSkipping", true);
#endif
if (error is not null)
{
    await Console.Error.WriteLineAsync($"{error}{Environment.NewLine}Try --help.");
    return 2;
}

using var display = new StepDisplay();
await using var vendor = await Vendor.StartAsync(options.Database is null ? null : Path.GetFullPath(options.Database) + ".ledger", options, display);

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Logging.AddProvider(display);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(null, LogLevel.Warning);

// The refusal of a parcel is part of the story, no fault of the program.
builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>("Temporalio", LogLevel.Error);
builder.Services.AddWippy(wippy =>
{
    wippy.Address = address;
    wippy.DashboardAddress = options.Dashboard;
    wippy.Environment = name => name == "VENDOR_URL" ? vendor.Url : Environment.GetEnvironmentVariable(name);
});

using var host = builder.Build();
try
{
    await host.StartAsync();
}
catch (WippyConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

var order = new Order(options.OrderId, "Ada Lovelace", [new Item("tea", 2, 4.50), new Item("cup", 1, 12.95)]);
display.Line($"Order {order.Id} of {order.Customer}. Payment and shipping services: {vendor.Url}, part of this sample.");
#if !TEMPORALIO_OFFICIAL
if (options.Dashboard is not null)
{
    display.Line($"Dashboard: {options.Dashboard}");
}

display.Line("The embedded engine runs in virtual time: the hour of waiting is skipped.");
#endif

var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
var client = host.Services.GetRequiredService<IWippyClients>().GetClient("app:client");
Receipt? receipt;
try
{
    receipt = await display.WatchAsync("processing", () => ProcessAsync(client, order, display)).WaitAsync(stopping);
}
catch (WorkflowFailedException failed)
{
    await Console.Error.WriteLineAsync($"The order failed: {failed.InnerException?.Message ?? failed.Message}");
    return await EndAsync(1);
}
catch (OperationCanceledException)
{
    await host.StopAsync();
    return 130;
}

if (receipt is null)
{
    await Console.Error.WriteLineAsync("The order ended without a receipt.");
    return 1;
}

var amount = receipt.Amount.ToString("0.00", CultureInfo.InvariantCulture);
display.Line($"Result: {receipt.OrderId} {receipt.Status}, {amount}, {receipt.Payment}, {receipt.Shipment ?? receipt.Refund}{(receipt.Reason is null ? "" : $" ({receipt.Reason})")}");
display.Line($"Ledger of the services: payments {vendor.Count("payment")}, refunds {vendor.Count("refund")}, shipments {vendor.Count("shipment")}");
return await EndAsync(0);

// Ends the host; with a dashboard, when Ctrl+C says so.
async Task<int> EndAsync(int code)
{
    if (options.Dashboard is null)
    {
        await host.StopAsync();
    }
    else
    {
        display.Line($"The dashboard stays at {options.Dashboard} until Ctrl+C.");
        await host.WaitForShutdownAsync();
    }

    return code;
}

// Starts the order, or joins it when an earlier run of the program has started it.
static async Task<Receipt?> ProcessAsync(ITemporalClient client, Order order, StepDisplay display)
{
    var start = new WorkflowOptions(order.Id, "orders")
    {
        IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting,
        IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate,
    };
    try
    {
        var earlier = await client.GetWorkflowHandle(order.Id).DescribeAsync();
        if (earlier.Status == WorkflowExecutionStatus.Running)
        {
            display.Line($"An earlier run of this program left {order.Id} unfinished: going on.");
        }
    }
    catch (RpcException unknown) when (unknown.Code == RpcException.StatusCode.NotFound)
    {
        display.Line($"{order.Id} is new.");
    }

    try
    {
        var started = await client.StartWorkflowAsync((OrderWorkflow workflow) => workflow.RunAsync(order), start);
        return await started.GetResultAsync();
    }
    catch (WorkflowAlreadyStartedException)
    {
        display.Line($"{order.Id} has been processed before; this is what came of it.");
        return await client.GetWorkflowHandle<OrderWorkflow, Receipt?>(order.Id).GetResultAsync();
    }
}
