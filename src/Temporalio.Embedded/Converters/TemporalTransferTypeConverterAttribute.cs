using System;

namespace Temporalio.Converters;

/// <summary>Names the converter between a type and the type that its payloads are made of.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TemporalTransferTypeConverterAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="TemporalTransferTypeConverterAttribute"/> class.</summary>
    /// <param name="converterType">A class with a constructor without parameters that is an <see cref="ITemporalTransferTypeConverter"/>.</param>
    public TemporalTransferTypeConverterAttribute(Type converterType) => ConverterType = converterType;

    /// <summary>Gets the class of the converter.</summary>
    public Type ConverterType { get; }
}
