using System;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>Calls a handler given as a method of the workflow class or as a delegate.</summary>
internal sealed class HandlerInvoker
{
    private readonly MethodInfo method;
    private readonly Delegate? del;

    private HandlerInvoker(MethodInfo method, Delegate? del)
    {
        this.method = method;
        this.del = del;
        Parameters = del is null ? method.GetParameters() : del.Method.GetParameters();
        if (del is not null && Parameters.Length > del.GetType().GetMethod("Invoke")!.GetParameters().Length)
        {
            // A closed delegate over a static method has the closure as its first parameter.
            Parameters = del.GetType().GetMethod("Invoke")!.GetParameters();
        }
    }

    /// <summary>Gets the parameters.</summary>
    public ParameterInfo[] Parameters { get; }

    /// <summary>Gets the return type.</summary>
    public Type ReturnType => method.ReturnType;

    /// <summary>Makes an invoker of a method of the workflow class.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The invoker.</returns>
    public static HandlerInvoker Of(MethodInfo method) => new(method, null);

    /// <summary>Makes an invoker of a delegate.</summary>
    /// <param name="del">The delegate.</param>
    /// <returns>The invoker.</returns>
    public static HandlerInvoker Of(Delegate del) => new(del.Method, del);

    /// <summary>Calls the handler.</summary>
    /// <param name="instance">The workflow instance.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>What it returns; a task is not awaited.</returns>
    public object? Invoke(object instance, object?[] args)
    {
        try
        {
            return del is null ? method.Invoke(instance, args) : del.DynamicInvoke(args);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
            throw;
        }
    }

    /// <summary>Awaits a task of unknown type.</summary>
    /// <param name="task">The task.</param>
    /// <param name="declaredType">The declared type of the task: its argument is the result type.</param>
    /// <returns>The result; default of <see cref="ValueTuple"/> if there is none.</returns>
    public static async Task<object?> ResultAsync(Task task, Type declaredType)
    {
        await task.ConfigureAwait(true);
        return declaredType.IsGenericType ? task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task) : default(ValueTuple);
    }
}
