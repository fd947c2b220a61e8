using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Chooses functions of which a second C# method is worth having, with parameters, variables and reads of the types that they probably have
/// (<see cref="TypeGuesses"/>, or literals beside a parameter). That proves nothing: the general method asks at its entry, and the copy asks where
/// it reads (<see cref="GuardPlan"/>).
/// </summary>
internal static class TypedCopies
{
    // Longer functions are left alone: the copy would make the text much longer and the entry matters little.
    private const int MaximumLength = 12000;

    // Each is asked for in its turn where a value is called.
    private const int MaximumTargets = 3;

    /// <summary>Binds and analyses the chunk once more for the copies; null when there are none.</summary>
    /// <param name="bound">The analysed chunk. Its functions get their <see cref="FunctionSymbol.TypedCopy"/>.</param>
    /// <param name="unknownMayWait">Whether a callee of which nothing is known may wait.</param>
    public static BoundChunk? Choose(BoundChunk bound, bool unknownMayWait)
    {
        if (bound.HasManyFunctions || !bound.Functions.Exists(IsSuitable))
        {
            return null;
        }

        var copies = ChunkBinder.Bind(bound.Input);
        copies.CanBlock = bound.CanBlock;
        FunctionAnalysis.Run(copies, unknownMayWait);
        var guesses = TypeGuesses.Of(copies);

        var holding = FindHolding(copies);

        // A function at the place of an expression gets a copy only when it makes no others, which might hold what is handed to it.
        var around = new HashSet<FunctionSymbol>();
        foreach (var function in copies.Functions)
        {
            if (function.Parent is { } parent)
            {
                around.Add(parent);
            }
        }

        for (var i = 0; i < copies.Functions.Count; i++)
        {
            var function = copies.Functions[i];
            var general = bound.Functions[i];
            if (function.Placement == FunctionPlacement.Method)
            {
                function.General = general;
            }

            if (!IsSuitable(general) || (function.Placement == FunctionPlacement.Lambda && around.Contains(function)))
            {
                continue;
            }

            if (!holding.Contains(function) && !RenewsHeldParameters(function) && CanExit(function.Block))
            {
                GuessInside(copies, function, function.Block, guesses);
            }

            if (GuessParameters(copies, function, guesses) || function.HasExits)
            {
                function.General = general;
                general.TypedCopy = function;
            }
        }

        foreach (var function in copies.Functions)
        {
            foreach (var site in function.Calls)
            {
                AddProbableTargets(bound, copies, site, guesses);
            }
        }

        TypeInference.RunCopies(copies, bound);
        foreach (var function in copies.Functions.FindAll(static f => !f.IsChunk && !f.IsAsync))
        {
            foreach (var site in function.Calls)
            {
                if (site is { IsTail: false, IsStatement: false } && GuessResult(copies, site, guesses) is not LuaTypes.None and var guess
                    && TypeInference.TypeOf(copies, site.Syntax) != guess)
                {
                    copies.GuessedResults.Add(site.Syntax);
                }
            }
        }

        return bound.Functions.Exists(static f => f.TypedCopy is not null) ? copies : null;
    }

    // What a function is given as a comparison or the like is probably one of a few functions, which can be called by their names.
    private static void AddProbableTargets(BoundChunk bound, BoundChunk copies, CallSite site, TypeGuesses guesses)
    {
        if (site is not { Target: null, IsTail: false, MayWait: false, Syntax: CallExpressionSyntax { Callee: NameExpressionSyntax name } }
            || !copies.Locals.TryGetValue(name, out var local))
        {
            return;
        }

        var targets = new List<FunctionSymbol>();
        foreach (var function in guesses.FunctionsOf(local))
        {
            targets.Add(bound.Functions[copies.Functions.IndexOf(function)]);
        }

        if (targets.Count is > 0 and <= MaximumTargets && targets.TrueForAll(CanBeCalledByName))
        {
            copies.ProbableTargets[site.Syntax] = targets;
        }
    }

