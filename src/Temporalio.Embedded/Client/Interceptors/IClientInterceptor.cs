namespace Temporalio.Client.Interceptors;

/// <summary>Wraps the calls of clients. One that is also a worker interceptor applies to the workers of the client, ahead of their own.</summary>
public interface IClientInterceptor
{
    /// <summary>Wraps the next interceptor.</summary>
    /// <param name="nextInterceptor">The next interceptor.</param>
    /// <returns>The wrapper.</returns>
    ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => nextInterceptor;
}
