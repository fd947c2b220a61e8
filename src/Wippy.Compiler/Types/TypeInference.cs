using System;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// Infers what locals, parameters of known functions and their results may hold: the least solution over the whole chunk.
/// Only what is proven counts; annotations claim and are not used.
/// </summary>
internal sealed class TypeInference
{
    // Types of deeper expressions are kept, once nothing changes any more: they are asked for at each level.
    private const int KeptDepth = 40;

    private readonly BoundChunk _bound;
    private bool _changed;

    // Typed copies take the types of variables outside from the general chunk, also where they are in code that never runs, and of those that are handed
    // over by reference.
    private bool _areFieldsKnown;

    private TypeInference(BoundChunk bound) => _bound = bound;

    /// <summary>Completes the types of all symbols.</summary>
    public static void Run(BoundChunk bound)
    {
        var inference = new TypeInference(bound);
        foreach (var function in bound.Functions)
        {
            if (function.IsUsedAsValue || function.IsChunk)
            {
                foreach (var parameter in function.Parameters)
                {
                    parameter.Types = LuaTypes.Any;
                }
            }
        }

        // Results spread to callers, arguments to callees: by turns from the first function to the last and back, so that neither takes a turn for each call.
        var functions = bound.Functions.ToArray();
        do
        {
            inference._changed = false;
            foreach (var function in functions)
            {
                foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
                {
                    inference.Visit(statement, function);
                }

                inference.VisitCallers(function, false);
            }

            Array.Reverse(functions);
        }
        while (inference._changed);

        Complete(bound);
    }

    /// <summary>What an expression may be; <see cref="LuaTypes.None"/> while nothing is known yet.</summary>
    public static LuaTypes TypeOf(BoundChunk bound, ExpressionSyntax expression)
    {
        if (expression.Depth <= KeptDepth || bound.SettledTypes is not { } settled)
        {
            return FindType(bound, expression);
        }

        if (!settled.TryGetValue(expression, out var types))
        {
            settled.Add(expression, types = FindType(bound, expression));
        }

        return types;
    }

    private static LuaTypes FindType(BoundChunk bound, ExpressionSyntax expression)
    {
        if (bound.Guards.TryGetValue(expression, out var guarded))
        {
            return guarded;
        }

        switch (expression)
        {
            case NilExpressionSyntax:
                return LuaTypes.Nil;
            case TrueExpressionSyntax or FalseExpressionSyntax:
                return LuaTypes.Boolean;
            case NumberLiteralSyntax number:
                return number.IsInteger ? LuaTypes.Integer : LuaTypes.Float;
            case StringLiteralSyntax:
                return LuaTypes.String;
            case FunctionExpressionSyntax:
                return LuaTypes.Other;
            case TableConstructorSyntax:
                return LuaTypes.Table;
            case NameExpressionSyntax name:
                return !bound.Locals.TryGetValue(name, out var local) ? LuaTypes.Any
                    : local.KnownFunction is not null ? LuaTypes.Other : local.Types;
            case ParenthesizedExpressionSyntax inner:
                return TypeOf(bound, inner.Expression);
            case CastExpressionSyntax cast:
                return TypeOf(bound, cast.Operand);
            case NonNilExpressionSyntax nonNil:
                return TypeOf(bound, nonNil.Operand);
            case FieldExpressionSyntax field:
                return (bound.KnowsHostResults ? bound.GetHostPath(field) : null) switch
                {
                    "math.pi" or "math.huge" => LuaTypes.Float,
                    "math.maxinteger" or "math.mininteger" => LuaTypes.Integer,
                    _ => LuaTypes.Any,
                };
            case CallExpressionSyntax call:
                return bound.Calls[call].Target is { } target
                    ? target.Shape == ResultShape.Single ? Resolve(bound, call, target).ResultTypes : LuaTypes.Any
                    : bound.KnowsHostResults && bound.GetHostPath(call.Callee) is { } path ? HostResult(bound, path, call) : LuaTypes.Any;
            case MethodCallExpressionSyntax call:
                return OfMethodCall(bound, call);
            case UnaryExpressionSyntax unary:
                return OfUnary(unary.Operator, TypeOf(bound, unary.Operand));
            case BinaryExpressionSyntax { Operator: BinaryOperator.Or } binary when binary.Left.Unwrap() is BinaryExpressionSyntax { Operator: BinaryOperator.And } choice:
                // Whatever the condition is: when it does not hold, it is not the result.
                return OfBinary(BinaryOperator.Or, TypeOf(bound, choice.Right), TypeOf(bound, binary.Right)) | TypeOf(bound, binary.Right);
            case BinaryExpressionSyntax binary:
                return OfBinary(binary.Operator, TypeOf(bound, binary.Left), TypeOf(bound, binary.Right));
            default:
                return LuaTypes.Any;
        }
    }

