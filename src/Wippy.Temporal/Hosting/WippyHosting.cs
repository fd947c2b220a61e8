using System;
using Microsoft.Extensions.DependencyInjection;

namespace Wippy.Temporal.Hosting;

/// <summary>Puts a Wippy application into a .NET host.</summary>
public static class WippyHosting
{
    /// <summary>
    /// Registers the application: when the host starts, its clients connect and its workers run; when the host stops, they stop in the opposite order.
    /// Wrong configuration stops the start with a <see cref="WippyConfigurationException"/>.
    /// </summary>
    public static IServiceCollection AddWippy(IServiceCollection services, WippyApplication application, Action<WippyOptions>? configure = null)
    {
        services.AddSingleton(provider =>
        {
            var options = new WippyOptions();
            configure?.Invoke(options);
            return ApplicationContext.Create(application, options, provider);
        });
        services.AddSingleton<IWippyClients>(provider => provider.GetRequiredService<ApplicationContext>());
        services.AddHostedService<WippyService>();
        return services;
    }
}
