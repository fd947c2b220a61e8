using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>What a <see cref="SimplePlugin"/> adds to or changes in clients, workers and replayers.</summary>
public class SimplePluginOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="SimplePluginOptions"/> class.</summary>
    public SimplePluginOptions()
    {
    }

    /// <summary>Gets the activities that are added to workers.</summary>
    public IList<ActivityDefinition> Activities { get; private set; } = new List<ActivityDefinition>();

    /// <summary>Gets or sets the interceptors that follow those of the client.</summary>
    public IReadOnlyCollection<IClientInterceptor>? ClientInterceptors
    {
        get => ClientInterceptorsOption?.Constant;
        set => ClientInterceptorsOption = new(value);
    }

    /// <summary>Gets or sets the interceptors that follow those of the client, or a function of those.</summary>
    public SimplePluginOption<IReadOnlyCollection<IClientInterceptor>?>? ClientInterceptorsOption { get; set; }

    /// <summary>Gets or sets the data converter that takes the place of the one given.</summary>
    public DataConverter? DataConverter
    {
        get => DataConverterOption?.Constant;
        set => DataConverterOption = new(value);
    }

    /// <summary>Gets or sets the data converter that takes the place of the one given, or a function of that.</summary>
    public SimplePluginOption<DataConverter>? DataConverterOption { get; set; }

    /// <summary>Gets or sets what runs after a worker or replay has ended, however it ended.</summary>
    public Func<Task>? RunContextAfter { get; set; }

    /// <summary>Gets or sets what runs before a worker or replay starts.</summary>
    public Func<Task>? RunContextBefore { get; set; }

    /// <summary>Gets or sets the interceptors that follow those of the worker or replayer.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? WorkerInterceptors
    {
        get => WorkerInterceptorsOption?.Constant;
        set => WorkerInterceptorsOption = new(value);
    }

    /// <summary>Gets or sets the interceptors that follow those of the worker or replayer, or a function of those.</summary>
    public SimplePluginOption<IReadOnlyCollection<IWorkerInterceptor>?>? WorkerInterceptorsOption { get; set; }

    /// <summary>Gets or sets the exception types that fail workflows, besides those of the worker or replayer.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes
    {
        get => WorkflowFailureExceptionTypesOption?.Constant;
        set => WorkflowFailureExceptionTypesOption = new(value);
    }

    /// <summary>Gets or sets the exception types that fail workflows, besides those of the worker or replayer, or a function of those.</summary>
    public SimplePluginOption<IReadOnlyCollection<Type>?>? WorkflowFailureExceptionTypesOption { get; set; }

    /// <summary>Gets the workflows that are added to workers and replayers.</summary>
    public IList<WorkflowDefinition> Workflows { get; private set; } = new List<WorkflowDefinition>();

    /// <summary>Adds an activity.</summary>
    /// <param name="del">The activity method.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddActivity(Delegate del) => AddActivity(ActivityDefinition.Create(del));

    /// <summary>Adds an activity.</summary>
    /// <param name="definition">The activity.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddActivity(ActivityDefinition definition)
    {
        Activities.Add(definition);
        return this;
    }

    /// <summary>Adds all activity methods of a class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="instance">The instance; null if all are static.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddAllActivities<T>(T? instance) => AddAllActivities(typeof(T), instance);

    /// <summary>Adds all activity methods of a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="instance">The instance; null if all are static.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddAllActivities(Type type, object? instance)
    {
        foreach (var definition in ActivityDefinition.CreateAll(type, instance))
        {
            AddActivity(definition);
        }

        return this;
    }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">The class.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">The workflow.</param>
    /// <returns>These options.</returns>
    public SimplePluginOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Creates a copy with its own lists.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (SimplePluginOptions)MemberwiseClone();
        copy.Activities = new List<ActivityDefinition>(Activities);
        copy.Workflows = new List<WorkflowDefinition>(Workflows);
        return copy;
    }

    /// <summary>A value, or a function from the value given to the one to use.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    public class SimplePluginOption<T>
    {
        /// <summary>Initializes a new instance of the <see cref="SimplePluginOption{T}"/> class.</summary>
        /// <param name="value">The value.</param>
        public SimplePluginOption(T? value) => Constant = value;

        /// <summary>Initializes a new instance of the <see cref="SimplePluginOption{T}"/> class.</summary>
        /// <param name="value">The function.</param>
        public SimplePluginOption(Func<T, T> value) => Configurable = value;

        /// <summary>Gets the function, or null.</summary>
        public Func<T, T>? Configurable { get; }

        /// <summary>Gets the value, or null.</summary>
        public T? Constant { get; }

        /// <summary>Gets what is used in place of a value.</summary>
        /// <param name="given">The value.</param>
        /// <param name="combine">What the value and the constant become.</param>
        /// <returns>The function of the value, the combination, or the value itself if there is neither.</returns>
        internal T Resolve(T given, Func<T, T, T> combine) =>
            Configurable is { } function ? function(given) : Constant is { } constant ? combine(given, constant) : given;
    }
}
