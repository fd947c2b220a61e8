using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Workflows;

/// <summary>What is known about a workflow class: its name, run method and handlers.</summary>
public class WorkflowDefinition
{
    private static readonly ConcurrentDictionary<Type, WorkflowDefinition> Definitions = new();
    private readonly Func<object?[], object>? creator;

    private WorkflowDefinition(
        string? name,
        Type type,
        MethodInfo runMethod,
        bool instantiable,
        bool initAttribute,
        Func<object?[], object>? creator,
        WorkflowAttribute attribute,
        Func<object?, WorkflowDefinitionOptions>? dynamicOptionsGetter,
        Handlers handlers)
    {
        Name = name;
        Type = type;
        RunMethod = runMethod;
        Instantiable = instantiable;
        InitAttribute = initAttribute;
        this.creator = creator;
        FailureExceptionTypes = attribute.FailureExceptionTypes;
        VersioningBehavior = attribute.VersioningBehavior;
        DynamicOptionsGetter = dynamicOptionsGetter;
        Signals = handlers.Signals;
        Queries = handlers.Queries;
        Updates = handlers.Updates;
        DynamicSignal = handlers.DynamicSignal;
        DynamicQuery = handlers.DynamicQuery;
        DynamicUpdate = handlers.DynamicUpdate;
    }

    /// <summary>Gets a value indicating whether it runs every workflow type that has no definition of its own.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Gets the function that asks an instance of a dynamic workflow for its options.</summary>
    public Func<object?, WorkflowDefinitionOptions>? DynamicOptionsGetter { get; }

    /// <summary>Gets the handler of queries without one of their own.</summary>
    public WorkflowQueryDefinition? DynamicQuery { get; }

    /// <summary>Gets the handler of signals without one of their own.</summary>
    public WorkflowSignalDefinition? DynamicSignal { get; }

    /// <summary>Gets the handler of updates without one of their own.</summary>
    public WorkflowUpdateDefinition? DynamicUpdate { get; }

    /// <summary>Gets the exception types that fail the workflow instead of the workflow task.</summary>
    public Type[]? FailureExceptionTypes { get; }

    /// <summary>Gets a value indicating whether an instance can be made. It is optimistic about classes.</summary>
    public bool Instantiable { get; }

    /// <summary>Gets the workflow type name; null means dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets the query handlers.</summary>
    public IReadOnlyDictionary<string, WorkflowQueryDefinition> Queries { get; }

    /// <summary>Gets the run method.</summary>
    public MethodInfo RunMethod { get; }

    /// <summary>Gets the signal handlers.</summary>
    public IReadOnlyDictionary<string, WorkflowSignalDefinition> Signals { get; }

    /// <summary>Gets the class.</summary>
    public Type Type { get; }

    /// <summary>Gets the update handlers.</summary>
    public IReadOnlyDictionary<string, WorkflowUpdateDefinition> Updates { get; }

    /// <summary>Gets the versioning behaviour.</summary>
    public VersioningBehavior? VersioningBehavior { get; }

    /// <summary>Gets a value indicating whether the constructor takes the arguments of the run method.</summary>
    internal bool InitAttribute { get; }

    /// <summary>Makes or gets the definition of a class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>The definition.</returns>
    /// <exception cref="AggregateException">The class breaks rules; one inner exception for each.</exception>
    public static WorkflowDefinition Create<T>() => Create(typeof(T));

    /// <summary>Makes or gets the definition of a class.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="AggregateException">The class breaks rules; one inner exception for each.</exception>
    public static WorkflowDefinition Create(Type type) => Definitions.GetOrAdd(type, t => Create(t, null, null));

