using System;

namespace Temporalio.Engine.Timers;

/// <summary>A timer in the queue.</summary>
/// <param name="due">When it fires.</param>
/// <param name="callback">What it does.</param>
internal sealed class TimerEntry(DateTime due, Action callback)
{
    private Action? callback = callback;

    /// <summary>Gets when it fires.</summary>
    public DateTime Due { get; } = due;

    /// <summary>Gets a value indicating whether it was cancelled or has fired.</summary>
    public bool Done => callback is null;

    /// <summary>Cancels it; the queue drops it when it gets there.</summary>
    public void Cancel() => callback = null;

    /// <summary>Takes the callback: at most one caller gets it.</summary>
    /// <returns>The callback, or null.</returns>
    public Action? Take() => System.Threading.Interlocked.Exchange(ref callback, null);
}
