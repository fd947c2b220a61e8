using System;

namespace Temporalio.Dashboard;

/// <summary>What all pages have in common.</summary>
internal static class PageLayout
{
    /// <summary>Writes a page.</summary>
    /// <param name="title">The title.</param>
    /// <param name="view">The namespace that it shows.</param>
    /// <param name="main">Writes what is in it.</param>
    /// <returns>The page.</returns>
    public static string Write(string title, NamespaceView view, Action<HtmlWriter> main)
    {
        var html = new HtmlWriter();
        html.Add($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{title}} – embedded engine</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/style.css">
            <script src="/script.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header><a class="home" href="{{view.List()}}">Embedded engine</a>
            """);
        view.WriteChoice(html);
        html.Add($$"""
            <label class="live"><input type="checkbox" id="live"> Live</label></header>
            <main id="main">

            """);
        main(html);
        html.Add($"\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>Writes an error.</summary>
    /// <param name="html">The page.</param>
    /// <param name="message">The message; null writes nothing.</param>
    public static void Alert(HtmlWriter html, string? message)
    {
        if (message is not null)
        {
            html.Add($"<p class=\"alert\" role=\"alert\">{message}</p>");
        }
    }

    /// <summary>Writes a status.</summary>
    /// <param name="html">The page.</param>
    /// <param name="status">The status.</param>
    public static void Badge(HtmlWriter html, string status) => html.Add($"<span class=\"badge {status.ToLowerInvariant()}\">{status}</span>");

    /// <summary>Writes a time.</summary>
    /// <param name="html">The page.</param>
    /// <param name="time">The time; null writes a dash.</param>
    public static void Time(HtmlWriter html, DateTime? time)
    {
        if (time is { } t)
        {
            html.Add($"<time datetime=\"{t:O}\">{Texts.Time(t)}</time>");
        }
        else
        {
            html.Add($"–");
        }
    }
}
