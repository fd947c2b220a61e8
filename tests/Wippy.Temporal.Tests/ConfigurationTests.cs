using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Common;
using Wippy.Temporal.Hosting;

namespace Wippy.Temporal.Tests;

/// <summary>Client and worker entries (spec/temporal.md sections 1 to 3).</summary>
public sealed class ConfigurationTests
{
    private static readonly WippyEntry Client = Entry("app:client", "temporal.client", ("address", "host:7233"), ("tq_prefix", "dev-"));

    [Fact]
    public void Defaults_are_filled_in()
    {
        var context = Create(new(), Client, Entry("app:worker", "temporal.worker", ("client", "client"), ("task_queue", "q")));
        var client = context.Clients["app:client"];
        Assert.Equal(("host:7233", "default", 10.0), (client.Connection.TargetHost, client.Connection.Namespace, client.ConnectionTimeout.TotalSeconds));
        Assert.Equal((30.0, 10.0), (client.Connection.KeepAlive!.Interval.TotalSeconds, client.Connection.KeepAlive.Timeout.TotalSeconds));
        var worker = context.Workers["app:worker"];
        Assert.Equal(("app:client", "dev-q"), (worker.ClientId, worker.TaskQueue));
        Assert.Equal((1000, 20, 5.0), (worker.Options.MaxConcurrentActivities, worker.Options.MaxConcurrentWorkflowTaskPolls, worker.Options.StickyQueueScheduleToStartTimeout.TotalSeconds));
        Assert.Empty(context.StartOrder);
    }

    [Fact]
    public void Worker_options_are_mapped()
    {
        var options = EntryNode.Map(
            3,
            1,
            ("identity", Scalar("me")),
            ("max_concurrent_activity_execution_size", Scalar(7L)),
            ("max_concurrent_workflow_task_pollers", Scalar(0L)),
            ("worker_activities_per_second", Scalar(2.5)),
            ("worker_stop_timeout", Scalar("3s")),
            ("disable_eager_activities", Scalar(true)),
            ("use_versioning", Scalar(true)),
            ("deployment_name", Scalar("orders")),
            ("build_id_env", Scalar("BUILD")),
            ("default_versioning_behavior", Scalar("pinned")));
        var context = Create(new() { ["BUILD"] = "b7" }, Client, Entry("app:worker", "temporal.worker", ("client", "app:client"), ("task_queue", "q"), ("worker_options", options)));
        var worker = context.Workers["app:worker"].Options;
        Assert.Equal(("me", 7, 20, 2.5), (worker.Identity, worker.MaxConcurrentActivities, worker.MaxConcurrentWorkflowTaskPolls, worker.MaxActivitiesPerSecond));
        Assert.Equal((3.0, true), (worker.GracefulShutdownTimeout.TotalSeconds, worker.DisableEagerActivityExecution));
        Assert.Equal((new WorkerDeploymentVersion("orders", "b7"), true, VersioningBehavior.Pinned), (worker.DeploymentOptions!.Version, worker.DeploymentOptions.UseWorkerVersioning, worker.DeploymentOptions.DefaultVersioningBehavior));
    }

    [Fact]
    public void Placeholders_are_resolved_at_start()
    {
        var environment = new Dictionary<string, string> { ["ADDR"] = "real:1", ["KEY"] = "secret" };
        var client = Create(
            environment,
            Entry(
                "app:client",
                "temporal.client",
                ("address", "${env:ADDR}"),
                ("namespace", "${NS|orders}-$${x}"),
                ("connection_timeout", "${env:T|2s}"),
                ("auth", EntryNode.Map(4, 1, ("type", Scalar("api_key")), ("api_key", Scalar("${env:KEY}")))))).Clients["app:client"];
        Assert.Equal(("real:1", "orders-${x}", 2.0, "secret"), (client.Connection.TargetHost, client.Connection.Namespace, client.ConnectionTimeout.TotalSeconds, client.Connection.ApiKey));
    }

