using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace OrderApp;

/// <summary>Shows every step as it happens: with a live status on a terminal, as plain lines elsewhere. What Lua prints arrives as log records.</summary>
internal sealed class StepDisplay : ILoggerProvider
{
    private const string PrintCategory = "Wippy.Print";
    private readonly Lock gate = new();
    private readonly bool live = !Console.IsOutputRedirected;
    private StatusContext? status;

    /// <summary>One step.</summary>
    public void Step(string who, string what)
    {
        lock (gate)
        {
            if (live)
            {
                AnsiConsole.MarkupLineInterpolated($"  [grey]{who,-24}[/] {what}");
                status?.Status(Markup.Escape(what));
            }
            else
            {
                Console.WriteLine($"  {who,-24} {what}");
            }
        }
    }

    /// <summary>A line that is no step.</summary>
    public void Line(string text)
    {
        lock (gate)
        {
            Console.WriteLine(text);
        }
    }

    /// <summary>Runs something with the live status around it.</summary>
    public async Task<T> WatchAsync<T>(string title, Func<Task<T>> work)
    {
        if (!live)
        {
            return await work();
        }

        return await AnsiConsole.Status().StartAsync(title, async context =>
        {
            status = context;
            try
            {
                return await work();
            }
            finally
            {
                status = null;
            }
        });
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => categoryName == PrintCategory ? new StepLogger(this) : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class StepLogger(StepDisplay display) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            string Field(string name) => fields.FirstOrDefault(field => field.Key == name).Value?.ToString() ?? string.Empty;
            display.Step(Field("Location").Split(':', 2)[^1], Field("Text"));
        }
    }
}
