using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Chooses functions of which a second C# method is worth having, with parameters that are C# numbers. Annotations and literals beside a parameter
/// suggest the type; they prove nothing, so the general method asks at its entry and goes on by itself when a value is of another type.
/// </summary>
internal static class TypedCopies
{
    // Longer functions are left alone: the copy would make the text much longer and the entry matters little.
    private const int MaximumLength = 6000;

    /// <summary>Binds and analyses the chunk once more for the copies; null when there are none.</summary>
    /// <param name="bound">The analysed chunk. Its functions get their <see cref="FunctionSymbol.TypedCopy"/>.</param>
    /// <param name="unknownMayWait">Whether a callee of which nothing is known may wait.</param>
    public static BoundChunk? Choose(BoundChunk bound, bool unknownMayWait)
    {
        var guesses = new Dictionary<int, LuaTypes[]>();
        for (var i = 0; i < bound.Functions.Count; i++)
        {
            if (IsSuitable(bound.Functions[i]) && Guess(bound, bound.Functions[i]) is { } types)
            {
                guesses.Add(i, types);
            }
        }

        if (guesses.Count == 0)
        {
            return null;
        }

        var copies = ChunkBinder.Bind(bound.Input);
        copies.CanBlock = bound.CanBlock;
        FunctionAnalysis.Run(copies, unknownMayWait);
        for (var i = 0; i < copies.Functions.Count; i++)
        {
            var function = copies.Functions[i];
            var general = bound.Functions[i];
            if (function.Placement == FunctionPlacement.Method)
            {
                function.General = general;
            }

            if (guesses.TryGetValue(i, out var types))
            {
                general.TypedCopy = function;
                for (var p = 0; p < types.Length; p++)
                {
                    function.Parameters[p].Guess = types[p];
                }
            }
        }

        TypeInference.RunCopies(copies, bound);
        return bound.Functions.Exists(static f => f.TypedCopy is not null) ? copies : null;
    }

    private static bool IsSuitable(FunctionSymbol function) =>
        function is { Placement: FunctionPlacement.Method, IsChunk: false, IsAsync: false, HasVararg: false, MayReturnTailCall: false, NeedsCallerPosition: false }
        && function.Parameters.Count > 0 && function.Body!.Span.Length <= MaximumLength;

    private static LuaTypes[]? Guess(BoundChunk bound, FunctionSymbol function)
    {
        var evidence = new Dictionary<LocalSymbol, LuaTypes>();
        Collect(bound, function.Block, evidence);
        var result = new LuaTypes[function.Parameters.Count];
        var any = false;
        for (var i = 0; i < result.Length; i++)
        {
            var parameter = function.Parameters[i];
            if (parameter.Types is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean or LuaTypes.String)
            {
                continue;
            }

            var given = LuaTypes.None;
            foreach (var site in function.Callers)
            {
                var arguments = ((CallExpressionSyntax)site.Syntax).Arguments;
                var type = i < arguments.Count ? TypeInference.TypeOf(bound, arguments[i]) : LuaTypes.Nil;
                given |= type is LuaTypes.Integer or LuaTypes.Float ? type : LuaTypes.None;
            }

            evidence.TryGetValue(parameter, out var used);
            var annotation = (parameter.Declaration as ParameterSyntax)?.Type;
            var name = annotation is NamedTypeSyntax { Names: { Count: 1 } names } ? names[0].Text : null;
            result[i] = name switch
            {
                "integer" => LuaTypes.Integer,
                "number" => given == LuaTypes.Integer ? LuaTypes.Integer : LuaTypes.Float,
                _ when annotation is not null || used == LuaTypes.None => LuaTypes.None,
                _ when given is LuaTypes.Integer or LuaTypes.Float => given,
                _ when given != LuaTypes.None => LuaTypes.None,
                _ => used == LuaTypes.Float ? LuaTypes.Float : (used & LuaTypes.Integer),
            };
            any |= result[i] != LuaTypes.None;
        }

        return any ? result : null;
    }

    // What stands beside the variables of a function: Integer or Float for literals and operators of that type, Other for numbers of some kind.
    private static void Collect(BoundChunk bound, BlockSyntax block, Dictionary<LocalSymbol, LuaTypes> evidence)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is NumericForStatementSyntax loop)
            {
                Add(bound, loop.Initial, LuaTypes.Integer, evidence);
                Add(bound, loop.Limit, LuaTypes.Integer, evidence);
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Collect(bound, expression, evidence);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Collect(bound, inner, evidence);
            }
        }
    }

    private static void Collect(BoundChunk bound, ExpressionSyntax expression, Dictionary<LocalSymbol, LuaTypes> evidence)
    {
        if (expression is BinaryExpressionSyntax binary
            && binary.Operator is not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Concat or BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            Add(bound, binary.Left, Beside(binary, binary.Right), evidence);
            Add(bound, binary.Right, Beside(binary, binary.Left), evidence);
        }
        else if (expression is IndexExpressionSyntax index)
        {
            Add(bound, index.Key, LuaTypes.Other, evidence);
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Collect(bound, child, evidence);
        }
    }

    private static LuaTypes Beside(BinaryExpressionSyntax binary, ExpressionSyntax other) => binary.Operator switch
    {
        BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight
            or BinaryOperator.FloorDivide or BinaryOperator.Modulo => LuaTypes.Integer,
        _ => other is NumberLiteralSyntax number ? number.IsInteger ? LuaTypes.Integer : LuaTypes.Float : LuaTypes.Other,
    };

    private static void Add(BoundChunk bound, ExpressionSyntax operand, LuaTypes type, Dictionary<LocalSymbol, LuaTypes> evidence)
    {
        if (operand is NameExpressionSyntax name && bound.Locals.TryGetValue(name, out var local))
        {
            evidence.TryGetValue(local, out var known);
            evidence[local] = known | type;
        }
    }
}