    /// <summary>The method that a call of a known function reaches: the typed copy when the arguments are proven to be right for it.</summary>
    public static FunctionSymbol Resolve(BoundChunk bound, CallExpressionSyntax call, FunctionSymbol target)
    {
        var general = target.General ?? target;
        if (general.TypedCopy is not { } copy)
        {
            return general;
        }

        var arguments = call.Arguments;
        for (var i = 0; i < copy.Parameters.Count; i++)
        {
            var guess = copy.Parameters[i].Guess;
            if (guess != LuaTypes.None
                && (i >= arguments.Count || (i == arguments.Count - 1 && i < copy.Parameters.Count - 1 && IsOpen(arguments[i]))
                    || !IsWithin(TypeOf(bound, arguments[i]), guess)))
            {
                return general;
            }
        }

        return !copy.IsLifted || TakesHeld(target, copy) ? copy : general;
    }

    // Whether the variables that a lifted function uses have the types that its copy takes them for, where it is called as "target".
    private static bool TakesHeld(FunctionSymbol target, FunctionSymbol copy)
    {
        var held = target.Held;
        var types = copy.HeldTypes;
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i] != LuaTypes.None && !IsWithin(held[i].Types, types[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Infers the types inside the typed copies. Everything outside keeps the types of the general chunk, which hold for each way to run it.
    /// Guesses that do not hold are dropped, with them copies that have none left.
    /// </summary>
    public static void RunCopies(BoundChunk copies, BoundChunk general)
    {
        var inference = new TypeInference(copies) { _areFieldsKnown = true };
        var functions = copies.Functions.ToArray();
        do
        {
            inference.Prepare(general);
            do
            {
                inference._changed = false;
                foreach (var function in functions)
                {
                    if (CopyAround(function) is { } copy)
                    {
                        foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
                        {
                            inference.Visit(statement, function);
                        }

                        inference.VisitCallers(function, copy == function);
                    }
                }

                Array.Reverse(functions);
            }
            while (inference._changed);
        }
        while (GuardPlan.Make(copies, general) | DropGuesses(copies));

        Complete(copies);
    }

    private void Prepare(BoundChunk general)
    {
        foreach (var pair in _bound.Scopes)
        {
            var inside = CopyAround(pair.Value.Function) is not null;
            for (var i = 0; i < pair.Value.Locals.Count; i++)
            {
                var local = pair.Value.Locals[i];
                local.Types = inside && !local.IsByReference ? local.Guess : general.Scopes[pair.Key].Locals[i].Types;
            }
        }

        for (var i = 0; i < _bound.Functions.Count; i++)
        {
            var function = _bound.Functions[i];
            var copy = CopyAround(function);

            // What goes on in the general way may end with anything.
            function.ResultTypes = copy is null || function.HasExits ? general.Functions[i].ResultTypes : LuaTypes.None;
            for (var p = 0; p < function.Parameters.Count; p++)
            {
                var parameter = function.Parameters[p];
                parameter.Types = copy is null || function == copy || parameter.IsByReference
                    ? parameter.Guess != LuaTypes.None ? parameter.Guess : general.Functions[i].Parameters[p].Types
                    : function.IsUsedAsValue ? LuaTypes.Any : LuaTypes.None;
            }
        }
    }

    private static bool DropGuesses(BoundChunk copies)
    {
        var dropped = false;
        foreach (var function in copies.Functions)
        {
            if (function.General?.TypedCopy != function)
            {
                continue;
            }

            foreach (var parameter in function.Parameters)
            {
                if (parameter.Guess != LuaTypes.None && parameter.Types != parameter.Guess)
                {
                    parameter.Guess = LuaTypes.None;
                    dropped = true;
                }
            }

            // What is held is asked for one type at the entry, as the parameters are.
            if ((!function.HasExits && function.Parameters.TrueForAll(static p => p.Guess == LuaTypes.None || !p.IsGuessUsed))
                || !function.HeldTypes.TrueForAll(static t => t is LuaTypes.None or LuaTypes.Boolean or LuaTypes.Integer or LuaTypes.Float or LuaTypes.String or LuaTypes.Table))
            {
                Drop(copies, function);
                dropped = true;
            }
        }

        return dropped;
    }

    private static void Drop(BoundChunk copies, FunctionSymbol copy)
    {
        copy.General!.TypedCopy = null;
        if (copy.Placement == FunctionPlacement.Method)
        {
            return;
        }

        // It is part of the copy that it stands in, if any.
        copy.General = null;
        copy.HasExits = false;
        foreach (var local in copies.Scopes[copy.Block].LocalsOfFunction)
        {
            local.Guess = LuaTypes.None;
        }
    }

    // The typed copy that a function of the chunk of the copies is or stands in.
    private static FunctionSymbol? CopyAround(FunctionSymbol function)
    {
        for (var outer = function; outer is not null; outer = outer.Parent)
        {
            if (outer.General is { } general)
            {
                return general.TypedCopy;
            }
        }

        return null;
    }

    // Methods of strings are those of the library: their metatable cannot be changed.
    private static LuaTypes OfMethodCall(BoundChunk bound, MethodCallExpressionSyntax call)
    {
        switch (call.Name.Text)
        {
            case "sub" or "byte" or "len" or "lower" or "upper" or "rep" or "reverse" or "format":
                break;
            default:
                return LuaTypes.Any;
        }

        var receiver = TypeOf(bound, call.Object);
        return receiver == LuaTypes.None ? LuaTypes.None
            : receiver != LuaTypes.String ? LuaTypes.Any
            : call.Name.Text switch
            {
                "len" => LuaTypes.Integer,
                "byte" => LibraryCalls.Find(bound, call)?.Result ?? LuaTypes.Any,
                _ => LuaTypes.String,
            };
    }

    private static LuaTypes HostResult(BoundChunk bound, string path, CallExpressionSyntax call)
    {
        var arguments = call.Arguments;
        switch (path)
        {
            case "string.byte":
                return LibraryCalls.Find(bound, call)?.Result ?? LuaTypes.Any;
            case "tostring" or "type" or "string.format" or "string.rep" or "string.sub" or "string.lower" or "string.upper" or "string.reverse"
                or "string.char" or "table.concat":
                return LuaTypes.String;
            case "math.sqrt" or "math.sin" or "math.cos" or "math.tan" or "math.exp" or "math.log" or "os.clock":
                return LuaTypes.Float;
            case "string.len":
                return LuaTypes.Integer;
            case "rawequal":
                return LuaTypes.Boolean;
            case "setmetatable" or "table.pack":
                return LuaTypes.Table;
            case "math.random":
                return arguments.Count == 0 ? LuaTypes.Float : FunctionAnalysis.IsOpen(bound, arguments[arguments.Count - 1]) ? LuaTypes.Number : LuaTypes.Integer;
            case "math.abs" or "math.floor" or "math.ceil" or "math.max" or "math.min":
                break;
            default:
                return LuaTypes.Any;
        }

        // The type of the arguments is the type of the result, unless they are converted or may be compared in another way.
        var types = LuaTypes.None;
        foreach (var argument in arguments)
        {
            var type = TypeOf(bound, argument);
            if (type == LuaTypes.None)
            {
                return LuaTypes.None;
            }

            types |= type;
        }

        if (arguments.Count == 0 || FunctionAnalysis.IsOpen(bound, arguments[arguments.Count - 1]) || !IsWithin(types, LuaTypes.Number))
        {
            return path is "math.max" or "math.min" ? LuaTypes.Any : LuaTypes.Number;
        }

        return path is "math.floor" or "math.ceil" && types != LuaTypes.Integer ? LuaTypes.Number : types;
    }

    /// <summary>Whether every value of these types is one of the bounds.</summary>
    public static bool IsWithin(LuaTypes types, LuaTypes bounds) => (types & ~bounds) == 0;

    /// <summary>Whether a variable has a guessed type that the value at its place in an assignment, or the result of a call there, may not have.</summary>
    public static bool MayMissGuess(BoundChunk bound, LocalSymbol local, EquatableArray<ExpressionSyntax> values, int place) =>
        local.Guess != LuaTypes.None && !(place < values.Count && IsWithin(TypeOf(bound, values[place]), local.Guess));

    private static LuaTypes OfUnary(UnaryOperator op, LuaTypes operand)
    {
        if (op == UnaryOperator.Not)
        {
            return LuaTypes.Boolean;
        }

        if (operand == LuaTypes.None)
        {
            return LuaTypes.None;
        }

        return op switch
        {
            UnaryOperator.Negate when IsWithin(operand, LuaTypes.Number) => operand,
            UnaryOperator.BitwiseNot when IsWithin(operand, LuaTypes.Number) => LuaTypes.Integer,
            UnaryOperator.Length when operand == LuaTypes.String => LuaTypes.Integer,
            _ => LuaTypes.Any,
        };
    }

    private static LuaTypes OfBinary(BinaryOperator op, LuaTypes left, LuaTypes right)
    {
        switch (op)
        {
            case BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual
                or BinaryOperator.Equal or BinaryOperator.NotEqual:
                return LuaTypes.Boolean;
            case BinaryOperator.And:
                return (left & (LuaTypes.Nil | LuaTypes.Boolean)) | (IsWithin(left, LuaTypes.Nil) ? LuaTypes.None : right);
            case BinaryOperator.Or:
                return (left & ~LuaTypes.Nil) | ((left & (LuaTypes.Nil | LuaTypes.Boolean)) == 0 ? LuaTypes.None : right);
            default:
                break;
        }

        if (left == LuaTypes.None || right == LuaTypes.None)
        {
            return LuaTypes.None;
        }

        if (op == BinaryOperator.Concat)
        {
            return IsWithin(left | right, LuaTypes.String | LuaTypes.Number) ? LuaTypes.String : LuaTypes.Any;
        }

        if (!IsWithin(left | right, LuaTypes.Number))
        {
            return LuaTypes.Any;
        }

        return op switch
        {
            BinaryOperator.Divide or BinaryOperator.Power => LuaTypes.Float,
            BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor
                or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => LuaTypes.Integer,
            _ when left == LuaTypes.Integer && right == LuaTypes.Integer => LuaTypes.Integer,
            _ when left == LuaTypes.Float || right == LuaTypes.Float => LuaTypes.Float,
            _ => LuaTypes.Number,
        };
    }

    private static void Complete(BoundChunk bound)
    {
        foreach (var scope in bound.Scopes.Values)
        {
            foreach (var local in scope.Locals)
            {
                if (local.Types == LuaTypes.None)
                {
                    local.Types = LuaTypes.Any; // never given a value: code that never runs
                }
            }
        }

        foreach (var function in bound.Functions)
        {
            if (function.ResultTypes == LuaTypes.None)
            {
                function.ResultTypes = LuaTypes.Any;
            }
        }
    }

    private LuaTypes TypeOf(ExpressionSyntax expression) => TypeOf(_bound, expression);

    // A value of another type leaves the copy when it is assigned.
    private void Assign(LocalSymbol local, LuaTypes types) =>
        Join(local, local.Guess != LuaTypes.None && local.Owner.HasExits ? LuaTypes.None : types);

    private void Join(LocalSymbol local, LuaTypes types)
    {
        if ((local.Types | types) != local.Types && !(_areFieldsKnown && (local.IsField || local.IsByReference)))
        {
            local.Types |= types;
            _changed = true;
        }
    }

    private void Visit(StatementSyntax statement, FunctionSymbol function)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                for (var i = 0; i < local.Variables.Count; i++)
                {
                    Assign(_bound.Locals[local.Variables[i]], ValueAt(local.Values, i));
                }

                break;
            case LocalFunctionStatementSyntax local:
                Join(_bound.Locals[local.Name], LuaTypes.Other);
                break;
            case FunctionStatementSyntax { Names.Count: 1, Method: null } named when _bound.Locals.TryGetValue(named.Names[0], out var local):
                Join(local, LuaTypes.Other);
                break;
            case AssignmentStatementSyntax assignment:
                for (var i = 0; i < assignment.Targets.Count; i++)
                {
                    if (_bound.Locals.TryGetValue(assignment.Targets[i], out var local))
                    {
                        Assign(local, ValueAt(assignment.Values, i));
                    }
                }

                break;
            case NumericForStatementSyntax numeric:
                Join(_bound.Locals[numeric.Variable], LoopType(numeric));
                break;
            case GenericForStatementSyntax generic:
                foreach (var variable in generic.Variables)
                {
                    Assign(_bound.Locals[variable], LuaTypes.Any);
                }

                break;
            case ReturnStatementSyntax @return when function.Shape == ResultShape.Single && !function.HasExits:
                JoinResult(function, @return.Values.Count == 0 ? LuaTypes.Nil : ValueAt(@return.Values, 0));
                break;
            default:
                break;
        }
    }

