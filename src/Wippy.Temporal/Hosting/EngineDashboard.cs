#if !TEMPORALIO_OFFICIAL
using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Temporalio.Dashboard;

namespace Wippy.Temporal.Hosting;

/// <summary>The web pages of the embedded engine, where the program or its configuration asks for them.</summary>
internal static class EngineDashboard
{
    private const string Section = "WippyEmbedded";

    /// <summary>Starts the pages of the first client that is connected.</summary>
    /// <exception cref="WippyConfigurationException">The address is wrong or in use.</exception>
    public static async Task<IAsyncDisposable?> StartAsync(ApplicationContext context, ILogger logger)
    {
        var configuration = context.Services.GetService<IConfiguration>()?.GetSection(Section);
        var address = context.Options.DashboardAddress ?? configuration?["DashboardAddress"];
        if (string.IsNullOrEmpty(address) || context.StartOrder.FirstOrDefault(id => context.TryGetClient(id, out _)) is not { } id)
        {
            return null;
        }

        try
        {
            var hosts = configuration?["DashboardAllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var dashboard = await DashboardServer.StartAsync(context.GetClient(id), address, hosts);
            logger.LogInformation("the dashboard of client {Entry} is at {Address}", id, dashboard.Address);
            return dashboard;
        }
        catch (Exception error) when (error is ArgumentException or IOException)
        {
            throw new WippyConfigurationException([new ConfigurationError($"{Section}:DashboardAddress", string.Empty, 0, error.Message)]);
        }
    }
}
#endif
