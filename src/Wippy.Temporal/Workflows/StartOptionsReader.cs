using System;
using System.Collections.Generic;
using System.Threading;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Workflows;
using Wippy.Temporal.Modules;
using ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy;

namespace Wippy.Temporal.Workflows;

/// <summary>Options of a workflow start (spec/temporal.md section 6, Options). Throws <see cref="OptionException"/>.</summary>
internal static class StartOptionsReader
{
    /// <summary>Options of a start by a client.</summary>
    public static WorkflowOptions Client(ProcessSpawner spawner, string queue)
    {
        var options = new OptionTable("workflow", bare: false, spawner.Options);
        var id = options.Text("id") ?? spawner.Name;
        var start = new WorkflowOptions(id ?? Guid.NewGuid().ToString(), options.Text("task_queue") ?? queue)
        {
            ExecutionTimeout = Positive(options, "execution_timeout"),
            RunTimeout = Positive(options, "run_timeout"),
            TaskTimeout = Positive(options, "task_timeout"),
            IdConflictPolicy = ConflictPolicy(options, id is not null),
            IdReusePolicy = ReusePolicy(options) ?? WorkflowIdReusePolicy.AllowDuplicate,
            RetryPolicy = options.Retry("retry_policy"),
            Memo = Memo(options),
            Priority = options.Priority("priority"),
            TypedSearchAttributes = Attributes(options),
            CronSchedule = options.Text("cron_schedule"),
            RequestEagerStart = options.Flag("enable_eager_start") ?? false,
            StartDelay = Positive(options, "start_delay"),
            StaticSummary = options.Text("summary") ?? options.Text("static_summary"),
            StaticDetails = options.Text("details") ?? options.Text("static_details"),
        };
        if (!options["versioning_override"].IsNil)
        {
            throw new OptionException("workflow.versioning_override is not supported yet");
        }

        return start;
    }

    /// <summary>Options of a child. The host argument wins over the queue option, and that over <paramref name="fallback"/>.</summary>
    public static ChildWorkflowOptions Child(ProcessSpawner spawner, string queue, string fallback)
    {
        var options = new OptionTable("workflow", bare: false, spawner.Options);
        return new ChildWorkflowOptions
        {
            Id = options.Text("id") ?? spawner.Name,
            TaskQueue = queue.Length > 0 ? queue : options.Text("task_queue") ?? fallback,
            ExecutionTimeout = Positive(options, "execution_timeout"),
            RunTimeout = Positive(options, "run_timeout"),
            TaskTimeout = Positive(options, "task_timeout"),
            IdReusePolicy = ReusePolicy(options) ?? WorkflowIdReusePolicy.AllowDuplicate,
            RetryPolicy = options.Retry("retry_policy"),
            Memo = Memo(options),
            Priority = options.Priority("priority"),
            TypedSearchAttributes = Attributes(options),
            CronSchedule = options.Text("cron_schedule"),
            StaticSummary = options.Text("summary") ?? options.Text("static_summary"),
            StaticDetails = options.Text("details") ?? options.Text("static_details"),
            ParentClosePolicy = options.Enumeration(
                "parent_close_policy",
                "PARENT_CLOSE_POLICY_",
                ("TERMINATE", ParentClosePolicy.Terminate),
                ("ABANDON", ParentClosePolicy.Abandon),
                ("REQUEST_CANCEL", ParentClosePolicy.RequestCancel)) ?? ParentClosePolicy.Terminate,
            CancellationType = options.Flag("wait_for_cancellation") == true ? ChildWorkflowCancellationType.WaitCancellationCompleted : ChildWorkflowCancellationType.TryCancel,

            // A cancel request only becomes an event; children go on (spec/temporal.md section 8).
            CancellationToken = CancellationToken.None,
        };
    }

    private static WorkflowIdConflictPolicy ConflictPolicy(OptionTable options, bool named)
    {
        var given = options.Enumeration(
            "id_conflict_policy",
            "WORKFLOW_ID_CONFLICT_POLICY_",
            ("FAIL", WorkflowIdConflictPolicy.Fail),
            ("USE_EXISTING", WorkflowIdConflictPolicy.UseExisting),
            ("TERMINATE_EXISTING", WorkflowIdConflictPolicy.TerminateExisting));
        return given ?? options.Flag("execution_error_when_already_started") switch
        {
            true => WorkflowIdConflictPolicy.Fail,
            false => WorkflowIdConflictPolicy.UseExisting,
            null => named ? WorkflowIdConflictPolicy.UseExisting : WorkflowIdConflictPolicy.Fail,
        };
    }

    private static WorkflowIdReusePolicy? ReusePolicy(OptionTable options) => options.Enumeration(
        "id_reuse_policy",
        "WORKFLOW_ID_REUSE_POLICY_",
        ("ALLOW_DUPLICATE", WorkflowIdReusePolicy.AllowDuplicate),
        ("ALLOW_DUPLICATE_FAILED_ONLY", WorkflowIdReusePolicy.AllowDuplicateFailedOnly),
        ("REJECT_DUPLICATE", WorkflowIdReusePolicy.RejectDuplicate));

    private static Dictionary<string, object>? Memo(OptionTable options) => options.Table("memo") is { } memo ? MemoValues.Read(memo) : null;

    private static SearchAttributeCollection? Attributes(OptionTable options) =>
        (options.Table("search_attributes") ?? options.Table("typed_search_attributes")) is { } table ? SearchAttributes.Read(table) : null;

    private static TimeSpan? Positive(OptionTable options, string key) => options.Duration(key) is { } duration && duration > TimeSpan.Zero ? duration : null;
}
