using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler;

/// <summary>Runs functions that walk a tree by recursion on a stack that holds the deepest one that the parser makes.</summary>
internal static class DeepStack
{
    // Deeper trees than anybody writes by hand get a stack of their own.
    private const int UsualDepth = 200;

    private const int StackSize = 512 << 20;

    /// <summary>The result of a function of a tree.</summary>
    public static T Run<T>(LuaSyntaxTree tree, Func<T> function)
    {
        if (tree.Depth <= UsualDepth)
        {
            return function();
        }

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
