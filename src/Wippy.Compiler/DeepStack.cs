using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Wippy.Compiler;

/// <summary>Runs a function on a stack that holds the recursion over the deepest tree that the parser makes.</summary>
internal static class DeepStack
{
    private const int StackSize = 512 << 20;

    public static T Run<T>(Func<T> function)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception exception)
                {
                    // Thrown again where the function was asked for.
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
