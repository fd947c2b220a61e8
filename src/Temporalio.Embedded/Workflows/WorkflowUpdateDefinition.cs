using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>An update handler with its validator.</summary>
public class WorkflowUpdateDefinition
{
    private WorkflowUpdateDefinition(string? name, HandlerInvoker invoker, HandlerInvoker? validator, HandlerUnfinishedPolicy unfinishedPolicy, string? description)
    {
        Name = name;
        Invoker = invoker;
        Validator = validator;
        UnfinishedPolicy = unfinishedPolicy;
        Description = description;
    }

    /// <summary>Gets the description.</summary>
    public string? Description { get; }

    /// <summary>Gets a value indicating whether it handles every update without a handler of its own.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Gets the update name; null means dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets the handler.</summary>
    internal HandlerInvoker Invoker { get; }

    /// <summary>Gets the validator.</summary>
    internal HandlerInvoker? Validator { get; }

    /// <summary>Gets what to do when the workflow ends while the handler runs.</summary>
    internal HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    /// <summary>Makes a definition of delegates.</summary>
    /// <param name="name">The name; null means dynamic.</param>
    /// <param name="del">The handler; returns a task.</param>
    /// <param name="validatorDel">The validator; returns nothing, same parameters.</param>
    /// <param name="unfinishedPolicy">What to do when the workflow ends while the handler runs.</param>
    /// <param name="description">The description.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">A delegate does not fit.</exception>
    public static WorkflowUpdateDefinition CreateWithoutAttribute(string? name, Delegate del, Delegate? validatorDel = null, HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon, string? description = null) =>
        Create(name, HandlerInvoker.Of(del), del.Method, validatorDel is null ? null : HandlerInvoker.Of(validatorDel), unfinishedPolicy, description);

    /// <summary>Makes a definition of a method with <see cref="WorkflowUpdateAttribute"/>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="validatorMethod">The validator.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">A method does not fit.</exception>
    public static WorkflowUpdateDefinition FromMethod(MethodInfo method, MethodInfo? validatorMethod = null)
    {
        var attribute = Attribute(method);
        HandlerRules.CheckMethod(method, "WorkflowUpdate");
        if (validatorMethod is not null)
        {
            HandlerRules.CheckMethod(validatorMethod, "WorkflowUpdateValidator");
        }

        return Create(NameOf(method, attribute), HandlerInvoker.Of(method), method, validatorMethod is null ? null : HandlerInvoker.Of(validatorMethod), attribute.UnfinishedPolicy, attribute.Description);
    }

    /// <summary>Gets the name to send an update by a lambda.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The name.</returns>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        NameOf(method, Attribute(method)) ?? throw new ArgumentException($"{method} cannot be called directly since it is dynamic");

    private static WorkflowUpdateAttribute Attribute(MethodInfo method) =>
        method.GetCustomAttribute<WorkflowUpdateAttribute>(false) ?? throw new ArgumentException($"{method} missing WorkflowUpdate attribute");

    private static string? NameOf(MethodInfo method, WorkflowUpdateAttribute attribute) =>
        attribute.Dynamic
            ? attribute.Name is null ? null : throw new ArgumentException($"WorkflowUpdate on {method} cannot be dynamic and have a name")
            : attribute.Name ?? CallExpression.WithoutAsync(method.Name);

    private static WorkflowUpdateDefinition Create(string? name, HandlerInvoker invoker, MethodInfo method, HandlerInvoker? validator, HandlerUnfinishedPolicy policy, string? description)
    {
        var isTask = invoker.ReturnType == typeof(Task) || (invoker.ReturnType.IsGenericType && invoker.ReturnType.GetGenericTypeDefinition() == typeof(Task<>));
        if (!isTask)
        {
            throw new ArgumentException($"WorkflowUpdate method {method} must return Task or Task<T>");
        }

        if (name is null)
        {
            HandlerRules.CheckDynamicParameters(invoker, method, "WorkflowUpdate");
        }

        if (validator is not null)
        {
            if (validator.ReturnType != typeof(void))
            {
                throw new ArgumentException($"WorkflowUpdateValidator of {method} must return void");
            }

            if (!validator.Parameters.Select(p => p.ParameterType).SequenceEqual(invoker.Parameters.Select(p => p.ParameterType)))
            {
                throw new ArgumentException($"WorkflowUpdateValidator of {method} must have the same parameters as the update");
            }
        }

        return new WorkflowUpdateDefinition(name, invoker, validator, policy, description);
    }
}
