using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrderApp;

/// <summary>
/// Stands in for the payment and shipping services of a real shop: a small HTTP server on the loopback address. It keeps a ledger, in a file when there is a database, so
/// that one can see that nobody is charged twice, and honours Idempotency-Key as such services do.
/// </summary>
internal sealed class Vendor : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonObject> ledger = new(StringComparer.Ordinal);
    private readonly string? file;
    private readonly AppOptions options;
    private readonly StepDisplay display;
    private readonly WebApplication application;

    private Vendor(string? file, AppOptions options, StepDisplay display)
    {
        this.file = file;
        this.options = options;
        this.display = display;
        if (file is not null && File.Exists(file))
        {
            foreach (var line in File.ReadLines(file).Where(line => line.EndsWith('}')))
            {
                var entry = JsonNode.Parse(line)!.AsObject();
                ledger[(string)entry["key"]!] = entry;
            }
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.MapPost("/payments", context => AnswerAsync(context, "payment", "charged"));
        application.MapPost("/refunds", context => AnswerAsync(context, "refund", "paid back"));
        application.MapPost("/shipments", context => this.options.FailShipping ? RefuseAsync(context) : AnswerAsync(context, "shipment", "took over"));
    }

    /// <summary>Where it listens, known once it has started.</summary>
    public string Url => application.Urls.First();

    public static async Task<Vendor> StartAsync(string? file, AppOptions options, StepDisplay display)
    {
        var vendor = new Vendor(file, options, display);
        await vendor.application.StartAsync();
        return vendor;
    }

    /// <summary>How often something is in the ledger.</summary>
    public int Count(string kind)
    {
        lock (gate)
        {
            return ledger.Values.Count(entry => (string?)entry["kind"] == kind);
        }
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string kind, string what)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var (entry, repeated) = Record(kind, context.Request.Headers["Idempotency-Key"].ToString(), request);
        display.Step("vendor", repeated ? $"asked again for {(string)entry["id"]!}: nothing new" : $"{what} {(string)entry["order_id"]!} ({(string)entry["id"]!})");

        // The ledger is written, the answer is on its way: the moment at which a crash hurts most.
        await Task.Delay(options.VendorDelay, context.RequestAborted);
        context.Response.StatusCode = repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(entry);
    }

    private async Task RefuseAsync(HttpContext context)
    {
        display.Step("vendor", "refused the parcel");
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        await context.Response.WriteAsync("no carrier serves this address");
    }

    private (JsonObject Entry, bool Repeated) Record(string kind, string key, JsonObject request)
    {
        lock (gate)
        {
            if (ledger.TryGetValue(key, out var known))
            {
                return (known, true);
            }

            var entry = new JsonObject
            {
                ["kind"] = kind,
                ["key"] = key,
                ["id"] = $"{kind}-{Guid.NewGuid().ToString()[..8]}",
                ["order_id"] = (string?)request["order_id"],
                ["payment_id"] = (string?)request["payment_id"],
                ["amount"] = (double?)request["amount"],
                ["carrier"] = kind == "shipment" ? "Parcel & Sons" : null,
            };
            ledger[key] = entry;
            if (file is not null)
            {
                using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                JsonSerializer.Serialize(stream, entry);
                stream.WriteByte((byte)'\n');
                stream.Flush(flushToDisk: true);
            }

            return (entry, false);
        }
    }
}
