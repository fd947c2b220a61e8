using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>An activity that a worker can run.</summary>
public class ActivityDefinition
{
    private readonly Func<object?[], object?> invoker;

    private ActivityDefinition(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker,
        MethodInfo? methodInfo)
    {
        Name = name;
        ReturnType = returnType;
        ParameterTypes = parameterTypes;
        RequiredParameterCount = requiredParameterCount;
        this.invoker = invoker;
        MethodInfo = methodInfo;
    }

    /// <summary>Type name, null if dynamic.</summary>
    public string? Name { get; private init; }

    /// <summary>Whether it takes every activity that has no other definition.</summary>
    public bool Dynamic => Name == null;

    /// <summary>The method, null if it was not made from one.</summary>
    public MethodInfo? MethodInfo { get; private init; }

    /// <summary>Types of the parameters.</summary>
    public IReadOnlyCollection<Type> ParameterTypes { get; private init; }

    /// <summary>Number of parameters without a default.</summary>
    public int RequiredParameterCount { get; private init; }

    /// <summary>Return type, a task type if it returns a task.</summary>
    public Type ReturnType { get; private init; }

    /// <summary>Creates the definition of a delegate whose method has <see cref="ActivityAttribute" />.</summary>
    /// <param name="del">The delegate.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid activity.</exception>
    public static ActivityDefinition Create(Delegate del)
    {
        ArgumentNullException.ThrowIfNull(del);
        return Create(del.Method, parameters => Unwrapped(() => del.DynamicInvoke(parameters)));
    }

    /// <summary>Creates the definition of a method that has <see cref="ActivityAttribute" />.</summary>
    /// <param name="method">The method.</param>
    /// <param name="invoker">How to call it.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid activity.</exception>
    public static ActivityDefinition Create(MethodInfo method, Func<object?[], object?> invoker) =>
        CreateWithoutAttribute(NameFromAttribute(method), method, invoker);

    /// <summary>Creates a definition from its parts.</summary>
    /// <param name="name">Type name, null if dynamic.</param>
    /// <param name="returnType">Return type, may be a task type.</param>
    /// <param name="parameterTypes">Types of the parameters.</param>
    /// <param name="requiredParameterCount">Number of parameters without a default.</param>
    /// <param name="invoker">How to call it. A task it returns is awaited.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The parts do not fit.</exception>
    public static ActivityDefinition Create(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker) =>
        Create(name, returnType, parameterTypes, requiredParameterCount, invoker, null);

    /// <summary>Creates the definition of a method that needs no attribute.</summary>
    /// <param name="name">Type name, null if dynamic.</param>
    /// <param name="method">The method.</param>
    /// <param name="invoker">How to call it.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid activity.</exception>
    public static ActivityDefinition CreateWithoutAttribute(string? name, MethodInfo method, Func<object?[], object?> invoker)
    {
        if (method.ContainsGenericParameters)
        {
            throw new ArgumentException($"{method} cannot be generic to be used as an activity", nameof(method));
        }

        var parameters = method.GetParameters();
        foreach (var parameter in parameters)
        {
            if (parameter.ParameterType.IsByRef)
            {
                throw new ArgumentException($"{method} has the by-reference parameter {parameter.Name}, which an activity cannot have", nameof(method));
            }
        }

        return Create(
            name,
            method.ReturnType,
            parameters.Select(p => p.ParameterType).ToArray(),
            parameters.Count(p => !p.HasDefaultValue),
            arguments => invoker(WithDefaults(parameters, arguments)),
            method);
    }

    /// <summary>Creates the definitions of all methods of a type that have <see cref="ActivityAttribute" />.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="instance">Instance to call the methods on, may be null if all are static.</param>
    /// <returns>The definitions.</returns>
    /// <exception cref="ArgumentException">There is no activity, one is not valid, or the instance is missing.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll<T>(T? instance) => CreateAll(typeof(T), instance);

