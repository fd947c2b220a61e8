using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Patch activation input.</summary>
/// <param name="WorkflowInfo">The workflow info.</param>
/// <param name="PatchId">The patch id.</param>
public record PatchActivationInput(
    WorkflowInfo WorkflowInfo,
    string PatchId);
