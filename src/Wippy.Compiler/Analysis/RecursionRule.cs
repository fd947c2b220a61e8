using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Chooses small recursive functions whose calls of themselves go to a second method of the same body, which the JIT expands in place: half of the calls
/// and of the checks of the stack are saved. The JIT expands no method in itself.
/// </summary>
internal static class RecursionRule
{
    private const int MaximumLength = 300;
    private const int MaximumCalls = 3;

    /// <summary>Whether a function, or typed copy, is worth a second method.</summary>
    public static bool IsExpanded(FunctionSymbol function)
    {
        if (function is not
            {
                Placement: FunctionPlacement.Method, TypedCopy: null, IsRecursive: true, IsAsync: false, HasVararg: false, HasExits: false, NeedsCallers: false,
                HasSelfTailCall: false, Shape: ResultShape.Single or ResultShape.Void, Body: { } body,
            }
            || body.Span.Length > MaximumLength)
        {
            return false;
        }

        foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
        {
            if (statement is not (LocalStatementSyntax or AssignmentStatementSyntax or CallStatementSyntax or IfStatementSyntax or ReturnStatementSyntax))
            {
                return false;
            }
        }

        var calls = function.Calls.FindAll(c => c.Target == function).Count;
        return calls is > 0 and <= MaximumCalls && !HasFunctions(function.Block);
    }

    private static bool HasFunctions(BlockSyntax block)
    {
        var found = false;
        SyntaxWalk.Visit(block, e => found |= e is FunctionExpressionSyntax);
        return found;
    }
}