    [Fact]
    public void Variables_go_through_their_storages()
    {
        var context = Create(
            new() { ["FROM_OS"] = "os" },
            Entry("app:os", "env.storage.os"),
            Entry("app:fixed", "env.storage.static", ("values", EntryNode.Map(1, 1, ("A", Scalar("static a")), ("B", Scalar(5L))))),
            Entry("app:all", "env.storage.router", ("storages", EntryNode.List(1, 1, Scalar("app:fixed"), Scalar("os")))),
            Entry("app:a", "env.variable", ("variable", "A"), ("storage", "app:all")),
            Entry("app:b", "env.variable", ("variable", "B"), ("storage", "fixed")),
            Entry("app:c", "env.variable", ("variable", "FROM_OS"), ("storage", "all")),
            Entry("app:d", "env.variable", ("variable", "D"), ("storage", "app:os"), ("default", "fallback")));
        Assert.Equal(
            ["static a", "static a", "5", "os", "fallback", null],
            new[] { "A", "app:a", "B", "FROM_OS", "D", "E" }.Select(context.Environment.Get));
    }

    [Fact]
    public void Workers_without_a_client_use_the_environment()
    {
        var context = Create(
            new() { ["TEMPORAL_ADDRESS"] = "cloud:7233", ["TEMPORAL_NAMESPACE"] = "prod", ["TEMPORAL_API_KEY"] = "k" },
            Entry("app:worker", "temporal.worker", ("task_queue", "q")));
        var client = context.Clients[context.Workers["app:worker"].ClientId];
        Assert.Equal(("cloud:7233", "prod", "k"), (client.Connection.TargetHost, client.Connection.Namespace, client.Connection.ApiKey));
        Assert.Equal("localhost:7233", Create([], Entry("app:worker", "temporal.worker", ("task_queue", "q"))).Clients.Values.Single().Connection.TargetHost);
    }

    [Fact]
    public void Services_start_after_what_they_require()
    {
        var lifecycle = EntryNode.Map(1, 1, ("auto_start", Scalar(true)), ("depends_on", EntryNode.List(1, 1, Scalar("app:z_client"))));
        var context = Create(
            [],
            Entry("app:z_client", "temporal.client", ("address", "z:1")),
            Entry("app:client", "temporal.client", ("address", "a:1")),
            Entry("app:a_worker", "temporal.worker", ("client", "app:client"), ("task_queue", "q"), ("lifecycle", lifecycle)));
        Assert.Equal(["app:z_client", "app:client", "app:a_worker"], context.StartOrder);
    }

    public static TheoryData<string, (string Key, object Value)[]> WrongClients => new()
    {
        { "address is required", [] },
        { "invalid auth type: magic", [("address", "a:1"), Auth(("type", "magic"))] },
        { "API key source is required", [("address", "a:1"), Auth(("type", "api_key"))] },
        { "multiple API key sources specified", [("address", "a:1"), Auth(("type", "api_key"), ("api_key", "x"), ("api_key_file", "y"))] },
        { "mTLS key is required", [("address", "a:1"), Auth(("type", "mtls"), ("cert_pem", "x"))] },
        { "mTLS certificate is required", [("address", "a:1"), Auth(("type", "mtls"), ("key_pem", "x"))] },
        { "multiple mTLS key sources specified", [("address", "a:1"), Auth(("type", "mtls"), ("cert_pem", "x"), ("key_pem", "x"), ("key_file", "y"))] },
        { "connection timeout must be >= 0", [("address", "a:1"), ("connection_timeout", "-1s")] },
        { "invalid keep_alive_time: write a duration such as \"10s\" or \"1m30s\"", [("address", "a:1"), ("keep_alive_time", 5L)] },
        { "health check interval must be > 0 when enabled", [("address", "a:1"), ("health_check", EntryNode.Map(9, 1, ("enabled", Scalar(true)), ("interval", Scalar("0s"))))] },
        { "cannot use insecure skip verify with server name", [("address", "a:1"), ("tls", EntryNode.Map(9, 1, ("enabled", Scalar(true)), ("insecure_skip_verify", Scalar(true)), ("server_name", Scalar("n"))))] },
        { "environment variable 'NOWHERE' is not set: set it or write a default, ${env:NOWHERE|default}", [("address", "${env:NOWHERE}"), ("namespace", "n")] },
    };

