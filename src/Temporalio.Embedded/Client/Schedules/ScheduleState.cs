namespace Temporalio.Client.Schedules;

/// <summary>The state of a schedule that clients set.</summary>
public record ScheduleState
{
    /// <summary>Gets a value indicating whether <see cref="RemainingActions"/> counts.</summary>
    public bool LimitedActions { get; init; }

    /// <summary>Gets the note.</summary>
    public string? Note { get; init; }

    /// <summary>Gets a value indicating whether it is paused.</summary>
    public bool Paused { get; init; }

    /// <summary>Gets how many actions are left; those of triggers and backfills are not counted.</summary>
    public long RemainingActions { get; init; }
}
