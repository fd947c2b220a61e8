namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps the workflows and activities of workers.</summary>
public interface IWorkerInterceptor
{
    /// <summary>Wraps an activity execution.</summary>
    /// <param name="nextInterceptor">The next interceptor.</param>
    /// <returns>The wrapper.</returns>
    ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => nextInterceptor;

    /// <summary>Wraps a workflow run.</summary>
    /// <param name="nextInterceptor">The next interceptor.</param>
    /// <returns>The wrapper.</returns>
    WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => nextInterceptor;
}
