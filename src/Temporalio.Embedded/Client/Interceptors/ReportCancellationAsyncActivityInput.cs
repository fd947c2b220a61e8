using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Report cancellation async activity input.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Options">The options.</param>
/// <param name="DataConverterOverride">The data converter override.</param>
public record ReportCancellationAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    AsyncActivityReportCancellationOptions? Options,
    DataConverter? DataConverterOverride = null);
