namespace Temporalio.Worker.Tuning;

/// <summary>The permission to use a slot.</summary>
public class SlotPermit
{
    /// <summary>Initializes a new instance of the <see cref="SlotPermit"/> class.</summary>
    public SlotPermit()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SlotPermit"/> class.</summary>
    /// <param name="data">Data of the supplier.</param>
    public SlotPermit(object data) => UserData = data;

    /// <summary>Gets or initializes data of the supplier.</summary>
    public object? UserData { get; init; }
}
