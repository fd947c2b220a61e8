using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What a workflow instance runs and with what.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="RunId">The run id.</param>
/// <param name="Definition">The workflow.</param>
/// <param name="Started">The first event.</param>
/// <param name="DataConverter">The converter.</param>
/// <param name="Interceptors">The interceptors, outermost first.</param>
/// <param name="LoggerFactory">The logger factory.</param>
/// <param name="MetricMeter">The meter.</param>
/// <param name="WorkerOptions">The options of the worker.</param>
internal sealed record WorkflowInstanceOptions(
    string Namespace,
    string WorkflowId,
    string RunId,
    WorkflowDefinition Definition,
    HistoryEvent Started,
    DataConverter DataConverter,
    IReadOnlyCollection<IWorkerInterceptor> Interceptors,
    ILoggerFactory LoggerFactory,
    MetricMeter MetricMeter,
    TemporalWorkerOptions WorkerOptions);
