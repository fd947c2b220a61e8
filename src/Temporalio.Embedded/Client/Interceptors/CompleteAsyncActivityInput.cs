using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Complete async activity input.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Result">The result.</param>
/// <param name="Options">The options.</param>
/// <param name="DataConverterOverride">The data converter override.</param>
public record CompleteAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    object? Result,
    AsyncActivityCompleteOptions? Options,
    DataConverter? DataConverterOverride = null);