    [Theory]
    [MemberData(nameof(WrongClients))]
    public void A_wrong_client_stops_the_start(string message, (string Key, object Value)[] fields)
    {
        var error = Assert.Throws<WippyConfigurationException>(() => Create([], Entry("app:client", "temporal.client", fields)));
        Assert.Contains(error.Errors, found => found.Message == message && found is { EntryId: "app:client", Path: "_index.yaml", Line: > 0 });
    }

    [Fact]
    public void A_verification_that_is_skipped_needs_a_loopback_address()
    {
        (string, object) tls = ("tls", EntryNode.Map(9, 1, ("enabled", Scalar(true)), ("insecure_skip_verify", Scalar(true))));
        Assert.Throws<WippyConfigurationException>(() => Create([], Entry("app:client", "temporal.client", ("address", "remote:1"), tls)));
        Assert.NotNull(Create([], Entry("app:client", "temporal.client", ("address", "127.0.0.1:7233"), tls)).Clients["app:client"].Connection.Tls);
    }

    [Fact]
    public void A_wrong_worker_stops_the_start_with_every_error()
    {
        var error = Assert.Throws<WippyConfigurationException>(() => Create(
            [],
            Client,
            Entry("app:one", "temporal.worker", ("client", "app:client")),
            Entry("app:two", "temporal.worker", ("client", "app:nobody"), ("task_queue", "q")),
            Entry("app:three", "temporal.worker", ("client", "app:client"), ("task_queue", "q"), ("worker_options", EntryNode.Map(
                7, 1, ("max_concurrent_workflow_task_pollers", Scalar(1L)), ("worker_activities_per_second", Scalar(-1L)), ("disable_workflow_worker", Scalar(true)), ("local_activity_worker_only", Scalar(true)))))));
        Assert.Equal(
            [
                "task queue is required",
                "max concurrent workflow task pollers cannot be 1",
                "worker activities per second cannot be negative",
                "cannot disable workflow worker and use local activity worker only simultaneously",
                "no temporal.client entry 'app:nobody'",
            ],
            error.Errors.Select(found => found.Message));
    }

    [Fact]
    public void Secrets_are_in_no_message()
    {
        var error = Assert.Throws<WippyConfigurationException>(() => Create(
            new() { ["KEY"] = "very secret" },
            Entry("app:client", "temporal.client", ("address", ""), Auth(("type", "api_key"), ("api_key", "${env:KEY}"), ("api_key_env", "KEY")))));
        Assert.DoesNotContain("very secret", error.ToString(), StringComparison.Ordinal);
    }

    private static (string Key, object Value) Auth(params (string Key, string Value)[] fields) =>
        ("auth", EntryNode.Map(6, 3, fields.Select(field => (field.Key, Scalar(field.Value))).ToArray()));

    private static EntryNode Scalar(object value) => new(value, 2, 5);

    private static WippyEntry Entry(string id, string kind, params (string Key, object Value)[] fields) => new(
        id,
        kind,
        "_index.yaml",
        EntryNode.Map(1, 3, fields.Select(field => (field.Key, field.Value as EntryNode ?? Scalar(field.Value))).ToArray()),
        EntryNode.Empty);

    private static ApplicationContext Create(Dictionary<string, string> environment, params WippyEntry[] entries) => ApplicationContext.Create(
        new WippyApplication { Entries = entries, Workflows = [], Activities = [], Functions = [] },
        new WippyOptions { Environment = name => environment.GetValueOrDefault(name) },
        new ServiceCollection().BuildServiceProvider());
}
