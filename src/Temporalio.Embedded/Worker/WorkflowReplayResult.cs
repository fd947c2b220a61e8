using System;
using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>Workflow replay result.</summary>
/// <param name="History">The history.</param>
/// <param name="ReplayFailure">The replay failure.</param>
public record WorkflowReplayResult(
    WorkflowHistory History,
    Exception? ReplayFailure);
