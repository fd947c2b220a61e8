using System.Reflection;

namespace Temporalio.Worker.Interceptors;

/// <summary>Execute workflow input.</summary>
/// <param name="Instance">The workflow instance.</param>
/// <param name="RunMethod">The run method.</param>
/// <param name="Args">The arguments.</param>
public record ExecuteWorkflowInput(
    object Instance,
    MethodInfo RunMethod,
    object?[] Args);
