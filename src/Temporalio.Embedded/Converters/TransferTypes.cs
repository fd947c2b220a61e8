using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace Temporalio.Converters;

/// <summary>Finds the transfer type converters of types; each is made once.</summary>
internal static class TransferTypes
{
    private static readonly ConcurrentDictionary<Type, ITemporalTransferTypeConverter?> Converters = new();

    /// <summary>Finds the converter of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The converter, or null.</returns>
    /// <exception cref="ArgumentException">What the type names is no converter.</exception>
    public static ITemporalTransferTypeConverter? ConverterOf(Type type) => type.IsPrimitive || type == typeof(string) ? null : Converters.GetOrAdd(type, Create);

    private static ITemporalTransferTypeConverter? Create(Type type) =>
        type.GetCustomAttribute<TemporalTransferTypeConverterAttribute>(false) is not { } attribute ? null
        : Activator.CreateInstance(attribute.ConverterType) as ITemporalTransferTypeConverter
            ?? throw new ArgumentException($"{attribute.ConverterType}, the transfer type converter of {type}, is no {nameof(ITemporalTransferTypeConverter)}");
}
