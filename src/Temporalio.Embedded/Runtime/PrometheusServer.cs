using System;
using System.IO;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Temporalio.Runtime;

/// <summary>Serves the metrics of a process to Prometheus.</summary>
internal sealed class PrometheusServer
{
    private readonly WebApplication application;

    private PrometheusServer(WebApplication application) => this.application = application;

    /// <summary>Gets where it listens.</summary>
    public Uri Address => new(application.Urls.First());

    /// <summary>Starts the server.</summary>
    /// <param name="bindAddress">The address to listen on, as "127.0.0.1:9000".</param>
    /// <param name="meter">The metrics.</param>
    /// <returns>The server.</returns>
    /// <exception cref="InvalidOperationException">The address is none or in use.</exception>
    public static PrometheusServer Start(string bindAddress, PrometheusMeter meter)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });

        // Neither the configuration nor the logging of the surrounding program is that of this server.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{bindAddress}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var application = builder.Build();
        application.MapGet("/metrics", context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return context.Response.WriteAsync(meter.Write());
        });
        try
        {
            application.StartAsync().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException($"Metrics for Prometheus cannot be served at {bindAddress}: {e.Message}", e);
        }

        return new PrometheusServer(application);
    }
}
