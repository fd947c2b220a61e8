using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Engine.Executions;
using Temporalio.Exceptions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>Starts of runs and the policies for ids that are in use.</summary>
internal sealed partial class EmbeddedEngine
{
    /// <summary>Obsolete in the API, but what clients may still send.</summary>
    private const WorkflowIdReusePolicy TerminateIfRunning = (WorkflowIdReusePolicy)4;

    private Lock StartLock(string workflowId) => startLocks[(uint)string.GetHashCode(workflowId, StringComparison.Ordinal) % StartLocks];

    private (StartWorkflowResult Result, Task Committed) Start(StartWorkflowRequest request, Request? update = null)
    {
        var started = request.Started;
        if (SearchAttributes is { } known && started.SearchAttributes?.IndexedFields.Keys.FirstOrDefault(n => SearchAttributeNames.Mistake(n, known) is not null) is { } unknown)
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, $"Namespace {request.Namespace} has no mapping defined for search attribute {unknown}", null);
        }

        if (started.CronSchedule.Length > 0)
        {
            if (CronSchedule.Validate(started.CronSchedule) is { } wrong)
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, wrong, null);
            }

            var now = UtcNow;
            started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(CronSchedule.Parse(started.CronSchedule).Next(now)!.Value - now);
        }

        if (request.Signal is not null && request.ConflictPolicy == WorkflowIdConflictPolicy.Fail)
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, "Invalid WorkflowIDConflictPolicy: WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation.", null);
        }

        var current = TryFind(new WorkflowKey(request.Namespace, started.WorkflowId, null));
        if (current is { Running: true })
        {
            var conflict = request.ReusePolicy == TerminateIfRunning ? WorkflowIdConflictPolicy.TerminateExisting : request.ConflictPolicy;
            if (request.ReusePolicy == TerminateIfRunning && request.ConflictPolicy != WorkflowIdConflictPolicy.Unspecified)
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy.", null);
            }

            try
            {
                if (conflict == WorkflowIdConflictPolicy.TerminateExisting)
                {
                    _ = current.TerminateAsync(new WorkflowExecutionTerminatedEventAttributes { Reason = "TerminateIfRunning WorkflowIdReusePolicy Policy", Identity = "history-service" });
                }
                else if (conflict == WorkflowIdConflictPolicy.UseExisting || request.Signal is not null)
                {
                    var result = new StartWorkflowResult(current.RunId, current.Started.FirstExecutionRunId, false);
                    return (result, request.Signal is null ? Task.CompletedTask : current.SignalAsync(request.Signal, true));
                }
                else
                {
                    throw AlreadyStarted(current);
                }
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
            {
                // It has ended meanwhile.
                return Start(request, update);
            }
        }
        else if (current is not null)
        {
            var allowed = request.ReusePolicy switch
            {
                WorkflowIdReusePolicy.RejectDuplicate => false,
                WorkflowIdReusePolicy.AllowDuplicateFailedOnly => current.Status is not WorkflowExecutionStatus.Completed,
                _ => true,
            };
            if (!allowed)
            {
                throw AlreadyStarted(current);
            }
        }

        var runId = Guid.NewGuid().ToString();
        started.OriginalExecutionRunId = runId;
        started.FirstExecutionRunId = runId;
        started.Attempt = 1;
        started.RootWorkflowExecution ??= new WorkflowExecution { WorkflowId = started.WorkflowId, RunId = runId };
        if (PendingActivity.Limit(started.WorkflowExecutionTimeout) is { } timeout)
        {
            started.WorkflowExecutionExpirationTime = Timestamp.FromDateTime(UtcNow + (PendingActivity.Limit(started.FirstWorkflowTaskBackoff) ?? TimeSpan.Zero) + timeout);
        }

        if (started.RetryPolicy is { } retry && PendingActivity.Limit(retry.InitialInterval) is null)
        {
            retry.InitialInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
        }

        var execution = Execution.Start(
            this,
            request.Namespace,
            runId,
            new HistoryEvent { EventType = EventType.WorkflowExecutionStarted, WorkflowExecutionStartedEventAttributes = started, UserMetadata = request.Metadata },
            request.Signal);
        return (new StartWorkflowResult(runId, runId, true), execution.CommitStart(update));
    }

    private static WorkflowAlreadyStartedException AlreadyStarted(Execution current) =>
        new("Workflow execution already started", current.WorkflowId, current.Started.WorkflowType.Name, current.RunId);
}