    private static bool CanBeCalledByName(FunctionSymbol function) =>
        function is { IsAsync: false, IsResumable: false, HasVararg: false, NeedsCallers: false, MayReturnTailCall: false, Shape: ResultShape.Single, Parameters.Count: <= 3 }
        && (function is { Placement: FunctionPlacement.Method, IsUsedAsValue: true } || (function.IsClosedByValue && function.Kept.Count == 0));

    private static LuaTypes GuessResult(BoundChunk copies, CallSite site, TypeGuesses guesses) => site switch
    {
        { Target: { Shape: ResultShape.Single, IsAsync: false } target, Syntax: CallExpressionSyntax } => guesses.OfResult(target),
        { MayWait: true } or { IsMultiple: true } => LuaTypes.None,
        { Target: null, Syntax: MethodCallExpressionSyntax call } when LibraryCalls.StringOf(copies, call) is null => guesses.OfCall(call),
        { Target: null, Syntax: CallExpressionSyntax call } when copies.GetHostPath(call.Callee) is var path
            && (path is null || (copies.KnowsHostResults && path is "math.floor" or "math.ceil" or "math.random" && !copies.Guards.ContainsKey(call))) => guesses.OfCall(call),
        _ => LuaTypes.None,
    };

    // Functions with variables that cannot be handed over to another method, because closures hold them. A function that is only called is none: the other method
    // has one of its own, and no call of it is going on when a statement of the function around is left.
    private static HashSet<FunctionSymbol> FindHolding(BoundChunk bound)
    {
        var holding = new HashSet<FunctionSymbol>();
        foreach (var function in bound.Functions)
        {
            foreach (var local in function.Upvalues)
            {
                if (!IsOnlyCalled(function) && !(local.Writes == 0 && function.IsClosedByValue))
                {
                    holding.Add(local.Owner);
                }
            }

            if (function is { IsChunk: false, Placement: not FunctionPlacement.Method } && function.Local?.KnownFunction == function && !IsOnlyCalled(function))
            {
                holding.Add(function.Parent!);
            }
        }

        return holding;
    }

    // The call of itself at the end gives each round parameters of its own for what holds them.
    private static bool RenewsHeldParameters(FunctionSymbol function) => function.HasSelfTailCall && function.Parameters.Exists(static p => p.IsCaptured);

    private static bool IsOnlyCalled(FunctionSymbol function) => function.IsLifted || function is { Placement: FunctionPlacement.LocalFunction, IsUsedAsValue: false, IsAsync: false };

    private static bool IsSuitable(FunctionSymbol function) =>
        !function.IsAsync
        && (function is { Placement: FunctionPlacement.Method, IsChunk: false, HasVararg: false, NeedsCallers: false } || (function.IsClosedByValue && function.Kept.Count == 0))
        && function.Body!.Span.Length <= MaximumLength;

