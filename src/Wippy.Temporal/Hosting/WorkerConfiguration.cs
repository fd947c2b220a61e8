using System;
using Temporalio.Common;
using Temporalio.Worker;

namespace Wippy.Temporal.Hosting;

/// <summary>A <c>temporal.worker</c> entry, read and checked (spec/temporal.md section 3).</summary>
internal sealed record WorkerConfiguration(
    string Id,
    string ClientId,
    string TaskQueue,
    bool Workflows,
    bool Activities,
    bool LogInReplay,
    ServiceLifecycle Lifecycle,
    TemporalWorkerOptions Options)
{
    /// <summary>Reads an entry; <see cref="TaskQueue"/> has no prefix yet.</summary>
    public static WorkerConfiguration Read(WippyEntry entry, EntryFields fields, Action<string> warn)
    {
        var client = fields.Text("client");
        if (client is { Length: 0 })
        {
            fields.Report("client", "client reference is required");
        }

        var queue = fields.Text("task_queue");
        if (string.IsNullOrEmpty(queue))
        {
            fields.Report("task queue is required");
        }

        var settings = fields.Map("worker_options");
        var withoutWorkflows = settings.Flag("disable_workflow_worker", false);
        var options = ReadOptions(settings, warn);
        if (withoutWorkflows && options.LocalActivityWorkerOnly)
        {
            settings.Report("disable_workflow_worker", "cannot disable workflow worker and use local activity worker only simultaneously");
        }

        return new WorkerConfiguration(
            entry.Id,
            string.IsNullOrEmpty(client) ? ClientConfiguration.ImplicitId : EntryId.Qualify(client, entry.Id),
            queue ?? string.Empty,
            fields.Flag("workflows", true) && !withoutWorkflows,
            fields.Flag("activities", true),
            settings.Flag("enable_logging_in_replay", false),
            ServiceLifecycle.Read(fields, entry.Id),
            options);
    }

    private static TemporalWorkerOptions ReadOptions(EntryFields settings, Action<string> warn)
    {
        if (settings.Node["max_concurrent_workflow_task_pollers"]?.Value is 1L)
        {
            settings.Report("max_concurrent_workflow_task_pollers", "max concurrent workflow task pollers cannot be 1");
        }

        var options = new TemporalWorkerOptions
        {
            MaxConcurrentActivities = settings.Count("max_concurrent_activity_execution_size", 1000),
            MaxConcurrentWorkflowTasks = settings.Count("max_concurrent_workflow_task_execution_size", 1000),
            MaxConcurrentLocalActivities = settings.Count("max_concurrent_local_activity_execution_size", 1000),
            MaxConcurrentActivityTaskPolls = settings.Count("max_concurrent_activity_task_pollers", 20),
            MaxConcurrentWorkflowTaskPolls = settings.Count("max_concurrent_workflow_task_pollers", 20),
            MaxActivitiesPerSecond = Rate(settings, "worker_activities_per_second", "worker activities per second"),
            MaxTaskQueueActivitiesPerSecond = Rate(settings, "task_queue_activities_per_second", "task queue activities per second"),
            StickyQueueScheduleToStartTimeout = settings.Duration("sticky_schedule_to_start_timeout", TimeSpan.FromSeconds(5)),
            GracefulShutdownTimeout = settings.Duration("worker_stop_timeout", TimeSpan.Zero),
            LocalActivityWorkerOnly = settings.Flag("local_activity_worker_only", false),
            DisableEagerActivityExecution = settings.Flag("disable_eager_activities", false),
        };
        if (settings.Text("identity") is { Length: > 0 } identity)
        {
            options.Identity = identity;
        }

        if (settings.Count("max_concurrent_eager_activity_execution_size", 0) is > 0 and var eager)
        {
            options.MaxEagerActivityReservationsPerWorkflowTask = eager;
        }

        if (settings.Duration("max_heartbeat_throttle_interval", TimeSpan.Zero) is var longest && longest > TimeSpan.Zero)
        {
            options.MaxHeartbeatThrottleInterval = longest;
        }

        if (settings.Duration("default_heartbeat_throttle_interval", TimeSpan.Zero) is var usual && usual > TimeSpan.Zero)
        {
            options.DefaultHeartbeatThrottleInterval = usual;
        }

        if (Rate(settings, "worker_local_activities_per_second", "worker local activities per second") is not null)
        {
            warn("worker_options.worker_local_activities_per_second has no effect with the .NET SDK");
        }

        if (settings.Flag("enable_session_worker", false))
        {
            warn("worker_options.enable_session_worker has no effect with the .NET SDK");
        }

        if (settings.Flag("use_versioning", false))
        {
            options.DeploymentOptions = ReadDeployment(settings);
        }

        return options;
    }

    private static WorkerDeploymentOptions ReadDeployment(EntryFields settings)
    {
        // The literal wins; an unset build_id_env is ignored.
        var build = settings.Has("build_id") ? settings.Text("build_id") : settings.OptionalVariable("build_id_env");
        return new WorkerDeploymentOptions(new WorkerDeploymentVersion(settings.Text("deployment_name") ?? string.Empty, build ?? string.Empty), true)
        {
            DefaultVersioningBehavior = settings.Text("default_versioning_behavior") switch
            {
                "pinned" => VersioningBehavior.Pinned,
                "auto_upgrade" => VersioningBehavior.AutoUpgrade,
                _ => VersioningBehavior.Unspecified,
            },
        };
    }

    private static double? Rate(EntryFields settings, string key, string name)
    {
        var rate = settings.Number(key, 0);
        if (rate < 0)
        {
            settings.Report(key, $"{name} cannot be negative");
        }

        return rate > 0 ? rate : null;
    }
}
