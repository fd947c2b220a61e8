using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

// temporal.client and temporal.worker (spec/temporal.md sections 2 and 3).
public sealed partial class EntryBinder
{
    private static readonly string[] ClientKeys =
    [
        "address", "namespace", "tq_prefix", "connection_timeout", "keep_alive_time", "keep_alive_timeout", "auth", "tls",
        "health_check", "lifecycle",
    ];

    private static readonly string[] AuthKeys =
        ["type", "api_key", "api_key_env", "api_key_file", "cert_file", "cert_pem", "key_file", "key_pem", "key_pem_env"];

    private static readonly string[] TlsKeys = ["enabled", "ca_file", "server_name", "insecure_skip_verify"];

    private static readonly string[] HealthCheckKeys = ["enabled", "interval"];

    private static readonly string[] WorkerKeys = ["client", "task_queue", "worker_options", "workflows", "activities", "lifecycle"];

    private static readonly Dictionary<string, ConfigType> WorkerOptionTypes = new(StringComparer.Ordinal)
    {
        ["identity"] = ConfigType.Text,
        ["max_concurrent_activity_execution_size"] = ConfigType.Integer,
        ["max_concurrent_workflow_task_execution_size"] = ConfigType.Integer,
        ["max_concurrent_local_activity_execution_size"] = ConfigType.Integer,
        ["max_concurrent_session_execution_size"] = ConfigType.Integer,
        ["max_concurrent_eager_activity_execution_size"] = ConfigType.Integer,
        ["max_concurrent_activity_task_pollers"] = ConfigType.Integer,
        ["max_concurrent_workflow_task_pollers"] = ConfigType.Integer,
        ["worker_activities_per_second"] = ConfigType.Number,
        ["worker_local_activities_per_second"] = ConfigType.Number,
        ["task_queue_activities_per_second"] = ConfigType.Number,
        ["sticky_schedule_to_start_timeout"] = ConfigType.Duration,
        ["worker_stop_timeout"] = ConfigType.Duration,
        ["deadlock_detection_timeout"] = ConfigType.Duration,
        ["max_heartbeat_throttle_interval"] = ConfigType.Duration,
        ["default_heartbeat_throttle_interval"] = ConfigType.Duration,
        ["enable_logging_in_replay"] = ConfigType.Boolean,
        ["enable_session_worker"] = ConfigType.Boolean,
        ["disable_workflow_worker"] = ConfigType.Boolean,
        ["local_activity_worker_only"] = ConfigType.Boolean,
        ["disable_eager_activities"] = ConfigType.Boolean,
        ["disable_registration_aliasing"] = ConfigType.Boolean,
        ["use_versioning"] = ConfigType.Boolean,
        ["deployment_name"] = ConfigType.Text,
        ["build_id"] = ConfigType.Text,
        ["default_versioning_behavior"] = ConfigType.Text,
    };

    private static readonly string[] OptionsWithoutEffect =
    [
        "max_concurrent_session_execution_size", "worker_local_activities_per_second", "deadlock_detection_timeout", "enable_session_worker",
        "disable_registration_aliasing",
    ];

    private static string[] WithEnvironment(string[] keys) => keys.Concat(keys.Select(static k => k + "_env")).ToArray();

    private TemporalClientEntry? BindClient(Draft draft)
    {
        var data = draft.Data;
        CheckKeysOrEnvironment(data, "temporal.client entries", ClientKeys);
        var errors = _diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error);
        var address = Value(data, "address", ConfigType.Text);
        if (data["address"] is null or YamlScalar && address is null or { IsEmpty: true })
        {
            Invalid("address is required", "write address: host:7233", address?.Location);
        }

