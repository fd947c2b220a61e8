namespace Temporalio.Runtime;

/// <summary>Options of a custom metric meter.</summary>
public class CustomMetricMeterOptions
{
    /// <summary>How durations are recorded. Default integer milliseconds.</summary>
    public DurationFormat HistogramDurationFormat { get; set; } = DurationFormat.IntegerMilliseconds;

    /// <summary>Copies the options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>How durations are recorded.</summary>
    public enum DurationFormat
    {
        /// <summary>As a long number of milliseconds.</summary>
        IntegerMilliseconds = 0,

        /// <summary>As a double number of seconds.</summary>
        FloatSeconds = 1,

        /// <summary>As a time span.</summary>
        TimeSpan = 2,
    }
}
