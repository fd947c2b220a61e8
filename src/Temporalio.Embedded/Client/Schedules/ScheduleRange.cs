namespace Temporalio.Client.Schedules;

/// <summary>Numbers from start to end, both included.</summary>
/// <param name="Start">The first number.</param>
/// <param name="End">The last number; smaller than the first means the first.</param>
/// <param name="Step">The distance; 0 means 1.</param>
public record ScheduleRange(int Start, int End, int Step)
{
    /// <summary>Zero only.</summary>
    public static readonly ScheduleRange Zero = new(0);

    /// <summary>Initializes a new instance of the <see cref="ScheduleRange"/> class.</summary>
    /// <param name="start">The only number.</param>
    public ScheduleRange(int start)
        : this(start, start)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ScheduleRange"/> class.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    public ScheduleRange(int start, int end)
        : this(start, end, 1)
    {
    }
}
