namespace Temporalio.Common;

/// <summary>Base of the metrics.</summary>
public abstract class Metric
{
    private protected Metric(string name, string? unit, string? description)
    {
        Name = name;
        Unit = unit;
        Description = description;
    }

    /// <summary>Name.</summary>
    public string Name { get; private init; }

    /// <summary>Unit, if any.</summary>
    public string? Unit { get; private init; }

    /// <summary>Description, if any.</summary>
    public string? Description { get; private init; }
}

/// <summary>Base of the metrics with values.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class Metric<T> : Metric
    where T : struct
{
    private protected Metric(string name, string? unit, string? description)
        : base(name, unit, description)
    {
    }
}