    private LuaTypes LoopType(NumericForStatementSyntax loop)
    {
        var initial = TypeOf(loop.Initial);
        var step = loop.Step is { } given ? TypeOf(given) : LuaTypes.Integer;
        return initial == LuaTypes.None || step == LuaTypes.None ? LuaTypes.None
            : initial == LuaTypes.Integer && step == LuaTypes.Integer ? LuaTypes.Integer
            : initial == LuaTypes.Float || step == LuaTypes.Float ? LuaTypes.Float
            : LuaTypes.Number;
    }

    // The other callers of a typed copy are those whose arguments are right for it.
    private void VisitCallers(FunctionSymbol function, bool jumpsOnly)
    {
        if (function.Shape == ResultShape.Single && function.FallsThrough)
        {
            JoinResult(function, LuaTypes.Nil);
        }

        if (function.IsUsedAsValue && !jumpsOnly)
        {
            return;
        }

        foreach (var site in function.Callers)
        {
            if (jumpsOnly && !(site.IsTail && site.Caller == function))
            {
                continue;
            }

            var arguments = ((CallExpressionSyntax)site.Syntax).Arguments;
            for (var i = 0; i < function.Parameters.Count; i++)
            {
                Join(function.Parameters[i], ValueAt(arguments, i));
            }
        }
    }

    private void JoinResult(FunctionSymbol function, LuaTypes types)
    {
        if ((function.ResultTypes | types) != function.ResultTypes)
        {
            function.ResultTypes |= types;
            _changed = true;
        }
    }

    // The value that place i of a list gets; what a call or "..." at the end fills may be anything.
    private LuaTypes ValueAt(EquatableArray<ExpressionSyntax> values, int i)
    {
        if (i < values.Count)
        {
            return TypeOf(values[i]);
        }

        return values.Count > 0 && IsOpen(values[values.Count - 1]) ? LuaTypes.Any : LuaTypes.Nil;
    }

    /// <summary>Whether an expression at the end of a list gives any number of values.</summary>
    public static bool IsOpen(ExpressionSyntax value) => value switch
    {
        CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax => true,
        CastExpressionSyntax cast => IsOpen(cast.Operand),
        NonNilExpressionSyntax nonNil => IsOpen(nonNil.Operand),
        _ => false,
    };
}
