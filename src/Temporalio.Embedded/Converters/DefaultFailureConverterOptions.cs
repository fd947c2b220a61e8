using System;

namespace Temporalio.Converters;

/// <summary>Options of <see cref="DefaultFailureConverter" />.</summary>
public class DefaultFailureConverterOptions : ICloneable
{
    /// <summary>Whether message and stack trace go into a payload, so that a codec can encrypt them.</summary>
    public bool EncodeCommonAttributes { get; set; }

    /// <summary>Copies the options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
