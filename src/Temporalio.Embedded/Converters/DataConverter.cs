namespace Temporalio.Converters;

/// <summary>How values and exceptions cross the border: payload converter, failure converter and codec.</summary>
/// <param name="PayloadConverter">Converter of values.</param>
/// <param name="FailureConverter">Converter of exceptions.</param>
/// <param name="PayloadCodec">Codec of payloads, null for none.</param>
public record DataConverter(IPayloadConverter PayloadConverter, IFailureConverter FailureConverter, IPayloadCodec? PayloadCodec = null)
    : IWithSerializationContext<DataConverter>
{
    /// <summary>Default converters, no codec.</summary>
    public static DataConverter Default { get; } = new(new DefaultPayloadConverter(), new DefaultFailureConverter());

    /// <summary>Gets the converter for a context: itself unless one of its parts depends on the context.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The converter.</returns>
    public virtual DataConverter WithSerializationContext(ISerializationContext context)
    {
        var payloadConverter = With(PayloadConverter, context);
        var failureConverter = With(FailureConverter, context);
        var payloadCodec = PayloadCodec == null ? null : With(PayloadCodec, context);
        return ReferenceEquals(payloadConverter, PayloadConverter) &&
            ReferenceEquals(failureConverter, FailureConverter) &&
            ReferenceEquals(payloadCodec, PayloadCodec)
            ? this
            : this with { PayloadConverter = payloadConverter, FailureConverter = failureConverter, PayloadCodec = payloadCodec };
    }

    private static T With<T>(T converter, ISerializationContext context) =>
        converter is IWithSerializationContext<T> with ? with.WithSerializationContext(context) : converter;
}
