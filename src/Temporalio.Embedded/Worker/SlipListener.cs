using System;
using System.Diagnostics.Tracing;
using System.Threading.Tasks;
using Temporalio.Exceptions;

namespace Temporalio.Worker;

/// <summary>
/// Catches workflow code that leaves its scheduler: tasks for other schedulers and timers of the system, by the events that the
/// runtime raises for them (spec/temporalio-notes.md section 2).
/// </summary>
internal sealed class SlipListener : EventListener
{
    private const string TaskSource = "System.Threading.Tasks.TplEventSource";
    private const string FrameworkSource = "System.Diagnostics.Eventing.FrameworkEventSource";
    private const EventKeywords TaskKeyword = (EventKeywords)0x2;
    private const EventKeywords ThreadTransferKeyword = (EventKeywords)0x10;
    private const int TaskScheduled = 7;
    private const int ThreadTransferSend = 150;
    private const int TimerKind = 1;
    private static readonly Lazy<SlipListener> Instance = new(() => new SlipListener());

    private SlipListener()
    {
    }

    /// <summary>Starts listening; once for the process.</summary>
    public static void Start() => _ = Instance.Value;

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, TaskSource, StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Informational, TaskKeyword);
        }
        else if (string.Equals(eventSource.Name, FrameworkSource, StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Informational, ThreadTransferKeyword);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (TaskScheduler.Current is not WorkflowInstance { TracingEnabled: true } workflow || eventData.Payload is not { } payload)
        {
            return;
        }

        if (eventData.EventId == TaskScheduled && payload.Count > 0 && payload[0] is int scheduler && scheduler != workflow.Id)
        {
            workflow.FailActivation(new InvalidWorkflowSchedulerException(
                "Task scheduled during workflow run was not scheduled on workflow scheduler", Environment.StackTrace));
        }
        else if (eventData.EventId == ThreadTransferSend && payload.Count > 1 && payload[1] is int kind && kind == TimerKind)
        {
            workflow.FailActivation(new InvalidWorkflowSchedulerException(
                "Timer created during workflow run: use Workflow.DelayAsync", Environment.StackTrace));
        }
    }
}
