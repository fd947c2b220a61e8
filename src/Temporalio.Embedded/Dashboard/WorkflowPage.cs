using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Dashboard;

/// <summary>One workflow.</summary>
/// <param name="View">The namespace.</param>
/// <param name="Description">The workflow.</param>
/// <param name="History">Its history.</param>
/// <param name="Token">The secret that its forms carry.</param>
/// <param name="Page">The page of its history, from 1; 0 means the last.</param>
internal sealed record WorkflowPage(NamespaceView View, DescribeWorkflowExecutionResponse Description, IReadOnlyList<HistoryEvent> History, string Token, int Page)
{
    private const int PageSize = 200;

    private WorkflowExecutionInfo Info => Description.WorkflowExecutionInfo;

    private string Address => View.Workflow(Info.Execution.WorkflowId, Info.Execution.RunId);

    private int Pages => Math.Max(1, (History.Count + PageSize - 1) / PageSize);

    /// <summary>Writes the page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="notice">What has just been done, or null.</param>
    /// <param name="error">What could not be done, or null.</param>
    /// <param name="now">The time of the engine.</param>
    public void Write(HtmlWriter html, string? notice, string? error, DateTime now)
    {
        html.Add($"<nav class=\"trail\" aria-label=\"Breadcrumb\"><a href=\"{View.List()}\">Workflows</a></nav><h1>{Info.Execution.WorkflowId} ");
        PageLayout.Badge(html, Info.Status.ToString());
        html.Add($"</h1>");
        PageLayout.Alert(html, error);
        if (notice is not null)
        {
            html.Add($"<p class=\"notice\" role=\"status\">{notice}</p>");
        }

        WriteFacts(html, now);
        WriteInputAndResult(html);
        if (Info.Status == WorkflowExecutionStatus.Running)
        {
            WritePendingTask(html);
            WriteActions(html);
        }

        WriteActivities(html, now);
        html.Add($"<h2 id=\"timeline\">Timeline</h2><p class=\"note\">Thick bars are at work, thin ones wait to begin, a diamond is a moment. Each leads to its event.</p>");
        TimelinePicture.Draw(html, Timeline.Of(History), now, EventAddress);
        WriteHistory(html);
    }

    private void WriteFacts(HtmlWriter html, DateTime now)
    {
        html.Add($"<dl class=\"facts\">");
        Fact("Type", Info.Type.Name);
        Fact("Task queue", Info.TaskQueue);
        Fact("Run", Info.Execution.RunId);
        html.Add($"<div><dt>Started (UTC)</dt><dd>");
        PageLayout.Time(html, Info.StartTime.ToDateTime());
        html.Add($"</dd></div><div><dt>Closed (UTC)</dt><dd>");
        PageLayout.Time(html, Info.CloseTime?.ToDateTime());
        html.Add($"</dd></div>");
        Fact("Duration", Texts.Duration((Info.CloseTime?.ToDateTime() ?? now) - Info.StartTime.ToDateTime()));
        Fact("History", FormattableString.Invariant($"{History.Count} events, {Info.HistorySizeBytes:N0} bytes"));
        if (Info.ParentExecution is { WorkflowId.Length: > 0 } parent)
        {
            html.Add($"<div><dt>Parent</dt><dd><a href=\"{View.Workflow(parent.WorkflowId, parent.RunId)}\">{parent.WorkflowId}</a></dd></div>");
        }

        foreach (var (name, value) in (Info.SearchAttributes?.IndexedFields ?? []).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Fact(name, Texts.Payloads(new Payloads { Payloads_ = { value } }) ?? string.Empty);
        }

        foreach (var (name, value) in (Info.Memo?.Fields ?? []).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Fact("Memo " + name, Texts.Payloads(new Payloads { Payloads_ = { value } }) ?? string.Empty);
        }

        html.Add($"</dl>");
        if (Description.PendingChildren.Count > 0)
        {
            html.Add($"<p>Children: ");
            foreach (var child in Description.PendingChildren)
            {
                html.Add($"<a href=\"{View.Workflow(child.WorkflowId, child.RunId)}\">{child.WorkflowId}</a> ");
            }

            html.Add($"</p>");
        }

        void Fact(string name, string value) => html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>");
    }

    private void WriteInputAndResult(HtmlWriter html)
    {
        html.Add($"<div class=\"pair\"><section><h2>Input</h2><pre tabindex=\"0\">{Texts.Payloads(History[0].WorkflowExecutionStartedEventAttributes.Input) ?? "none"}</pre></section>");
        var last = History[^1];
        switch (last.EventType)
        {
            case EventType.WorkflowExecutionCompleted:
                html.Add($"<section><h2>Result</h2><pre tabindex=\"0\">{Texts.Payloads(last.WorkflowExecutionCompletedEventAttributes.Result) ?? "none"}</pre></section>");
                break;
            case EventType.WorkflowExecutionFailed:
                html.Add($"<section><h2>Failure</h2><pre tabindex=\"0\" class=\"failure\">{Texts.Failure(last.WorkflowExecutionFailedEventAttributes.Failure)}</pre></section>");
                break;
            case EventType.WorkflowExecutionTerminated:
                html.Add($"<section><h2>Terminated</h2><pre tabindex=\"0\" class=\"failure\">{last.WorkflowExecutionTerminatedEventAttributes.Reason}</pre></section>");
                break;
            case EventType.WorkflowExecutionContinuedAsNew:
                var next = last.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId;
                html.Add($"<section><h2>Continued as new</h2><p><a href=\"{View.Workflow(Info.Execution.WorkflowId, next)}\">{next}</a></p></section>");
                break;
            default:
                break;
        }

        html.Add($"</div>");
    }

