using System;
using Microsoft.Extensions.Logging;

namespace Temporalio.Worker;

/// <summary>A logger that is silent during replay.</summary>
/// <param name="logger">The logger.</param>
/// <param name="instance">The workflow.</param>
internal sealed class ReplaySafeLogger(ILogger logger, WorkflowInstance instance) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => !instance.IsReplayingHistoryEvents && logger.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!instance.IsReplayingHistoryEvents)
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
