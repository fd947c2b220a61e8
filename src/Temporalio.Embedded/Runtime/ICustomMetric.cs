namespace Temporalio.Runtime;

/// <summary>Base of the metrics outside.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface ICustomMetric<T>
    where T : struct
{
}

/// <summary>A counter outside.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface ICustomMetricCounter<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Adds a value.</summary>
    /// <param name="value">Value.</param>
    /// <param name="tags">Set of tags made by the meter.</param>
    void Add(T value, object tags);
}

/// <summary>A gauge outside.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface ICustomMetricGauge<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Sets the value.</summary>
    /// <param name="value">Value.</param>
    /// <param name="tags">Set of tags made by the meter.</param>
    void Set(T value, object tags);
}

/// <summary>A histogram outside.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface ICustomMetricHistogram<T> : ICustomMetric<T>
    where T : struct
{
    /// <summary>Records a value.</summary>
    /// <param name="value">Value.</param>
    /// <param name="tags">Set of tags made by the meter.</param>
    void Record(T value, object tags);
}
