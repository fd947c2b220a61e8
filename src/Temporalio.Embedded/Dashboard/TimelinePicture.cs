using System;
using System.Collections.Generic;
using System.Linq;

namespace Temporalio.Dashboard;

/// <summary>Draws a timeline as SVG: a row for each thing, time to the right.</summary>
internal static class TimelinePicture
{
    /// <summary>More rows than this make no picture.</summary>
    private const int MaximumRows = 120;
    private const int Width = 1100;
    private const int Left = 300;
    private const int Right = 90;
    private const int Top = 34;
    private const int RowHeight = 26;
    private const double CharacterWidth = 6.8;
    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500 }.Select(i => TimeSpan.FromMilliseconds(i)),
        .. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800 }.Select(i => TimeSpan.FromSeconds(i)),
        .. new[] { 1, 2, 4, 6, 12, 24, 48, 120, 240, 720, 2400, 8760, 87_600 }.Select(i => TimeSpan.FromHours(i)),
    ];

    /// <summary>Draws it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="now">The end of what has not ended.</param>
    /// <param name="link">Gives the link to an event.</param>
    public static void Draw(HtmlWriter html, IReadOnlyList<TimelineRow> rows, DateTime now, Func<long, string> link)
    {
        var shown = rows.Count <= MaximumRows ? rows : [rows[0], .. rows.TakeLast(MaximumRows - 1)];
        var start = rows[0].Start;
        var end = rows[0].End ?? now;
        var span = end > start ? end - start : TimeSpan.FromMilliseconds(1);
        var height = Top + (shown.Count * RowHeight) + 8;
        if (shown.Count < rows.Count)
        {
            html.Add($"<p class=\"note\">The first row and the last {shown.Count - 1} of {rows.Count - 1} others.</p>");
        }

        html.Add($"<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\"><svg viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"list\">");
        DrawAxis(html, span, height);
        for (var i = 0; i < shown.Count; i++)
        {
            DrawRow(html, shown[i], Top + (i * RowHeight), t => Left + ((Width - Left - Right) * Math.Clamp((t - start) / span, 0, 1)), now, link(shown[i].EventId));
        }

        html.Add($"</svg></div>");
    }

    private static void DrawAxis(HtmlWriter html, TimeSpan span, int height)
    {
        var step = Steps.FirstOrDefault(s => span / s <= 7, Steps[^1]);
        html.Add($"<g class=\"axis\" aria-hidden=\"true\">");
        for (var time = TimeSpan.Zero; time <= span; time += step)
        {
            var x = Left + ((Width - Left - Right) * (time / span));
            html.Add($"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"24\" y2=\"{height}\"/><text x=\"{x:0.#}\" y=\"16\">{(time == TimeSpan.Zero ? "0" : Texts.Duration(time))}</text>");
        }

        html.Add($"</g>");
    }

    private static void DrawRow(HtmlWriter html, TimelineRow row, int y, Func<DateTime, double> x, DateTime now, string link)
    {
        var state = row.State.ToString().ToLowerInvariant();
        var left = x(row.Start);
        var right = Math.Max(x(row.End ?? now), left + 3);
        var duration = row.IsMoment ? "at " + Texts.Time(row.Start) : Texts.Duration((row.End ?? now) - row.Start);
        var spoken = $"{row.Kind} {row.Name}: {(row.IsMoment ? string.Empty : state + ", ")}{duration}{(row.Remark is null ? string.Empty : ", " + row.Remark)}";
        html.Add($"<a href=\"{link}\" role=\"listitem\" aria-label=\"{spoken}\"><title>{spoken}</title><g class=\"row {state} {Css(row.Kind)}\"><rect class=\"hit\" x=\"0\" y=\"{y}\" width=\"{Width}\" height=\"{RowHeight}\"/>");
        html.Add($"<text class=\"kind\" x=\"8\" y=\"{y + 17}\">{row.Kind}</text><text class=\"name\" x=\"76\" y=\"{y + 17}\">{Short(row.Name)}</text>");
        if (row.IsMoment)
        {
            html.Add($"<path class=\"moment\" d=\"M{left:0.#} {y + 6}l7 7l-7 7l-7-7z\"/>");
        }
        else
        {
            // Waiting is thin, doing is thick.
            var begin = row.Begin is { } b ? Math.Min(x(b), right - 3) : left;
            html.Add($"<rect class=\"wait\" x=\"{left:0.#}\" y=\"{y + 11}\" width=\"{Math.Max(0, begin - left):0.#}\" height=\"4\"/>");
            html.Add($"<rect class=\"bar\" x=\"{begin:0.#}\" y=\"{y + 5}\" width=\"{right - begin:0.#}\" height=\"16\" rx=\"3\"/>");
            WriteOutcome(html, duration, row, left, right, y + 17);
        }

        html.Add($"</g></a>");
    }

    /// <summary>To the right of the bar; a remark that has no room there goes to the left, or is only told by the title.</summary>
    private static void WriteOutcome(HtmlWriter html, string duration, TimelineRow row, double left, double right, int y)
    {
        var outcome = row.State == TimelineState.Failed ? duration + " ✕" : duration;
        var text = row.Remark is null ? outcome : $"{outcome} · {Short(row.Remark.Split('\n')[0])}";
        var width = text.Length * CharacterWidth;
        if (right + 6 + width > Width && left - 6 - width > Left)
        {
            html.Add($"<text class=\"duration before\" x=\"{left - 6:0.#}\" y=\"{y}\">{text}</text>");
        }
        else
        {
            html.Add($"<text class=\"duration\" x=\"{right + 6:0.#}\" y=\"{y}\">{(right + 6 + width > Width ? outcome : text)}</text>");
        }
    }

    private static string Css(string kind) => kind.Replace(' ', '-');

    private static string Short(string name) => name.Length <= 30 ? name : string.Concat(name.AsSpan(0, 29), "…");
}
