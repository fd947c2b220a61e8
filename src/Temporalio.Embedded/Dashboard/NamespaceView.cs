using System;
using System.Collections.Generic;

namespace Temporalio.Dashboard;

/// <summary>The namespace that a page shows, and its addresses. Those of the first namespace do not name it.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="First">The namespace of the client that started the dashboard.</param>
/// <param name="All">The namespaces of the engine.</param>
internal sealed record NamespaceView(string Name, string First, IReadOnlyList<string> All)
{
    /// <summary>Gets the namespace as addresses and forms name it; null for the first.</summary>
    public string? Parameter => string.Equals(Name, First, StringComparison.Ordinal) ? null : Name;

    /// <summary>Gets the address of the list of workflows.</summary>
    /// <param name="parts">What else it says, encoded.</param>
    /// <returns>The address.</returns>
    public string List(params IEnumerable<string> parts)
    {
        var all = string.Join('&', Parameter is null ? parts : [.. parts, Encoded]);
        return all.Length == 0 ? "/" : "/?" + all;
    }

    /// <summary>Gets the address of a workflow page.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="runId">The run.</param>
    /// <returns>The address.</returns>
    public string Workflow(string workflowId, string runId) =>
        $"/workflow?id={Uri.EscapeDataString(workflowId)}&run={Uri.EscapeDataString(runId)}{(Parameter is null ? string.Empty : "&" + Encoded)}";

    /// <summary>Writes the namespace into a form.</summary>
    /// <param name="html">The page.</param>
    public void WriteField(HtmlWriter html)
    {
        if (Parameter is not null)
        {
            html.Add($"<input type=\"hidden\" name=\"namespace\" value=\"{Parameter}\">");
        }
    }

    /// <summary>Writes which namespace it is and how to get to the others.</summary>
    /// <param name="html">The page.</param>
    public void WriteChoice(HtmlWriter html)
    {
        html.Add($"<nav class=\"namespace\" aria-label=\"Namespace\">namespace {Name}");
        foreach (var other in All)
        {
            if (!string.Equals(other, Name, StringComparison.Ordinal))
            {
                html.Add($" <a href=\"{(this with { Name = other }).List()}\">{other}</a>");
            }
        }

        html.Add($"</nav>");
    }

    private string Encoded => "namespace=" + Uri.EscapeDataString(Name);
}
