using System;
using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Fail async activity input.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Exception">The exception.</param>
/// <param name="Options">The options.</param>
/// <param name="DataConverterOverride">The data converter override.</param>
public record FailAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    Exception Exception,
    AsyncActivityFailOptions? Options,
    DataConverter? DataConverterOverride = null);
