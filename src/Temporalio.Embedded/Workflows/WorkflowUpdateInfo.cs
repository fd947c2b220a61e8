namespace Temporalio.Workflows;

/// <summary>Workflow update info.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name; null means the default one, or none if dynamic.</param>
public record WorkflowUpdateInfo(
    string Id,
    string Name);
