using System;
using System.Reflection;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A query handler.</summary>
public class WorkflowQueryDefinition
{
    private WorkflowQueryDefinition(string? name, HandlerInvoker invoker, string? description)
    {
        Name = name;
        Invoker = invoker;
        Description = description;
    }

    /// <summary>Gets the description.</summary>
    public string? Description { get; }

    /// <summary>Gets a value indicating whether it handles every query without a handler of its own.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Gets the query name; null means dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets the handler.</summary>
    internal HandlerInvoker Invoker { get; }

    /// <summary>Makes a definition of a delegate.</summary>
    /// <param name="name">The name; null means dynamic.</param>
    /// <param name="del">The handler; returns a value that is not a task.</param>
    /// <param name="description">The description.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The delegate does not fit.</exception>
    public static WorkflowQueryDefinition CreateWithoutAttribute(string? name, Delegate del, string? description = null) =>
        Create(name, HandlerInvoker.Of(del), del.Method, description);

    /// <summary>Makes a definition of a method with <see cref="WorkflowQueryAttribute"/>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method does not fit.</exception>
    public static WorkflowQueryDefinition FromMethod(MethodInfo method)
    {
        var attribute = Attribute(method);
        HandlerRules.CheckMethod(method, "WorkflowQuery");
        return Create(NameOf(method, attribute), HandlerInvoker.Of(method), method, attribute.Description);
    }

    /// <summary>Makes a definition of a property with <see cref="WorkflowQueryAttribute"/>.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The property does not fit.</exception>
    public static WorkflowQueryDefinition FromProperty(PropertyInfo property)
    {
        var attribute = Attribute(property);
        var getter = property.GetGetMethod() ?? throw new ArgumentException($"WorkflowQuery property {property} must have a public getter");
        if (attribute.Dynamic)
        {
            throw new ArgumentException($"WorkflowQuery property {property} cannot be dynamic");
        }

        HandlerRules.CheckMethod(getter, "WorkflowQuery");
        return Create(NameOf(property, attribute), HandlerInvoker.Of(getter), getter, attribute.Description);
    }

    /// <summary>Gets the name to query by a lambda.</summary>
    /// <param name="member">The method or property.</param>
    /// <returns>The name.</returns>
    internal static string NameFromMemberForCall(MemberInfo member) =>
        NameOf(member, Attribute(member)) ?? throw new ArgumentException($"{member} cannot be called directly since it is dynamic");

    private static WorkflowQueryAttribute Attribute(MemberInfo member) =>
        member.GetCustomAttribute<WorkflowQueryAttribute>(false) ?? throw new ArgumentException($"{member} missing WorkflowQuery attribute");

    private static string? NameOf(MemberInfo member, WorkflowQueryAttribute attribute) =>
        attribute.Dynamic
            ? attribute.Name is null ? null : throw new ArgumentException($"WorkflowQuery on {member} cannot be dynamic and have a name")
            : attribute.Name ?? member.Name;

    private static WorkflowQueryDefinition Create(string? name, HandlerInvoker invoker, MethodInfo method, string? description)
    {
        if (invoker.ReturnType == typeof(void))
        {
            throw new ArgumentException($"WorkflowQuery method {method} must return a value");
        }

        if (typeof(Task).IsAssignableFrom(invoker.ReturnType))
        {
            throw new ArgumentException($"WorkflowQuery method {method} cannot return a Task");
        }

        if (name is null)
        {
            HandlerRules.CheckDynamicParameters(invoker, method, "WorkflowQuery");
        }

        return new WorkflowQueryDefinition(name, invoker, description);
    }
}
