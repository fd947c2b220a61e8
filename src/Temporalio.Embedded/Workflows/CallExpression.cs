using System;
using System.Linq.Expressions;
using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>Reads the method and the argument values out of the lambda overloads: a single call, on the parameter or of a static method.</summary>
internal static class CallExpression
{
    /// <summary>Gets the method that is called and the values of its arguments.</summary>
    /// <param name="lambda">The lambda.</param>
    /// <returns>The method and its arguments.</returns>
    /// <exception cref="ArgumentException">The body is not a single call.</exception>
    public static (MethodInfo Method, object?[] Args) Extract(LambdaExpression lambda)
    {
        if (Body(lambda) is not MethodCallExpression call)
        {
            throw new ArgumentException("Expression must be a single method call");
        }

        if (lambda.Parameters.Count == 1 && call.Object != lambda.Parameters[0])
        {
            throw new ArgumentException("Single parameter lambda must be a call of a method on that parameter");
        }

        var args = new object?[call.Arguments.Count];
        for (var i = 0; i < args.Length; i++)
        {
            args[i] = Evaluate(call.Arguments[i]);
        }

        return (call.Method, args);
    }

    /// <summary>Gets the member behind a query: a method with arguments or a property.</summary>
    /// <param name="lambda">The lambda.</param>
    /// <returns>The member and the arguments.</returns>
    /// <exception cref="ArgumentException">The body is neither a single call nor a property of the parameter.</exception>
    public static (MemberInfo Member, object?[] Args) ExtractMember(LambdaExpression lambda)
    {
        if (Body(lambda) is MemberExpression { Member: PropertyInfo property } access && access.Expression == lambda.Parameters[0])
        {
            return (property, []);
        }

        return Extract(lambda);
    }

    /// <summary>Drops a trailing "Async".</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name without it.</returns>
    public static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;

    private static Expression Body(LambdaExpression lambda) =>
        lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : lambda.Body;

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression closure } => field.GetValue(closure.Value),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(true)(),
    };
}
