using System;

namespace Temporalio.Client;

/// <summary>Payload limits options.</summary>
public class PayloadLimitsOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="PayloadLimitsOptions"/> class.</summary>
    public PayloadLimitsOptions()
    {
    }

    /// <summary>Gets or sets the memo warn size.</summary>
    public int MemoWarnSize { get; set; } = 2 * 1024;

    /// <summary>Gets or sets the payloads warn size.</summary>
    public int PayloadsWarnSize { get; set; } = 512 * 1024;

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