    private static bool CanExit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is FunctionStatementSyntax or GenericForStatementSyntax { Variables.Count: > 2 }
                or IfStatementSyntax { Clauses.Count: > IfStatementSyntax.UsualClauses }
                || statement is LabelStatementSyntax label && label.Name.Text.StartsWith("at", StringComparison.Ordinal))
            {
                return false;
            }

            foreach (var inner in OwnBlocksOf(statement))
            {
                if (!CanExit(inner))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The blocks inside a statement that belong to the same function.
    private static IEnumerable<BlockSyntax> OwnBlocksOf(StatementSyntax statement) =>
        statement is LocalFunctionStatementSyntax ? [] : SyntaxWalk.BlocksOf(statement);

    private static void GuessInside(BoundChunk copies, FunctionSymbol function, BlockSyntax block, TypeGuesses guesses)
    {
        foreach (var local in copies.Scopes[block].Locals)
        {
            // What is assigned elsewhere cannot be asked for its type there.
            if (!local.IsAssignedInside && (local.Kind == LocalKind.Local || local.Declaration is VariableSyntax))
            {
                local.Guess = guesses.Of(local);
                function.HasExits |= local.Guess != LuaTypes.None;
            }
        }

        foreach (var statement in block.Statements)
        {
            if (statement is NumericForStatementSyntax numeric)
            {
                // The loop itself tells the type.
                copies.Locals[numeric.Variable].Guess = LuaTypes.None;
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                GuessInside(copies, function, expression, guesses);
            }

            foreach (var inner in OwnBlocksOf(statement))
            {
                GuessInside(copies, function, inner, guesses);
            }
        }
    }

    private static void GuessInside(BoundChunk copies, FunctionSymbol function, ExpressionSyntax expression, TypeGuesses guesses)
    {
        var type = expression switch
        {
            FieldExpressionSyntax or IndexExpressionSyntax { Key: StringLiteralSyntax } when !guesses.IsNeverNil(expression) =>
                guesses.OfRead(expression) & ~LuaTypes.Boolean,
            FieldExpressionSyntax or IndexExpressionSyntax => guesses.OfRead(expression),
            NameExpressionSyntax name when copies.Locals.TryGetValue(name, out var local) && local is { IsField: true, KnownFunction: null } => guesses.OfShared(local) & ~LuaTypes.Boolean,
            UnaryExpressionSyntax { Operator: UnaryOperator.Length } => LuaTypes.Integer,
            CallExpressionSyntax { Arguments.Count: 1 } call when copies.KnowsHostResults && copies.GetHostPath(call.Callee) is "math.floor" or "math.ceil" =>
                LuaTypes.Integer,
            CallExpressionSyntax { Arguments.Count: 2 } call when copies.KnowsHostResults && copies.GetHostPath(call.Callee) is "string.byte" => LuaTypes.Integer,
            MethodCallExpressionSyntax { Name.Text: "byte", Arguments.Count: 1 } => LuaTypes.Integer,
            _ => LuaTypes.None,
        };
        if (type != LuaTypes.None && (expression is NameExpressionSyntax || TypeInference.TypeOf(copies, expression) is LuaTypes.Any or LuaTypes.Number or (LuaTypes.Integer | LuaTypes.Nil)))
        {
            copies.Guards[expression] = type;
            if (expression is NameExpressionSyntax || guesses.IsNeverNil(expression))
            {
                copies.PresentReads.Add(expression);
            }

            function.HasExits = true;
        }

        if (expression is FieldExpressionSyntax access && guesses.FindInRecord(access) is { } place)
        {
            copies.Records[access] = place;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            GuessInside(copies, function, child, guesses);
        }
    }

    private static bool GuessParameters(BoundChunk bound, FunctionSymbol function, TypeGuesses guesses)
    {
        var evidence = new Dictionary<LocalSymbol, LuaTypes>();
        Collect(bound, function.Block, evidence);
        var any = false;
        foreach (var parameter in function.Parameters)
        {
            if (parameter.IsByReference || parameter.Types is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean or LuaTypes.String or LuaTypes.Table)
            {
                continue;
            }

            var guess = guesses.Of(parameter);
            evidence.TryGetValue(parameter, out var used);
            var isText = (used & LuaTypes.String) != 0 || (guess == LuaTypes.String && (used & LuaTypes.Other) != 0); // the latter is compared
            isText &= (used & LuaTypes.Nil) == 0;
            if (isText)
            {
                guess = LuaTypes.String;
            }
            else if (guess is LuaTypes.None && !guesses.IsKnown(parameter))
            {
                guess = (used & ~LuaTypes.Nil) == LuaTypes.Float ? LuaTypes.Float : used & LuaTypes.Integer;
            }

            parameter.Guess = guess;
            parameter.IsGuessUsed = guess is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Table || isText;
            any |= parameter.IsGuessUsed;
        }

        return any;
    }

    // What stands beside the variables of a function: Integer or Float for literals and operators of that type, Other for numbers of some kind; String for what
    // functions of strings are called with; Nil for what is asked for its type, so that it may be anything.
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
        else if (LibraryCalls.Find(bound, expression) is { Method: "TypeOf" } asked)
        {
            Add(bound, asked.Arguments[0], LuaTypes.Nil, evidence);
        }
        else if (LibraryCalls.StringOf(bound, expression) is { } text)
        {
            Add(bound, text, LuaTypes.String, evidence);
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