    /// <summary>Makes a definition of a class under another name or with another way to make instances.</summary>
    /// <param name="type">The class.</param>
    /// <param name="nameOverride">The name; null means the default one.</param>
    /// <param name="creatorOverride">Makes an instance; not allowed with <see cref="WorkflowInitAttribute"/>.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="AggregateException">The class breaks rules; one inner exception for each.</exception>
    public static WorkflowDefinition Create(Type type, string? nameOverride, Func<object?[], object>? creatorOverride)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var errors = new List<Exception>();
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false);
        if (attribute is null)
        {
            errors.Add(new ArgumentException($"{type} missing Workflow attribute"));
            attribute = new WorkflowAttribute();
        }

        if (type.ContainsGenericParameters || type.IsGenericType)
        {
            errors.Add(new ArgumentException($"{type} has generic type arguments"));
        }

        string? name = null;
        if (!attribute.Dynamic)
        {
            name = nameOverride ?? attribute.Name ?? DefaultName(type);
            if (name.StartsWith("__temporal", StringComparison.Ordinal))
            {
                errors.Add(new ArgumentException($"Workflow name {name} cannot start with __temporal"));
            }
        }
        else if (attribute.Name is not null || nameOverride is not null)
        {
            errors.Add(new ArgumentException("Dynamic workflow cannot be given a name"));
        }

        MethodInfo? run = null;
        MethodInfo? dynamicOptions = null;
        var handlers = new Handlers();
        var validators = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        var updates = new List<MethodInfo>();
        var methods = type.GetMethods(Declared).Concat(type.IsInterface ? type.GetInterfaces().SelectMany(i => i.GetMethods(Declared)) : []);
        foreach (var method in methods.OrderBy(m => m.MetadataToken))
        {
            Collect(errors, () =>
            {
                if (method.GetCustomAttribute<WorkflowRunAttribute>(false) is not null && method.DeclaringType == type)
                {
                    run = run is null
                        ? CheckRun(method, attribute.Dynamic)
                        : throw new ArgumentException($"{type} has multiple WorkflowRun methods");
                }

                if (method.GetCustomAttribute<WorkflowDynamicOptionsAttribute>(false) is not null)
                {
                    dynamicOptions = attribute.Dynamic && method.ReturnType == typeof(WorkflowDefinitionOptions) && method.GetParameters().Length == 0
                        ? method
                        : throw new ArgumentException($"WorkflowDynamicOptions method {method} must belong to a dynamic workflow, take nothing and return WorkflowDefinitionOptions");
                }

                if (method.GetCustomAttribute<WorkflowSignalAttribute>(false) is not null)
                {
                    handlers.Add(WorkflowSignalDefinition.FromMethod(method));
                }
                else if (method.GetCustomAttribute<WorkflowQueryAttribute>(false) is not null)
                {
                    handlers.Add(WorkflowQueryDefinition.FromMethod(method));
                }
                else if (method.GetCustomAttribute<WorkflowUpdateAttribute>(false) is not null)
                {
                    updates.Add(method);
                }
                else if (method.GetCustomAttribute<WorkflowUpdateValidatorAttribute>(false) is { } validator)
                {
                    validators[validator.UpdateMethod] = validators.ContainsKey(validator.UpdateMethod)
                        ? throw new ArgumentException($"{type} has multiple validators of {validator.UpdateMethod}")
                        : method;
                }
                else
                {
                    CheckNotOverride(method);
                }
            });
        }

        foreach (var property in type.GetProperties(Declared).OrderBy(p => p.MetadataToken))
        {
            if (property.GetCustomAttribute<WorkflowQueryAttribute>(false) is not null)
            {
                Collect(errors, () => handlers.Add(WorkflowQueryDefinition.FromProperty(property)));
            }
        }

        foreach (var method in updates)
        {
            validators.Remove(method.Name, out var validator);
            Collect(errors, () => handlers.Add(WorkflowUpdateDefinition.FromMethod(method, validator)));
        }

        errors.AddRange(validators.Select(v => new ArgumentException($"WorkflowUpdateValidator method {v.Value} names {v.Key}, which is not an update")));
        if (run is null && errors.Count == 0)
        {
            errors.Add(new ArgumentException($"{type} does not have a valid WorkflowRun method"));
        }

        var inits = type.GetConstructors(Declared).Where(c => c.GetCustomAttribute<WorkflowInitAttribute>(false) is not null).ToList();
        if (inits.Count > 1)
        {
            errors.Add(new ArgumentException($"{type} has multiple WorkflowInit constructors"));
        }
        else if (inits.Count == 1)
        {
            if (creatorOverride is not null)
            {
                errors.Add(new ArgumentException($"{type} cannot have a WorkflowInit constructor and a creator"));
            }
            else if (!inits[0].IsPublic)
            {
                errors.Add(new ArgumentException($"WorkflowInit constructor of {type} must be public"));
            }
            else if (run is not null && !inits[0].GetParameters().Select(p => p.ParameterType).SequenceEqual(run.GetParameters().Select(p => p.ParameterType)))
            {
                errors.Add(new ArgumentException($"WorkflowInit constructor of {type} must have the parameters of the run method"));
            }
        }

        if (errors.Count > 0)
        {
            throw new AggregateException($"{errors.Count} error(s) on workflow {type}", errors);
        }

        var init = inits.Count == 1 ? inits[0] : null;
        var creator = creatorOverride ?? (type.IsInterface ? null : init is null ? _ => Construct(type) : args => Construct(init, args));
        return new WorkflowDefinition(
            name,
            type,
            run!,
            creator is not null,
            init is not null,
            creator,
            attribute,
            dynamicOptions is null ? null : instance => (WorkflowDefinitionOptions)dynamicOptions.Invoke(instance, null)!,
            handlers);
    }

    /// <summary>Makes an instance.</summary>
    /// <param name="workflowArguments">The arguments of the run method.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="InvalidOperationException">The type cannot be instantiated.</exception>
    public object CreateWorkflowInstance(object?[] workflowArguments) =>
        creator is null ? throw new InvalidOperationException($"Cannot instantiate workflow type {Type}") : creator(workflowArguments);

    /// <summary>Gets the workflow type name of a run method that is called by a lambda.</summary>
    /// <param name="method">The run method.</param>
    /// <returns>The name.</returns>
    internal static string NameFromRunMethodForCall(MethodInfo method)
    {
        if (method.GetCustomAttribute<WorkflowRunAttribute>(false) is null)
        {
            throw new ArgumentException($"{method} missing WorkflowRun attribute");
        }

        var type = method.ReflectedType ?? throw new ArgumentException($"{method} has no reflected type");
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false) ?? throw new ArgumentException($"{type} missing Workflow attribute");
        return attribute.Dynamic
            ? throw new ArgumentException($"{method} cannot be called directly since it is on a dynamic workflow")
            : attribute.Name ?? DefaultName(type);
    }

    private static string DefaultName(Type type) =>
        type.IsInterface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]) ? type.Name[1..] : type.Name;

    private static MethodInfo CheckRun(MethodInfo method, bool dynamic)
    {
        HandlerRules.CheckMethod(method, "WorkflowRun");
        var isTask = method.ReturnType == typeof(Task) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>));
        if (!isTask)
        {
            throw new ArgumentException($"WorkflowRun method {method} must return an instance of Task");
        }

        var parameters = method.GetParameters();
        return dynamic && (parameters.Length != 1 || parameters[0].ParameterType != typeof(IRawValue[]))
            ? throw new ArgumentException($"WorkflowRun method {method} must accept an array of IRawValue when dynamic")
            : method;
    }

    /// <summary>An override that does not repeat the attribute of the method it overrides would lose the handler silently.</summary>
    private static void CheckNotOverride(MethodInfo method)
    {
        for (var current = method; ;)
        {
            var parent = current.GetBaseDefinition();
            if (parent == current || parent.DeclaringType == current.DeclaringType)
            {
                return;
            }

            // The base definition is the root; the classes between are looked at on the way up.
            var type = current.DeclaringType?.BaseType;
            MethodInfo? next = null;
            while (type is not null && next is null)
            {
                next = type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .FirstOrDefault(m => m.GetBaseDefinition() == parent);
                type = type.BaseType;
            }

            if (next is null)
            {
                return;
            }

            foreach (var attribute in new[] { typeof(WorkflowRunAttribute), typeof(WorkflowSignalAttribute), typeof(WorkflowQueryAttribute), typeof(WorkflowUpdateAttribute) })
            {
                if (next.GetCustomAttribute(attribute, false) is not null)
                {
                    throw new ArgumentException($"{attribute.Name[..^"Attribute".Length]} on {next} must be repeated on the override {method}");
                }
            }

            current = next;
        }
    }

    private static void Collect(List<Exception> errors, Action check)
    {
        try
        {
            check();
        }
        catch (ArgumentException e)
        {
            errors.Add(e);
        }
    }

    private static object Construct(Type type)
    {
        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
            throw;
        }
    }

    private static object Construct(ConstructorInfo constructor, object?[] args)
    {
        try
        {
            return constructor.Invoke(args);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
            throw;
        }
    }

    /// <summary>The handlers found on a class.</summary>
    private sealed class Handlers
    {
        public Dictionary<string, WorkflowSignalDefinition> Signals { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, WorkflowQueryDefinition> Queries { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, WorkflowUpdateDefinition> Updates { get; } = new(StringComparer.Ordinal);

        public WorkflowSignalDefinition? DynamicSignal { get; private set; }

        public WorkflowQueryDefinition? DynamicQuery { get; private set; }

        public WorkflowUpdateDefinition? DynamicUpdate { get; private set; }

        public void Add(WorkflowSignalDefinition definition)
        {
            if (definition.Name is null)
            {
                DynamicSignal = DynamicSignal is null ? definition : throw new ArgumentException("There are multiple dynamic signals");
            }
            else if (!Signals.TryAdd(definition.Name, definition))
            {
                throw new ArgumentException($"There are multiple signals named {definition.Name}");
            }
        }

        public void Add(WorkflowQueryDefinition definition)
        {
            if (definition.Name is null)
            {
                DynamicQuery = DynamicQuery is null ? definition : throw new ArgumentException("There are multiple dynamic queries");
            }
            else if (!Queries.TryAdd(definition.Name, definition))
            {
                throw new ArgumentException($"There are multiple queries named {definition.Name}");
            }
        }

        public void Add(WorkflowUpdateDefinition definition)
        {
            if (definition.Name is null)
            {
                DynamicUpdate = DynamicUpdate is null ? definition : throw new ArgumentException("There are multiple dynamic updates");
            }
            else if (!Updates.TryAdd(definition.Name, definition))
            {
                throw new ArgumentException($"There are multiple updates named {definition.Name}");
            }
        }
    }
}
