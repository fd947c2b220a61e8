using System;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Worker;
using Temporalio.Workflows;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Interceptors;

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

    /// <summary>
    /// Prepares a replayer for the histories of a worker: its workflows, the data converter, and what its workflows know of the application. A changed program whose commands
    /// no longer agree with a history is found this way.
    /// </summary>
    /// <exception cref="WippyConfigurationException">The configuration is wrong or has no such worker.</exception>
    public static void ConfigureReplayer(WorkflowReplayerOptions replayer, WippyApplication application, string workerId, Action<WippyOptions>? configure = null)
    {
        var options = new WippyOptions();
        configure?.Invoke(options);
        var context = ApplicationContext.Create(application, options, new ServiceCollection().BuildServiceProvider());
        if (!context.Workers.TryGetValue(workerId, out var worker))
        {
            throw new WippyConfigurationException([new ConfigurationError(workerId, string.Empty, 0, "no such temporal.worker entry")]);
        }

        replayer.DataConverter = WippyDataConverter.Create(options.PayloadCodec);
        replayer.TaskQueue = worker.TaskQueue;
        replayer.Interceptors = [new WorkerInterceptor(context, worker)];
        foreach (var workflow in application.Workflows.Where(workflow => worker.Workflows && workflow.Worker == workerId))
        {
            replayer.AddWorkflow(WorkflowDefinition.Create(workflow.Type));
        }
    }
}
