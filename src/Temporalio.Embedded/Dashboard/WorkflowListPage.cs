using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Temporalio.Dashboard;

/// <summary>The list of workflows.</summary>
/// <param name="View">The namespace.</param>
/// <param name="Query">The list filter.</param>
/// <param name="Status">The status to show; null means all.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record WorkflowListPage(NamespaceView View, string Query, WorkflowExecutionStatus? Status, int Page)
{
    private const int PageSize = 50;

    /// <summary>Writes the page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="found">What the filter has found.</param>
    /// <param name="error">What is wrong with the filter, or null.</param>
    /// <param name="now">The time of the engine.</param>
    public void Write(HtmlWriter html, IReadOnlyList<WorkflowExecutionInfo> found, string? error, DateTime now)
    {
        html.Add($"""
            <h1>Workflows</h1>
            <form class="search" role="search" action="/" method="get">
            <label for="query">Filter</label>
            <input id="query" name="query" type="search" spellcheck="false" autocomplete="off" value="{Query}" placeholder="WorkflowType = 'OrderWorkflow' AND StartTime &gt; '2026-01-01' ORDER BY CloseTime DESC">
            <button>Search</button>

            """);
        View.WriteField(html);
        html.Add($"</form>");
        PageLayout.Alert(html, error);
        if (error is not null)
        {
            return;
        }

        WriteStatuses(html, found);
        var shown = found.Where(w => Status is null || w.Status == Status).ToList();
        if (shown.Count == 0)
        {
            html.Add($"<p class=\"empty\">No workflows{(Query.Length > 0 || Status is not null ? " that match" : " yet")}.</p>");
            return;
        }

        var pages = (shown.Count + PageSize - 1) / PageSize;
        var page = Math.Clamp(Page, 1, pages);
        html.Add($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Workflows\"><table><thead><tr><th scope=\"col\">Status</th><th scope=\"col\">Workflow</th><th scope=\"col\">Type</th><th scope=\"col\">Task queue</th><th scope=\"col\">Started (UTC)</th><th scope=\"col\" class=\"number\">Duration</th><th scope=\"col\" class=\"number\">Events</th></tr></thead><tbody>");
        foreach (var workflow in shown.Skip((page - 1) * PageSize).Take(PageSize))
        {
            var start = workflow.StartTime.ToDateTime();
            html.Add($"<tr><td>");
            PageLayout.Badge(html, workflow.Status.ToString());
            html.Add($"</td><th scope=\"row\"><a href=\"{View.Workflow(workflow.Execution.WorkflowId, workflow.Execution.RunId)}\">{workflow.Execution.WorkflowId}</a></th><td>{workflow.Type.Name}</td><td>{workflow.TaskQueue}</td><td>");
            PageLayout.Time(html, start);
            html.Add($"</td><td class=\"number\">{Texts.Duration((workflow.CloseTime?.ToDateTime() ?? now) - start)}</td><td class=\"number\">{workflow.HistoryLength}</td></tr>");
        }

        html.Add($"</tbody></table></div>");
        WritePages(html, page, pages);
    }

    private void WriteStatuses(HtmlWriter html, IReadOnlyList<WorkflowExecutionInfo> found)
    {
        html.Add($"<nav class=\"statuses\" aria-label=\"Status\"><ul>");
        WriteStatus(html, "All", null, found.Count);
        foreach (var group in found.GroupBy(w => w.Status).OrderBy(g => g.Key))
        {
            WriteStatus(html, group.Key.ToString(), group.Key, group.Count());
        }

        html.Add($"</ul></nav>");
    }

    private void WriteStatus(HtmlWriter html, string name, WorkflowExecutionStatus? status, int count)
    {
        html.Add($"<li><a href=\"{Address(status, 1)}\"");
        if (status == Status)
        {
            html.Add($" aria-current=\"true\"");
        }

        html.Add($">{name} <span class=\"count\">{count}</span></a></li>");
    }

    private void WritePages(HtmlWriter html, int page, int pages)
    {
        if (pages == 1)
        {
            return;
        }

        html.Add($"<nav class=\"pages\" aria-label=\"Pages\">");
        if (page > 1)
        {
            html.Add($"<a href=\"{Address(Status, page - 1)}\" rel=\"prev\">← Newer</a>");
        }

        html.Add($"<span>Page {page} of {pages}</span>");
        if (page < pages)
        {
            html.Add($"<a href=\"{Address(Status, page + 1)}\" rel=\"next\">Older →</a>");
        }

        html.Add($"</nav>");
    }

    private string Address(WorkflowExecutionStatus? status, int page)
    {
        var parts = new List<string>();
        if (Query.Length > 0)
        {
            parts.Add("query=" + Uri.EscapeDataString(Query));
        }

        if (status is not null)
        {
            parts.Add("status=" + status);
        }

        if (page > 1)
        {
            parts.Add(FormattableString.Invariant($"page={page}"));
        }

        return View.List(parts);
    }
}