    private void WritePendingTask(HtmlWriter html)
    {
        if (Description.PendingWorkflowTask is not { Attempt: > 1 } task)
        {
            return;
        }

        var reason = History.LastOrDefault(e => e.EventType == EventType.WorkflowTaskFailed)?.WorkflowTaskFailedEventAttributes.Failure;
        html.Add($"<p class=\"alert\">The workflow task has failed and is tried again, attempt {task.Attempt}.</p>");
        if (reason is not null)
        {
            html.Add($"<pre tabindex=\"0\" class=\"failure\">{Texts.Failure(reason)}</pre>");
        }
    }

    private void WriteActions(HtmlWriter html)
    {
        html.Add($"<section class=\"actions\" aria-label=\"Actions\">");
        Begin("signal", "Signal");
        html.Add($"""
            <label>Name <input name="name" required spellcheck="false" autocomplete="off"></label>
            <label>Argument in JSON, or nothing <textarea name="argument" rows="2" spellcheck="false"></textarea></label>
            <button>Send signal</button></form></details>
            """);
        Begin("cancel", "Cancel");
        html.Add($"""
            <p>Asks the workflow to end; it may clean up first.</p>
            <button>Request cancellation</button></form></details>
            """);
        Begin("terminate", "Terminate");
        html.Add($"""
            <p>Ends the workflow at once; it is not asked.</p>
            <label>Reason <input name="reason" autocomplete="off"></label>
            <button class="danger">Terminate workflow</button></form></details>
            """);
        html.Add($"</section>");

        void Begin(string action, string title)
        {
            html.Add($"<details><summary>{title}</summary><form method=\"post\" action=\"/workflow/{action}\"><input type=\"hidden\" name=\"token\" value=\"{Token}\"><input type=\"hidden\" name=\"id\" value=\"{Info.Execution.WorkflowId}\"><input type=\"hidden\" name=\"run\" value=\"{Info.Execution.RunId}\">");
            View.WriteField(html);
        }
    }

    private void WriteActivities(HtmlWriter html, DateTime now)
    {
        if (Description.PendingActivities.Count == 0)
        {
            return;
        }

        html.Add($"<h2 id=\"activities\">Pending activities</h2><div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"activities\"><table><thead><tr><th scope=\"col\">State</th><th scope=\"col\">Activity</th><th scope=\"col\">Attempt</th><th scope=\"col\">When</th><th scope=\"col\">Last failure</th><th scope=\"col\">Last heartbeat</th><th scope=\"col\">Worker</th></tr></thead><tbody>");
        foreach (var activity in Description.PendingActivities)
        {
            var since = (activity.LastStartedTime ?? activity.ScheduledTime)?.ToDateTime();
            var state = activity.State == PendingActivityState.Scheduled && since > now ? "Waiting" : activity.State.ToString();
            html.Add($"<tr><td>");
            PageLayout.Badge(html, state);
            html.Add($"</td><th scope=\"row\">{activity.ActivityType.Name}<br><small>id {activity.ActivityId}</small></th><td>{activity.Attempt}{(activity.MaximumAttempts > 0 ? FormattableString.Invariant($" of {activity.MaximumAttempts}") : string.Empty)}</td><td>");
            html.Add($"{(since is { } s ? s > now ? "in " + Texts.Duration(s - now) : "for " + Texts.Duration(now - s) : "–")}</td><td class=\"reason\">{(activity.LastFailure is null ? "–" : Texts.Failure(activity.LastFailure))}</td><td>");
            html.Add($"{(Texts.Payloads(activity.HeartbeatDetails) is { } details ? details : "–")}</td><td>{(activity.LastWorkerIdentity.Length > 0 ? activity.LastWorkerIdentity : "–")}</td></tr>");
        }

        html.Add($"</tbody></table></div>");
    }

    private void WriteHistory(HtmlWriter html)
    {
        var page = Page == 0 ? Pages : Math.Clamp(Page, 1, Pages);
        var start = History[0].EventTime.ToDateTime();
        html.Add($"<h2 id=\"history\">History</h2>");
        WritePages(html, page);
        html.Add($"<ol class=\"events\" start=\"{((page - 1) * PageSize) + 1}\">");
        foreach (var e in History.Skip((page - 1) * PageSize).Take(PageSize))
        {
            html.Add($"<li id=\"event-{e.EventId}\" class=\"{(e.EventType is EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted or EventType.WorkflowTaskCompleted ? "task" : "event")}\"><details><summary><span class=\"number\">{e.EventId}</span><span class=\"offset\">+{Texts.Duration(e.EventTime.ToDateTime() - start)}</span><span class=\"type\">{e.EventType.ToString()}</span><span class=\"subject\">{EventSubject.Of(e)}</span></summary><pre tabindex=\"0\">{Texts.Json(e)}</pre></details></li>");
        }

        html.Add($"</ol>");
        WritePages(html, page);
    }

    private void WritePages(HtmlWriter html, int page)
    {
        if (Pages == 1)
        {
            return;
        }

        html.Add($"<nav class=\"pages\" aria-label=\"Pages of the history\">");
        if (page > 1)
        {
            html.Add($"<a href=\"{Address}&amp;page={page - 1}#history\" rel=\"prev\">← Earlier</a>");
        }

        html.Add($"<span>Page {page} of {Pages}</span>");
        if (page < Pages)
        {
            html.Add($"<a href=\"{Address}&amp;page={page + 1}#history\" rel=\"next\">Later →</a>");
        }

        html.Add($"</nav>");
    }

    private string EventAddress(long eventId)
    {
        var page = ((eventId - 1) / PageSize) + 1;
        var shown = Page == 0 ? Pages : Math.Clamp(Page, 1, Pages);
        return FormattableString.Invariant($"{(page == shown ? string.Empty : $"{Address}&page={page}")}#event-{eventId}");
    }
}
