using System;

namespace Temporalio.Converters;

/// <summary>Converts values of a type to and from another type that payloads are made of.</summary>
public interface ITemporalTransferTypeConverter
{
    /// <summary>Gets the type that payloads are made of.</summary>
    Type TransferType { get; }

    /// <summary>Converts to the type that has the converter.</summary>
    /// <param name="transferType">A value of the transfer type.</param>
    /// <returns>The value.</returns>
    object? FromTransferType(object? transferType);

    /// <summary>Converts to the transfer type.</summary>
    /// <param name="value">A value of the type that has the converter.</param>
    /// <returns>The value.</returns>
    object? ToTransferType(object? value);
}
