namespace Temporalio.Converters;

/// <summary>Implemented by converters and codecs that behave differently by context.</summary>
/// <typeparam name="T">The kind of converter.</typeparam>
public interface IWithSerializationContext<T>
{
    /// <summary>Gets the converter for a context.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The same object if the context makes no difference, else another one.</returns>
    T WithSerializationContext(ISerializationContext context);
}
