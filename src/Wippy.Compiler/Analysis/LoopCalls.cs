using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>What the body of a function does once in each call: what stands outside its loops.</summary>
internal sealed class LoopCalls
{
    private readonly HashSet<ExpressionSyntax> _inLoops = [];

    /// <summary>The calls of a function.</summary>
    public LoopCalls(FunctionSymbol function)
    {
        Add(function.Block, function.HasSelfTailCall);
        HasJumps = false;
        foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
        {
            HasJumps |= statement is LabelStatementSyntax;
        }
    }

    /// <summary>Whether a <c>goto</c> may make a loop of any part.</summary>
    public bool HasJumps { get; }

    /// <summary>Whether something outside loops may fail: an operator, an index, or a call of a value.</summary>
    public bool HasOperators { get; private set; }

    /// <summary>The same inside loops.</summary>
    public bool HasOperatorsInLoops { get; private set; }

    /// <summary>Whether a call is made no more than once.</summary>
    public bool IsOnce(ExpressionSyntax call) => !HasJumps && !_inLoops.Contains(call);

    private void Add(BlockSyntax block, bool inLoop)
    {
        foreach (var statement in block.Statements)
        {
            var isLoop = statement is WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax or GenericForStatementSyntax;
            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Add(expression, inLoop || (isLoop && statement is WhileStatementSyntax or RepeatStatementSyntax));
            }

            if (statement is not (LocalFunctionStatementSyntax or FunctionStatementSyntax))
            {
                foreach (var inner in SyntaxWalk.BlocksOf(statement))
                {
                    Add(inner, inLoop || isLoop);
                }
            }
        }
    }

    private void Add(ExpressionSyntax expression, bool inLoop)
    {
        if (expression is FieldExpressionSyntax or IndexExpressionSyntax or CallExpressionSyntax or MethodCallExpressionSyntax
            or UnaryExpressionSyntax or BinaryExpressionSyntax { Operator: not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Equal or BinaryOperator.NotEqual) })
        {
            HasOperators |= !inLoop;
            HasOperatorsInLoops |= inLoop;
        }

        if (inLoop && expression is CallExpressionSyntax or MethodCallExpressionSyntax)
        {
            _inLoops.Add(expression);
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Add(child, inLoop);
        }
    }
}
