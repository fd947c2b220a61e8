using System;
using System.Reflection;
using Temporalio.Converters;

namespace Temporalio.Workflows;

/// <summary>The rules that signal, query and update methods share.</summary>
internal static class HandlerRules
{
    /// <summary>Checks that a method is public, not static and not generic.</summary>
    /// <param name="method">The method.</param>
    /// <param name="kind">The attribute name, for the message.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckMethod(MethodInfo method, string kind)
    {
        if (!method.IsPublic)
        {
            throw new ArgumentException($"{kind} method {method} must be public");
        }

        if (method.IsStatic)
        {
            throw new ArgumentException($"{kind} method {method} cannot be static");
        }

        if (method.ContainsGenericParameters)
        {
            throw new ArgumentException($"{kind} method {method} cannot be generic");
        }
    }

    /// <summary>Checks the parameters of a dynamic handler: the name and the raw values.</summary>
    /// <param name="invoker">The handler.</param>
    /// <param name="method">The method, for the message.</param>
    /// <param name="kind">The attribute name, for the message.</param>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static void CheckDynamicParameters(HandlerInvoker invoker, MethodInfo method, string kind)
    {
        var parameters = invoker.Parameters;
        if (parameters.Length != 2 || parameters[0].ParameterType != typeof(string) || parameters[1].ParameterType != typeof(IRawValue[]))
        {
            throw new ArgumentException($"{kind} method {method} must accept string and an array of IRawValue when dynamic");
        }
    }
}