        var connectionTimeout = NotNegative(data, "connection_timeout");
        var keepAliveTime = NotNegative(data, "keep_alive_time");
        var keepAliveTimeout = NotNegative(data, "keep_alive_timeout");
        var auth = AuthOf();
        var tls = TlsOf();
        var healthCheck = HealthCheckOf();
        var name = Value(data, "namespace", ConfigType.Text);
        var prefix = Value(data, "tq_prefix", ConfigType.Text);
        if (address is null || _diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error) > errors)
        {
            return null;
        }

        return new TemporalClientEntry(
            draft.Id, draft.Location, draft.Meta, data, draft.Lifecycle, address, name, prefix,
            connectionTimeout, keepAliveTime, keepAliveTimeout, auth, tls, healthCheck);

        void Invalid(string message, string instead, SourceLocation? at) =>
            ReportAt(DiagnosticDescriptors.InvalidTemporalClient, at ?? draft.Location, draft.Id, message, instead);

        ConfigValue? NotNegative(YamlMapping table, string key)
        {
            var value = Value(table, key, ConfigType.Duration);
            if (value?.Nanoseconds < 0)
            {
                Invalid($"{key.Replace('_', ' ')} must be >= 0", $"write {key}: 10s", value.Location);
            }

            return value;
        }

        TemporalAuth AuthOf()
        {
            if (TableOf(data, "auth") is not { } table)
            {
                return TemporalAuth.None;
            }

            CheckKeysOrEnvironment(table, "auth", AuthKeys);
            var type = TextOf(table, "type");
            var at = _source.GetLocation(data.Find("auth")!.Key.Span);
            switch (type?.Value)
            {
                case null or "" or "none":
                    return TemporalAuth.None;
                case "api_key":
                    ExactlyOne(table, at, ["api_key", "api_key_env", "api_key_file"],
                        "API key source is required", "multiple API key sources specified");
                    return new TemporalAuth(
                        TemporalAuthType.ApiKey, Value(table, "api_key", ConfigType.Text), Value(table, "api_key_file", ConfigType.Text), null, null, null, null);
                case "mtls":
                    ExactlyOne(table, at, ["cert_file", "cert_pem"],
                        "mTLS certificate is required", "multiple mTLS certificate sources specified");
                    ExactlyOne(table, at, ["key_file", "key_pem", "key_pem_env"],
                        "mTLS key is required", "multiple mTLS key sources specified");
                    return new TemporalAuth(
                        TemporalAuthType.MutualTls, null, null, Value(table, "cert_file", ConfigType.Text), Value(table, "cert_pem", ConfigType.Text),
                        Value(table, "key_file", ConfigType.Text), Value(table, "key_pem", ConfigType.Text));
                default:
                    Invalid($"invalid auth type: {type!.Value}", "write none, api_key or mtls", Locate(type));
                    return TemporalAuth.None;
            }
        }

        void ExactlyOne(YamlMapping table, SourceLocation at, string[] keys, string none, string several)
        {
            var given = keys.Where(k => table[k] is { } value and not YamlScalar { Value.Length: 0 }).ToArray();
            if (given.Length == 0)
            {
                Invalid(none, $"write one of {string.Join(", ", keys)}", at);
            }
            else if (given.Length > 1)
            {
                Invalid(several, $"keep one of {string.Join(", ", given)}", Locate(table.Find(given[1])!.Key));
            }
        }

        TemporalTls? TlsOf()
        {
            if (TableOf(data, "tls") is not { } table)
            {
                return null;
            }

            CheckKeysOrEnvironment(table, "tls", TlsKeys);
            var result = new TemporalTls(
                Value(table, "enabled", ConfigType.Boolean), Value(table, "ca_file", ConfigType.Text),
                Value(table, "server_name", ConfigType.Text), Value(table, "insecure_skip_verify", ConfigType.Boolean));
            if (result.Enabled?.Boolean == true && result.InsecureSkipVerify?.Boolean == true && result.ServerName is { IsEmpty: false })
            {
                Invalid("cannot use insecure skip verify with server name", "remove one of the two", result.InsecureSkipVerify.Location);
            }

            return result;
        }

        TemporalHealthCheck? HealthCheckOf()
        {
            if (TableOf(data, "health_check") is not { } table)
            {
                return null;
            }

            CheckKeysOrEnvironment(table, "health_check", HealthCheckKeys);
            var result = new TemporalHealthCheck(Value(table, "enabled", ConfigType.Boolean), Value(table, "interval", ConfigType.Duration));
            if (result.Enabled?.Boolean == true && result.Interval?.Nanoseconds <= 0)
            {
                Invalid("health check interval must be > 0 when enabled", "write interval: 30s", result.Interval.Location);
            }

            return result;
        }
    }

    private void CheckKeysOrEnvironment(YamlMapping table, string owner, string[] keys)
    {
        var known = WithEnvironment(keys);
        foreach (var pair in table.Pairs)
        {
            if (!known.Contains(pair.Key.Value, StringComparer.Ordinal))
            {
                ReportUnknownKey(pair.Key, owner, keys);
            }
        }
    }

    private TemporalWorkerEntry? BindWorker(Draft draft)
    {
        var data = draft.Data;
        CheckKeysOrEnvironment(data, "temporal.worker entries", WorkerKeys);
        var errors = _diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error);
        var client = Reference(data, "client");
        if (client is null && data.Find("client") is { } empty)
        {
            Invalid("client reference is required", "write client: <id of a temporal.client>, or remove the key for the implicit client", Locate(empty.Key));
        }

        var queue = Value(data, "task_queue", ConfigType.Text);
        if (data["task_queue"] is null or YamlScalar && queue is null or { IsEmpty: true })
        {
            Invalid("task queue is required", "write task_queue: name", queue?.Location);
        }

        var options = OptionsOf();
        var workflows = Value(data, "workflows", ConfigType.Boolean);
        var activities = Value(data, "activities", ConfigType.Boolean);
        if (queue is null || _diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error) > errors)
        {
            return null;
        }

        var entry = new TemporalWorkerEntry(
            draft.Id, draft.Location, draft.Meta, data, draft.Lifecycle, client, queue, options, workflows, activities);
        return Check(entry) ? entry : null;

        void Invalid(string message, string instead, SourceLocation? at) =>
            ReportAt(DiagnosticDescriptors.InvalidTemporalWorker, at ?? draft.Location, draft.Id, message, instead);

        EquatableArray<WorkerOption> OptionsOf()
        {
            var result = new List<WorkerOption>();
            if (TableOf(data, "worker_options") is not { } table)
            {
                return default;
            }

            foreach (var pair in table.Pairs)
            {
                var key = pair.Key.Value;
                const string Suffix = "_env";
                var name = !WorkerOptionTypes.ContainsKey(key) && key.EndsWith(Suffix, StringComparison.Ordinal) ? key.Substring(0, key.Length - Suffix.Length) : key;
                if (!WorkerOptionTypes.TryGetValue(name, out var type))
                {
                    ReportUnknownKey(pair.Key, "worker_options", WorkerOptionTypes.Keys.OrderBy(static k => k, StringComparer.Ordinal));
                    continue;
                }

                if (OptionsWithoutEffect.Contains(name, StringComparer.Ordinal))
                {
                    Report(DiagnosticDescriptors.OptionWithoutEffect, pair.Key, name);
                }

                // The literal wins over its "_env" sibling.
                if ((name == key || table[name] is null) && Value(table, name, type) is { } value)
                {
                    result.Add(new WorkerOption(name, value));
                }
            }

            return new EquatableArray<WorkerOption>(result.ToArray());
        }

        bool Check(TemporalWorkerEntry worker)
        {
            var valid = true;
            if (worker.Option("max_concurrent_workflow_task_pollers") is { Integer: 1 } pollers)
            {
                Fail("max concurrent workflow task pollers cannot be 1", "write 2 or more", pollers.Location);
            }

            foreach (var rate in new[] { "worker_activities_per_second", "worker_local_activities_per_second", "task_queue_activities_per_second" })
            {
                if (worker.Option(rate) is { Number: < 0 } value)
                {
                    Fail($"{rate.Replace('_', ' ')} cannot be negative", "write 0 for no limit", value.Location);
                }
            }

            if (worker.Option("disable_workflow_worker")?.Boolean == true && worker.Option("local_activity_worker_only") is { Boolean: true } only)
            {
                Fail("cannot disable workflow worker and use local activity worker only simultaneously", "remove one of the two", only.Location);
            }

            if (worker.Option("default_versioning_behavior") is { Literal: { } behavior } given && behavior is not ("" or "unspecified" or "pinned" or "auto_upgrade"))
            {
                ReportAt(DiagnosticDescriptors.InvalidValue, given.Location, "default_versioning_behavior", behavior, "pinned, auto_upgrade or unspecified");
                valid = false;
            }

            return valid;

            void Fail(string message, string instead, SourceLocation at)
            {
                Invalid(message, instead, at);
                valid = false;
            }
        }
    }
}
