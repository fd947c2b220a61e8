using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Engine;
using Temporalio.Exceptions;
using Temporalio.Worker;

namespace Temporalio.Dashboard;

/// <summary>The web pages of an engine: its workflows, the history of each, and what can be done to it.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private readonly ITemporalClient client;
    private readonly IEngine engine;
    private readonly RequestGuard guard;
    private readonly WebApplication application;

    private DashboardServer(ITemporalClient client, Uri address, IReadOnlyCollection<string> allowedHosts)
    {
        this.client = client;
        engine = TemporalClient.EngineOf(client);
        guard = new RequestGuard(allowedHosts);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });

        // Neither the configuration nor the logging of the surrounding program is that of this server.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        application = builder.Build();
        application.Use(guard.HandleAsync);
        application.MapGet("/", ListAsync);
        application.MapGet("/workflow", context => ShowAsync(context, View(Text(context.Request.Query, "namespace")), Text(context.Request.Query, "id"), Text(context.Request.Query, "run"), null));
        application.MapPost("/workflow/signal", context => ActAsync(context, SignalAsync, "signaled"));
        application.MapPost("/workflow/cancel", context => ActAsync(context, (handle, _) => handle.CancelAsync(), "cancel"));
        application.MapPost("/workflow/terminate", context => ActAsync(context, (handle, form) => handle.TerminateAsync(form["reason"].ToString()), "terminated"));
        MapAsset("/style.css", "text/css; charset=utf-8");
        MapAsset("/script.js", "text/javascript; charset=utf-8");
        MapAsset("/icon.svg", "image/svg+xml");
    }

    /// <summary>Gets where it listens.</summary>
    public Uri Address => new(application.Urls.First());

    /// <summary>Starts the server.</summary>
    /// <param name="client">The client of the engine to show.</param>
    /// <param name="address">Where to listen, such as http://127.0.0.1:8233.</param>
    /// <param name="allowedHosts">Host names under which it is reached. Only with such names may the address be other than a loopback address.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ArgumentException">The address is none or may not be used.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<DashboardServer> StartAsync(ITemporalClient client, string address, IReadOnlyCollection<string>? allowedHosts = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException($"The dashboard address '{address}' is not of the form http://127.0.0.1:8233");
        }

        if (!uri.IsLoopback && allowedHosts is not { Count: > 0 })
        {
            throw new ArgumentException(
                $"The dashboard address '{address}' is reachable from other machines and the dashboard asks nobody for a password. Use http://127.0.0.1:{uri.Port}, or name the hosts under which it may be reached in DashboardAllowedHosts.");
        }

        var server = new DashboardServer(client, uri, allowedHosts ?? []);
        try
        {
            await server.application.StartAsync().ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static string Text(IQueryCollection query, string name) => query[name].ToString();

    private static Task WriteAsync(HttpContext context, string page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }

    private static Task SignalAsync(WorkflowHandle handle, IFormCollection form)
    {
        var name = form["name"].ToString();
        var argument = form["argument"].ToString().Trim();
        if (name.Length == 0)
        {
            throw new FormatException("A signal needs a name.");
        }

        if (argument.Length == 0)
        {
            return handle.SignalAsync(name, []);
        }

        try
        {
            using var json = JsonDocument.Parse(argument);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The argument is not JSON: {e.Message}", e);
        }

        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") }, Data = ByteString.CopyFromUtf8(argument) };
        return handle.SignalAsync(name, [new RawValue(payload)]);
    }

    private void MapAsset(string path, string type)
    {
        using var stream = typeof(DashboardServer).Assembly.GetManifestResourceStream("Dashboard" + path)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        application.MapGet(path, context =>
        {
            context.Response.ContentType = type;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
    }

    /// <summary>Gets the namespace that a request names; that of the client if it names none.</summary>
    private NamespaceView View(string requested)
    {
        var first = client.Options.Namespace;
        return new NamespaceView(requested.Length > 0 ? requested : first, first, engine.Namespaces.Append(first).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList());
    }

    private ITemporalClient ClientOf(string workflowNamespace)
    {
        if (string.Equals(workflowNamespace, client.Options.Namespace, StringComparison.Ordinal))
        {
            return client;
        }

        var options = (TemporalClientOptions)client.Options.Clone();
        options.Namespace = workflowNamespace;
        return new TemporalClient(client.Connection, options);
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var view = View(Text(query, "namespace"));
        var page = new WorkflowListPage(
            view,
            Text(query, "query"),
            Enum.TryParse<WorkflowExecutionStatus>(Text(query, "status"), out var status) && Enum.IsDefined(status) ? status : null,
            int.TryParse(Text(query, "page"), out var number) ? number : 1);
        IReadOnlyList<WorkflowExecutionInfo> found = [];
        string? error = null;
        try
        {
            found = await engine.ListWorkflowsAsync(view.Name, page.Query).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.InvalidArgument)
        {
            error = e.Message;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await WriteAsync(context, PageLayout.Write("Workflows", view, html => page.Write(html, found, error, engine.UtcNow))).ConfigureAwait(false);
    }

    private async Task ShowAsync(HttpContext context, NamespaceView view, string id, string run, string? error)
    {
        WorkflowPage page;
        try
        {
            var key = new WorkflowKey(view.Name, id, run);
            var description = await engine.DescribeWorkflowAsync(key).ConfigureAwait(false);
            var history = await engine.GetHistoryAsync(key with { RunId = description.WorkflowExecutionInfo.Execution.RunId }, 0, false, context.RequestAborted).ConfigureAwait(false);
            var events = history.Events;
            if (client.Options.DataConverter.PayloadCodec is { } codec)
            {
                description = await PayloadTransform.ApplyAsync(description, codec.DecodeAsync).ConfigureAwait(false);
                events = await Task.WhenAll(events.Select(e => PayloadTransform.ApplyAsync(e, codec.DecodeAsync))).ConfigureAwait(false);
            }

            page = new WorkflowPage(view, description, events, guard.FormToken, int.TryParse(Text(context.Request.Query, "page"), out var number) ? number : 1);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await WriteAsync(context, PageLayout.Write("Not found", view, html => html.Add($"<h1>Not found</h1><p>There is no workflow “{id}”{(run.Length > 0 ? " with the run " + run : string.Empty)}.</p><p><a href=\"{view.List()}\">All workflows</a></p>"))).ConfigureAwait(false);
            return;
        }

        var notice = Text(context.Request.Query, "done") switch
        {
            "signaled" => "The signal was sent.",
            "cancel" => "Cancellation was requested.",
            "terminated" => "The workflow was terminated.",
            _ => null,
        };
        await WriteAsync(context, PageLayout.Write(id, view, html => page.Write(html, notice, error, engine.UtcNow))).ConfigureAwait(false);
    }

    private async Task ActAsync(HttpContext context, Func<WorkflowHandle, IFormCollection, Task> action, string done)
    {
        var form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        var (view, id, run) = (View(form["namespace"].ToString()), form["id"].ToString(), form["run"].ToString());
        try
        {
            await action(ClientOf(view.Name).GetWorkflowHandle(id, run), form).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FormatException or RpcException)
        {
            context.Response.StatusCode = e is FormatException ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
            await ShowAsync(context, view, id, run, e.Message).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{view.Workflow(id, run)}&done={done}";
    }
}