    /// <summary>Creates the definitions of all methods of a type that have <see cref="ActivityAttribute" />.</summary>
    /// <param name="type">The type.</param>
    /// <param name="instance">Instance to call the methods on, may be null if all are static.</param>
    /// <returns>The definitions.</returns>
    /// <exception cref="ArgumentException">There is no activity, one is not valid, or the instance is missing.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll(Type type, object? instance)
    {
        var definitions = new List<ActivityDefinition>();
        foreach (var method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (method.GetCustomAttribute<ActivityAttribute>(inherit: false) == null)
            {
                continue;
            }

            if (!method.IsPublic)
            {
                throw new ArgumentException($"{type} activity method {method} must be public", nameof(type));
            }

            if (!method.IsStatic && instance == null)
            {
                throw new ArgumentException($"Instance not provided, but activity method {method} is not static", nameof(instance));
            }

            definitions.Add(Create(method, parameters => Unwrapped(() => method.Invoke(method.IsStatic ? null : instance, parameters))));
        }

        return definitions.Count == 0 ? throw new ArgumentException($"No activities found on {type}", nameof(type)) : definitions;
    }

    /// <summary>Calls the activity and awaits its task if it returns one.</summary>
    /// <param name="parameters">Arguments; those at the end that have defaults may be left out.</param>
    /// <returns>The result, null for a method without one.</returns>
    /// <exception cref="ArgumentException">There are too few or too many arguments.</exception>
    public async Task<object?> InvokeAsync(object?[] parameters)
    {
        if (parameters.Length < RequiredParameterCount || parameters.Length > ParameterTypes.Count)
        {
            throw new ArgumentException(
                $"Activity takes {RequiredParameterCount} to {ParameterTypes.Count} arguments, {parameters.Length} given",
                nameof(parameters));
        }

        var result = invoker(parameters);
        if (result is not Task task)
        {
            return result;
        }

        await task;

        // The declared type decides: an async method without a result returns a Task<> of a hidden type at run time.
        return ReturnType.IsGenericType && ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? ReturnType.GetProperty(nameof(Task<object>.Result))!.GetValue(task)
            : null;
    }

    /// <summary>Type name of the activity that a method is, for calls by expression.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The method is not an activity, or is a dynamic one.</exception>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        NameFromAttribute(method) ?? throw new ArgumentException($"{method} is a dynamic activity, which cannot be called by method", nameof(method));

    private static string? NameFromAttribute(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<ActivityAttribute>(inherit: false) ??
            throw new ArgumentException($"{method} has no [Activity] attribute", nameof(method));
        if (attribute.Dynamic)
        {
            return attribute.Name == null
                ? null
                : throw new ArgumentException($"{method} is a dynamic activity, which cannot have a name", nameof(method));
        }

        if (attribute.Name != null)
        {
            return attribute.Name;
        }

        // A local function is named <Outer>g__Name|0_0.
        var name = method.Name;
        var local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            name = name[(local + 4)..];
            name = name[..name.IndexOf('|', StringComparison.Ordinal)];
        }
        else if (name.StartsWith('<'))
        {
            throw new ArgumentException($"{method} is a lambda: give it a name by [Activity(\"name\")]", nameof(method));
        }

        const string Async = "Async";
        return typeof(Task).IsAssignableFrom(method.ReturnType) && name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal)
            ? name[..^Async.Length]
            : name;
    }

    private static ActivityDefinition Create(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker,
        MethodInfo? method)
    {
        if (requiredParameterCount < 0 || requiredParameterCount > parameterTypes.Count)
        {
            throw new ArgumentException(
                $"Activity {name} has {parameterTypes.Count} parameters, {requiredParameterCount} of them cannot be required",
                nameof(requiredParameterCount));
        }

        if (name == null && (requiredParameterCount != 1 || parameterTypes.Count != 1 || parameterTypes.First() != typeof(IRawValue[])))
        {
            throw new ArgumentException("A dynamic activity must take one array of IRawValue", nameof(parameterTypes));
        }

        if (name?.StartsWith("__temporal", StringComparison.Ordinal) == true)
        {
            throw new ArgumentException($"Activity name {name} cannot start with __temporal", nameof(name));
        }

        return new(name, returnType, parameterTypes, requiredParameterCount, invoker, method);
    }

    private static object?[] WithDefaults(ParameterInfo[] parameters, object?[] arguments)
    {
        if (arguments.Length == parameters.Length)
        {
            return arguments;
        }

        var all = new object?[parameters.Length];
        arguments.CopyTo(all, 0);
        for (var i = arguments.Length; i < all.Length; i++)
        {
            all[i] = parameters[i].DefaultValue;
        }

        return all;
    }

    private static object? Unwrapped(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException e) when (e.InnerException != null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }
}
