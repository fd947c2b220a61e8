using System;
using System.Reflection;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A signal handler.</summary>
public class WorkflowSignalDefinition
{
    private WorkflowSignalDefinition(string? name, HandlerInvoker invoker, HandlerUnfinishedPolicy unfinishedPolicy, string? description)
    {
        Name = name;
        Invoker = invoker;
        UnfinishedPolicy = unfinishedPolicy;
        Description = description;
    }

    /// <summary>Gets the description.</summary>
    public string? Description { get; }

    /// <summary>Gets a value indicating whether it handles every signal without a handler of its own.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Gets the signal name; null means dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets the handler.</summary>
    internal HandlerInvoker Invoker { get; }

    /// <summary>Gets what to do when the workflow ends while the handler runs.</summary>
    internal HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    /// <summary>Makes a definition of a delegate.</summary>
    /// <param name="name">The name; null means dynamic.</param>
    /// <param name="del">The handler; returns <see cref="Task"/>.</param>
    /// <param name="unfinishedPolicy">What to do when the workflow ends while the handler runs.</param>
    /// <param name="description">The description.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The delegate does not fit.</exception>
    public static WorkflowSignalDefinition CreateWithoutAttribute(string? name, Delegate del, HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon, string? description = null) =>
        Create(name, HandlerInvoker.Of(del), del.Method, unfinishedPolicy, description);

    /// <summary>Makes a definition of a method with <see cref="WorkflowSignalAttribute"/>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method does not fit.</exception>
    public static WorkflowSignalDefinition FromMethod(MethodInfo method)
    {
        var attribute = Attribute(method);
        HandlerRules.CheckMethod(method, "WorkflowSignal");
        return Create(NameOf(method, attribute), HandlerInvoker.Of(method), method, attribute.UnfinishedPolicy, attribute.Description);
    }

    /// <summary>Gets the name to send a signal by a lambda.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The name.</returns>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        NameOf(method, Attribute(method)) ?? throw new ArgumentException($"{method} cannot be called directly since it is dynamic");

    private static WorkflowSignalAttribute Attribute(MethodInfo method) =>
        method.GetCustomAttribute<WorkflowSignalAttribute>(false) ?? throw new ArgumentException($"{method} missing WorkflowSignal attribute");

    private static string? NameOf(MethodInfo method, WorkflowSignalAttribute attribute) =>
        attribute.Dynamic
            ? attribute.Name is null ? null : throw new ArgumentException($"WorkflowSignal on {method} cannot be dynamic and have a name")
            : attribute.Name ?? CallExpression.WithoutAsync(method.Name);

    private static WorkflowSignalDefinition Create(string? name, HandlerInvoker invoker, MethodInfo method, HandlerUnfinishedPolicy policy, string? description)
    {
        if (invoker.ReturnType != typeof(Task))
        {
            throw new ArgumentException($"WorkflowSignal method {method} must return Task");
        }

        if (name is null)
        {
            HandlerRules.CheckDynamicParameters(invoker, method, "WorkflowSignal");
        }

        return new WorkflowSignalDefinition(name, invoker, policy, description);
    }
}
