using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Worker;
using Wippy.Runtime;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Tests.Fixtures;

namespace Wippy.Temporal.Tests;

/// <summary>An application in a .NET host.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task Wrong_configuration_stops_the_start_of_the_host()
    {
        using var host = Build(new WippyEntry("app:client", "temporal.client", "app/_index.yaml", EntryNode.Map(7, 3), EntryNode.Empty));
        var error = await Assert.ThrowsAsync<WippyConfigurationException>(() => host.StartAsync());
        Assert.Equal("app/_index.yaml(7): app:client: address is required", error.Message);
    }

    [Fact]
    public async Task A_client_that_is_not_started_is_named()
    {
        using var host = Build(new WippyEntry("app:client", "temporal.client", "_index.yaml", EntryNode.Map(1, 1, ("address", new EntryNode("embedded:", 1, 1))), EntryNode.Empty));
        await host.StartAsync();
        var clients = host.Services.GetRequiredService<IWippyClients>();
        Assert.StartsWith("client 'app:client' is not started", Assert.Throws<InvalidOperationException>(() => clients.GetClient("app:client")).Message);
        Assert.Equal("no temporal.client entry 'app:other'", Assert.Throws<InvalidOperationException>(() => clients.GetClient("app:other")).Message);
        await host.StopAsync();
    }

    [Fact]
    public async Task Configuration_opens_the_dashboard_of_the_engine()
    {
        var log = new RecordingLogs();
        using (var host = Build(["WippyEmbedded:DashboardAddress=http://127.0.0.1:0"], log, StartedClient))
        {
            await host.StartAsync();
            var client = host.Services.GetRequiredService<IWippyClients>().GetClient("app:client");
            await client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("shown", "nobody"));
            var address = new Uri(log.Lines.Single(line => line.StartsWith("the dashboard of client app:client is at ", StringComparison.Ordinal)).Split(' ')[^1]);
            using var http = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
            Assert.Contains(">shown</a>", await http.GetStringAsync(address));
            await host.StopAsync();
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(address));
        }

        using var open = Build(["WippyEmbedded:DashboardAddress=http://0.0.0.0:8233"], log, StartedClient);
        var error = await Assert.ThrowsAsync<WippyConfigurationException>(() => open.StartAsync());
        Assert.Contains("WippyEmbedded:DashboardAddress", error.Message);
        Assert.Contains("reachable from other machines", error.Message);
    }

    [Fact]
    public void A_replayer_needs_a_known_worker() =>
        Assert.Throws<WippyConfigurationException>(() => WippyHosting.ConfigureReplayer(new WorkflowReplayerOptions(), WippyApplication.Empty, "app:worker"));

    [Fact]
    public async Task Lua_sees_only_variables_with_an_entry()
    {
        await using var app = await new FixtureApp()
            .Activity("t:read", async (lua, _) =>
            {
                var (hidden, error) = await lua.Invoke("env.get", "PATH");
                return FixtureProgram.List(hidden.IsNil, (await lua.Method(error, "kind")).First);
            })
            .Workflow("t:flow", (lua, _) => lua.Invoke("funcs.call", "t:read"))
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.True(seen[1L].AsBoolean());
        Assert.Equal(LuaError.NotFound, seen[2L].ToString());
    }

    private static WippyEntry StartedClient => new(
        "app:client",
        "temporal.client",
        "_index.yaml",
        EntryNode.Map(1, 1, ("address", new EntryNode("embedded:", 1, 1)), ("lifecycle", EntryNode.Map(1, 1, ("auto_start", new EntryNode(true, 1, 1))))),
        EntryNode.Empty);

    private static IHost Build(params WippyEntry[] entries) => Build([], new RecordingLogs(), entries);

    private static IHost Build(string[] configuration, RecordingLogs log, params WippyEntry[] entries)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = configuration });
        builder.Logging.AddProvider(log);
        WippyHosting.AddWippy(builder.Services, new WippyApplication { Entries = entries, Workflows = [], Activities = [], Functions = [] });
        return builder.Build();
    }

    private sealed class RecordingLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
