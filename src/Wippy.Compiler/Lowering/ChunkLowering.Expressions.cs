using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Expressions.</content>
internal sealed partial class ChunkLowering
{
    private LuaTypes TypeOf(ExpressionSyntax expression) => TypeInference.TypeOf(_bound, expression);

    // Whether leaving out the evaluation changes nothing.
    private bool IsPure(ExpressionSyntax expression) => expression.Unwrap() switch
    {
        NilExpressionSyntax or TrueExpressionSyntax or FalseExpressionSyntax or NumberLiteralSyntax or StringLiteralSyntax or VarargExpressionSyntax => true,
        NameExpressionSyntax name => _bound.Locals.ContainsKey(name),
        _ => false,
    };

    private static CsExpression Coerce(CsExpression value, CsType type)
    {
        if (value.Type == type || type == CsType.Other || value.Type == CsType.Other)
        {
            return value;
        }

        switch (type)
        {
            case CsType.Values when value.Type == CsType.Result:
                return new CsCall(CsType.Values, value, "All");
            case CsType.Value when value.Type == CsType.Result:
                return new CsCall(CsType.Value, value, "First");
            case CsType.Result when value.Type == CsType.Values:
                return new CsCall(CsType.Result, new CsAtom("LuaResult", CsType.Other), "Of", value);
            case CsType.Result when value.Type != CsType.Void:
                return AsValue(value);
            case CsType.Values when value.Type != CsType.Void:
                return new CsNew(CsType.Values, "LuaValues", [value]);
            case CsType.Value when value.Type == CsType.Values:
                return new CsMember(CsType.Value, value, "First");
            case CsType.Double when value.Type == CsType.Long:
                return new CsUnary(CsType.Double, "(double)", value);
            case CsType.Long when value.Type == CsType.Value:
                return new CsCall(CsType.Long, value, "AsInteger");
            case CsType.Double when value.Type == CsType.Value:
                return new CsCall(CsType.Double, value, "AsFloat");
            case CsType.Bool when value.Type == CsType.Value:
                return new CsCall(CsType.Bool, value, "AsBoolean");
            case CsType.String when value.Type == CsType.Value:
                return new CsCall(CsType.String, value, "AsString");
            case CsType.Table when value.Type == CsType.Value:
                return new CsCall(CsType.Table, value, "AsTable");
            default:
                return value; // an implicit conversion to LuaValue
        }
    }

    // The value with its static type LuaValue, where C# would not convert by itself.
    private static CsExpression AsValue(CsExpression value) => value.Type switch
    {
        CsType.Value => value,
        CsType.Values or CsType.Result => Coerce(value, CsType.Value),
        _ => new CsUnary(CsType.Value, "(LuaValue)", value),
    };

    /// <summary>Lowers to the proven primitive type, or to a <c>LuaValue</c>.</summary>
    private CsExpression LowerTyped(ExpressionSyntax expression) => Coerce(Lower(expression), CsTypeOf(TypeOf(expression)));

    /// <summary>Lowers to one value of whatever static type is natural.</summary>
    private CsExpression Lower(ExpressionSyntax expression)
    {
        var start = _frame.Out.Count;
        var result = LowerCore(expression);
        return result.Depth > MaximumDepth ? Cut(result, start) : result;
    }

    // Moves an expression into a local function, so that it can be evaluated in its turn. What it was lowered to begins at a statement; temporaries of its
    // own move with it: the C# compiler takes long for functions that share hundreds of variables.
    private CsExpression Cut(CsExpression value, int start)
    {
        var body = new List<CsStatement>();
        if (_frame.Out.FindIndex(start, static s => s is not (CsDeclare { Value: null } or CsFunction)) < 0)
        {
            var own = _frame.Out.GetRange(start, _frame.Out.Count - start);
            body.AddRange(own.FindAll(static s => s is CsDeclare));
            _frame.Out.RemoveRange(start, own.Count);
            _frame.Out.AddRange(own.FindAll(static s => s is CsFunction));
        }

        body.Add(new CsReturn(0, value));
        var name = NextTemporary();
        var type = value.Type is CsType.Table or CsType.Function or CsType.Other ? CsType.Value : value.Type;
        var returnType = value.HasAwait ? $"LuaTask<{TypeName(type)}>" : TypeName(type);
        _frame.Out.Add(new CsFunction(
            0, value.HasAwait ? "async" : string.Empty, returnType, name, [], new CsBlock(0, body)));
        var call = new CsCall(type, null, name);
        return value.HasAwait ? new CsAwait(type, call) : call;
    }

    private CsExpression LowerCore(ExpressionSyntax expression)
    {
        if (_bound.Guards.ContainsKey(expression))
        {
            return _guardValues[expression];
        }

        switch (expression)
        {
            case NilExpressionSyntax:
                return Nil;
            case TrueExpressionSyntax:
                return new CsAtom("true", CsType.Bool, true);
            case FalseExpressionSyntax:
                return new CsAtom("false", CsType.Bool, true);
            case NumberLiteralSyntax number:
                return number.IsInteger ? Integer(number.IntegerValue) : new CsAtom(CSharpText.Number(number.FloatValue), CsType.Double, true);
            case StringLiteralSyntax text:
                return Constant(text.Value);
            case VarargExpressionSyntax:
                return new CsMember(CsType.Value, new CsAtom("varargs", CsType.Values), "First");
            case NameExpressionSyntax name:
                return _bound.Locals.TryGetValue(name, out var local) ? Variable(local) : Global(name);
            case ParenthesizedExpressionSyntax inner:
                return Lower(inner.Expression);
            case CastExpressionSyntax cast:
                return Lower(cast.Operand);
            case NonNilExpressionSyntax nonNil:
                return Lower(nonNil.Operand);
            case FunctionExpressionSyntax function:
                return FunctionValue(_bound.FunctionOf[function.Body], function.Body);
            case FieldExpressionSyntax field:
                return LowerHostConstant(field) ?? LowerRecordField(field) ?? Indexed(Lower(field.Object), Constant(field.Name.Text), At(field.Name.Span.Start), Describe(field.Object));
            case IndexExpressionSyntax { Key: StringLiteralSyntax text } index:
                return Indexed(Lower(index.Object), Constant(text.Value), At(index.Key.Span.Start), Describe(index.Object));
            case IndexExpressionSyntax index:
                {
                    var target = Lower(index.Object);
                    var key = LowerTyped(index.Key);
                    return IsIndexedLate(index.Object) ? After(key, kept => Indexed(index, target, kept)) : Indexed(index, target, key);
                }

            case CallExpressionSyntax or MethodCallExpressionSyntax:
                return LowerCall(expression, CallUse.First);
            case UnaryExpressionSyntax unary:
                return LowerUnary(unary);
            case BinaryExpressionSyntax binary:
                return LowerBinary(binary);
            case TableConstructorSyntax table:
                return LowerTable(table);
            default:
                return Nil; // an error that the parser has reported
        }
    }

    private CsExpression Indexed(IndexExpressionSyntax index, CsExpression target, CsExpression key) => Waits(Metamethods.Index)
        ? Awaited("IndexAsync", target, key, At(index.Key.Span.Start), Text(Describe(index.Object)))
        : new CsCall(CsType.Value, null, "Index", target, key, At(index.Key.Span.Start), Text(Describe(index.Object)));

    // A field with a constant name, through a cached slot unless reading may wait.
    private CsExpression Indexed(CsExpression target, CsExpression name, CsExpression at, string? what) => Waits(Metamethods.Index)
        ? Awaited("IndexAsync", target, name, at, Text(what))
        : new CsCall(CsType.Value, null, "Index", target, name, NextSlot(), at, Text(what));

    // Whether an operator with this metamethod is awaited here.
    private bool Waits(Metamethods metamethods) => _frame.Function.IsAsync && (_bound.WaitingMetamethods & metamethods) != 0;

    private static CsMember Awaited(string method, params CsExpression[] arguments) =>
        new(CsType.Value, new CsAwait(CsType.Values, new CsCall(CsType.Other, null, method, arguments)), "First");

    private static CsAtom MetamethodName(Metamethods metamethod) => new("LuaMetamethod." + metamethod, CsType.Other, true);

    private CsExpression? LowerRecordField(FieldExpressionSyntax field)
    {
        if (TypeOf(field.Object) != LuaTypes.Table || PlaceOf(field) is not var (shape, index))
        {
            return null;
        }

        var table = LowerTyped(field.Object);
        return new CsCall(
            CsType.Value, null, "Index", table, shape, index, Constant(field.Name.Text), NextSlot(), At(field.Name.Span.Start), Text(Describe(field.Object)));
    }

    private CsAtom Variable(LocalSymbol local)
    {
        if (local.KnownFunction is not { } function)
        {
            var isKept = local.Keeper is { IsClosedByValue: true } keeper && keeper == _frame.Function;
            return new CsAtom(isKept ? Holder + "." + local.CsName : local.CsName, CsTypeOf(local), local.Writes == 0);
        }

        _usedValues.Add(function);
        return new CsAtom(function.CsValueName, CsType.Function, true);
    }

    private CsExpression Global(NameExpressionSyntax name) =>
        TypeValue(name) is { } type
            ? type
            : _bound.GetHostPath(name) is { } path && (ModuleCatalogue.Find(path) is not null || ModuleCatalogue.FindFunction(path) is not null)
            ? new CsCall(CsType.Value, Lua, "GetGlobal", Constant(name.Name), NextSlot())
            : Global(name.Name, name.Span.Start);

    private CsExpression Global(string name, int position) => new CsCall(CsType.Value, Lua, "GetGlobal", Constant(name), NextSlot(), At(position));

    private string DescribeLocal(LocalSymbol local) => (local.Owner == _frame.Function ? "local '" : "upvalue '") + local.Name + "'";

    /// <summary>What error messages call a value (Lua manual: none; as stock Lua does), or null.</summary>
    private string? Describe(ExpressionSyntax expression)
    {
        switch (expression.Unwrap())
        {
            case NameExpressionSyntax name:
                return _bound.Locals.TryGetValue(name, out var local) ? DescribeLocal(local) : $"global '{name.Name}'";
            case FieldExpressionSyntax field:
                return $"field '{field.Name.Text}'";
            case IndexExpressionSyntax { Key: StringLiteralSyntax text }:
                return $"field '{LuaText.Decode(text.Value)}'";
            case IndexExpressionSyntax:
                return "field '?'";
            case MethodCallExpressionSyntax call:
                return _bound.Calls[call].IsStatement ? $"method '{call.Name.Text}'" : null;
            case BinaryExpressionSyntax binary when IsDecided(binary):
                return Describe(binary.Right);
            default:
                return null;
        }
    }

    // A literal that decides which operand is the result; nothing is left of it in stock Lua.
    private static bool IsDecided(BinaryExpressionSyntax binary) => binary.Operator switch
    {
        BinaryOperator.And => binary.Left.Unwrap() is NumberLiteralSyntax or StringLiteralSyntax or TrueExpressionSyntax,
        BinaryOperator.Or => binary.Left.Unwrap() is NilExpressionSyntax or FalseExpressionSyntax,
        _ => false,
    };

    // Where stock Lua loads the value before it looks at it, it knows literal texts too.
    private string? DescribeLoaded(ExpressionSyntax expression) =>
        expression.Unwrap() is StringLiteralSyntax text ? $"constant '{LuaText.Decode(text.Value)}'" : Describe(expression);

    private CsExpression LowerUnary(UnaryExpressionSyntax unary)
    {
        var at = At(unary.OperatorSpan.Start);
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                return new CsUnary(CsType.Bool, "!", Condition(unary.Operand));
            case UnaryOperator.Negate when ConstantNumber(unary) is { } constant:
                return constant;
            default:
                break;
        }

        var operand = LowerTyped(unary.Operand);
        var what = DescribeLoaded(unary.Operand);
        var metamethod = MetamethodUses.Of(unary.Operator);
        if (operand.Type is CsType.Value or CsType.Table && Waits(metamethod))
        {
            // The operand is passed twice, as stock Lua does.
            var kept = DeclareTemporary(CsType.Value);
            return Awaited("OperateAsync", MetamethodName(metamethod), new CsAssign(kept, AsValue(operand)), kept, at, Text(what));
        }

        return unary.Operator switch
        {
            UnaryOperator.Negate when operand.Type is CsType.Long or CsType.Double => new CsUnary(operand.Type, "-", operand),
            UnaryOperator.Negate => new CsCall(CsType.Value, null, "Negate", operand, at, Text(what)),
            UnaryOperator.BitwiseNot when operand.Type == CsType.Long => new CsUnary(CsType.Long, "~", operand),
            UnaryOperator.BitwiseNot => new CsCall(CsType.Value, null, "BitNot", operand, at, Text(what)),
            _ when operand.Type == CsType.String => new CsUnary(CsType.Long, "(long)", new CsMember(CsType.Long, operand, "Length")),
            _ => new CsCall(CsType.Value, null, "Length", operand, at, Text(what)),
        };
    }

    private static CsExpression? ConstantNumber(UnaryExpressionSyntax unary) => unary.Operand switch
    {
        NumberLiteralSyntax { IsInteger: true } number => Integer(unchecked(-number.IntegerValue)),
        NumberLiteralSyntax number => new CsAtom(CSharpText.Number(-number.FloatValue), CsType.Double, true),
        _ => null,
    };

    private CsExpression LowerBinary(BinaryExpressionSyntax binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return LowerLogical(binary);
            case BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual
                or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return LowerComparison(binary);
            case BinaryOperator.Concat:
                return LowerConcat(binary);
            default:
                break;
        }

        var left = LowerTyped(binary.Left);
        var right = LowerTyped(binary.Right);
        if (TypeOf(binary) == LuaTypes.Float)
        {
            left = AsFloatOperand(left, binary.Left);
            right = AsFloatOperand(right, binary.Right);
        }

        return IsReadLate(binary.Left) ? After(right, kept => Operate(binary, left, kept)) : Operate(binary, left, right);
    }

    private CsExpression Operate(BinaryExpressionSyntax binary, CsExpression left, CsExpression right) =>
        LowerPrimitive(binary, left, right) ?? LowerDynamic(binary, left, right);

    // Stock Lua reads a local variable of the function where the operator runs, after the other operand: it sees what inner functions assigned meanwhile.
    private bool IsReadLate(ExpressionSyntax operand) =>
        operand.Unwrap() is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local)
        && local is { IsAssignedInside: true, KnownFunction: null } && local.Owner == _frame.Function;

    // Likewise a variable that is indexed, after the key and after the value that is stored; upvalues too.
    private bool IsIndexedLate(ExpressionSyntax operand) =>
        operand.Unwrap() is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local)
        && local is { IsCaptured: true, Writes: > 0, KnownFunction: null } && (local.IsAssignedInside || local.Owner != _frame.Function);

    // Evaluates a part of an expression before the rest.
    private CsExpression After(CsExpression first, Func<CsExpression, CsExpression> rest)
    {
        if (first is CsAtom)
        {
            return rest(first);
        }

        first = Variant(first);
        var kept = new CsAtom(NextTemporary(), first.Type);
        var result = rest(kept);
        return new CsConditional(result.Type, new CsKeep(first, kept.Text), result, new CsAtom("default", result.Type));
    }

    // The result is a float whichever subtype of number the operand has.
    private CsExpression AsFloatOperand(CsExpression operand, ExpressionSyntax syntax) =>
        operand.Type == CsType.Value && TypeInference.IsWithin(TypeOf(syntax), LuaTypes.Number) ? new CsCall(CsType.Double, operand, "AsNumber") : operand;

    // Both operands are proven numbers: operators of C#, which agree with Lua's. Literals alone are left to the run time, since
    // the C# compiler would compute them by other rules.
    private CsExpression? LowerPrimitive(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        if (left.Type is not (CsType.Long or CsType.Double) || right.Type is not (CsType.Long or CsType.Double))
        {
            return null;
        }

        var at = At(binary.OperatorSpan.Start);
        var integers = left.Type == CsType.Long && right.Type == CsType.Long;
        var type = integers ? CsType.Long : CsType.Double;
        if (IsLiteral(left) && IsLiteral(right))
        {
            left = new CsUnary(left.Type, left.Type == CsType.Long ? "(long)" : "(double)", left);
            return LowerDynamic(binary, AsValue(left), right);
        }

        CsExpression Doubles(string method) =>
            new CsCall(CsType.Double, null, method, Coerce(left, CsType.Double), Coerce(right, CsType.Double));

        switch (binary.Operator)
        {
            case BinaryOperator.Add:
                return new CsBinary(type, "+", left, right);
            case BinaryOperator.Subtract:
                return new CsBinary(type, "-", left, right);
            case BinaryOperator.Multiply:
                return new CsBinary(type, "*", left, right);
            case BinaryOperator.Divide:
                return new CsBinary(CsType.Double, "/", Coerce(left, CsType.Double), Coerce(right, CsType.Double));
            case BinaryOperator.Power:
                return Doubles("Power");
            case BinaryOperator.FloorDivide:
                return integers ? new CsCall(CsType.Long, null, "FloorDivide", left, right, at) : Doubles("FloorDivide");
            case BinaryOperator.Modulo:
                return integers ? new CsCall(CsType.Long, null, "Modulo", left, right, at) : Doubles("Modulo");
            case BinaryOperator.BitwiseAnd when integers:
                return new CsBinary(CsType.Long, "&", left, right);
            case BinaryOperator.BitwiseOr when integers:
                return new CsBinary(CsType.Long, "|", left, right);
            case BinaryOperator.BitwiseXor when integers:
                return new CsBinary(CsType.Long, "^", left, right);
            case BinaryOperator.ShiftLeft when integers:
                return new CsCall(CsType.Long, null, "ShiftLeft", left, right);
            case BinaryOperator.ShiftRight when integers:
                return new CsCall(CsType.Long, null, "ShiftRight", left, right);
            default:
                return null;
        }
    }

    private static bool IsLiteral(CsExpression value) =>
        value is CsAtom { IsConstant: true, Type: CsType.Long or CsType.Double } atom && atom.Text[0] is (>= '0' and <= '9') or '-' or 'l' or 'd'
        && (atom.Text[0] is (>= '0' and <= '9') or '-' || atom.Text.StartsWith("long.", StringComparison.Ordinal) || atom.Text.StartsWith("double.", StringComparison.Ordinal));

    private CsExpression LowerDynamic(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        var name = binary.Operator switch
        {
            BinaryOperator.Add => "Add",
            BinaryOperator.Subtract => "Subtract",
            BinaryOperator.Multiply => "Multiply",
            BinaryOperator.Divide => "Divide",
            BinaryOperator.FloorDivide => "FloorDivide",
            BinaryOperator.Modulo => "Modulo",
            BinaryOperator.Power => "Power",
            BinaryOperator.BitwiseAnd => "BitAnd",
            BinaryOperator.BitwiseOr => "BitOr",
            BinaryOperator.BitwiseXor => "BitXor",
            BinaryOperator.ShiftLeft => "ShiftLeft",
            _ => "ShiftRight",
        };
        if (left.Type != CsType.Value && right.Type != CsType.Value)
        {
            // Two primitives: without this, C# would choose an overload for primitives.
            left = AsValue(left);
        }

        var waits = Waits(MetamethodUses.Of(binary.Operator));
        var arguments = new List<CsExpression> { left, right, At(binary.OperatorSpan.Start) };
        if (waits)
        {
            arguments.Insert(0, new CsAtom("LuaMetamethod." + name, CsType.Other, true));
        }

        var leftName = Describe(binary.Left);
        var rightName = Describe(binary.Right);
        if (leftName is not null || rightName is not null)
        {
            arguments.Add(Text(leftName));
        }

        if (rightName is not null)
        {
            arguments.Add(Text(rightName));
        }

        return waits ? Awaited("OperateAsync", arguments.ToArray()) : new CsCall(CsType.Value, null, name, arguments.ToArray());
    }

    private CsExpression LowerConcat(BinaryExpressionSyntax binary)
    {
        var operands = new List<ExpressionSyntax> { binary.Left };
        var right = binary.Right;
        while (right is BinaryExpressionSyntax { Operator: BinaryOperator.Concat } next)
        {
            operands.Add(next.Left);
            right = next.Right;
        }

        operands.Add(right);
        var items = new List<CsExpression>();
        var names = new List<string?>();
        foreach (var operand in operands)
        {
            items.Add(Lower(operand));
            names.Add(Describe(operand));
        }

        var waits = Waits(Metamethods.Concat);
        var arguments = waits ? [MakeList(items, null)] : operands.Count == 2 ? items : [new CsArray(items)];
        arguments.Add(At(binary.OperatorSpan.Start));
        if (names.Exists(static n => n is not null))
        {
            foreach (var name in names)
            {
                arguments.Add(Text(name));
            }
        }

        return waits ? Awaited("ConcatAsync", arguments.ToArray()) : new CsCall(CsType.Value, null, "Concat", arguments.ToArray());
    }

    private CsExpression LowerLogical(BinaryExpressionSyntax binary)
    {
        var and = binary.Operator == BinaryOperator.And;
        if (!and && binary.Left.Unwrap() is BinaryExpressionSyntax { Operator: BinaryOperator.And } choice && IsNeverFalse(choice.Right))
        {
            return LowerChoice(choice.Left, choice.Right, binary);
        }

        var left = LowerTyped(binary.Left);
        if (left.Type == CsType.Bool && TypeOf(binary.Right) == LuaTypes.Boolean)
        {
            return new CsBinary(CsType.Bool, and ? "&&" : "||", left, LowerTyped(binary.Right));
        }

        if (left.Type is CsType.Long or CsType.Double or CsType.String or CsType.Table or CsType.Function)
        {
            // Always true: "and" drops it, "or" keeps it.
            if (!and)
            {
                return left;
            }

            if (left is CsAtom)
            {
                return LowerTyped(binary.Right);
            }
        }

        CsExpression kept;
        CsExpression test;
        if (left is CsAtom { IsConstant: true } or CsAtom { Text: "LuaValue.Nil" })
        {
            kept = left;
            test = Truth(left);
        }
        else
        {
            var name = NextTemporary();
            left = AsValue(left);
            kept = new CsAtom(name, CsType.Value);
            test = new CsBinary(CsType.Bool, "&&", new CsKeep(left, name), and ? new CsUnary(CsType.Bool, "!", Truth(kept)) : Truth(kept));
            var other = AsValue(LowerTyped(binary.Right));
            return new CsConditional(CsType.Value, test, kept, other);
        }

        var right = AsValue(LowerTyped(binary.Right));
        return and
            ? new CsConditional(CsType.Value, test, right, AsValue(kept))
            : new CsConditional(CsType.Value, test, AsValue(kept), right);
    }

    private bool IsNeverFalse(ExpressionSyntax expression) =>
        TypeOf(expression) is not LuaTypes.None and var type && (type & (LuaTypes.Nil | LuaTypes.Boolean)) == 0;

    // condition and value or other, with a value that is true.
    private CsConditional LowerChoice(ExpressionSyntax condition, ExpressionSyntax value, BinaryExpressionSyntax binary)
    {
        var natural = CsTypeOf(TypeOf(binary));
        var type = natural is CsType.Long or CsType.Double or CsType.String or CsType.Table ? natural : CsType.Value;
        var test = Condition(condition);
        var first = Result(value);
        return new CsConditional(type, test, first is CsAtom && type == CsType.Long ? new CsUnary(type, "(long)", first) : first, Result(binary.Right));

        CsExpression Result(ExpressionSyntax result) => type == CsType.Value ? AsValue(LowerTyped(result)) : Coerce(LowerTyped(result), type);
    }

    private static CsExpression Truth(CsExpression value) => value.Type switch
    {
        CsType.Bool => value,
        CsType.Value when value is CsAtom { Text: "LuaValue.Nil" } => new CsAtom("false", CsType.Bool, true),
        CsType.Value => new CsMember(CsType.Bool, value, "IsTruthy"),
        _ when value is CsAtom => new CsAtom("true", CsType.Bool, true),
        _ => new CsMember(CsType.Bool, AsValue(value), "IsTruthy"),
    };

    /// <summary>Whether an expression is neither nil nor false.</summary>
    private CsExpression Condition(ExpressionSyntax expression)
    {
        var start = _frame.Out.Count;
        var result = ConditionCore(expression);
        return result.Depth > MaximumDepth ? Cut(result, start) : result;
    }

    private CsExpression ConditionCore(ExpressionSyntax expression)
    {
        switch (expression.Unwrap())
        {
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary when IsTypedFrame && _bound.GuardsOf.ContainsKey(binary):
                return _guardValues[binary];
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                {
                    var left = Condition(binary.Left);
                    var right = Condition(binary.Right);
                    return new CsBinary(CsType.Bool, binary.Operator == BinaryOperator.And ? "&&" : "||", left, right);
                }

            case UnaryExpressionSyntax { Operator: UnaryOperator.Not } unary:
                return new CsUnary(CsType.Bool, "!", Condition(unary.Operand));
            case { } other:
                return Truth(Coerce(Lower(other), TypeOf(other) == LuaTypes.Boolean ? CsType.Bool : CsType.Other));
            default:
                return new CsAtom("false", CsType.Bool, true);
        }
    }

    // The float that equals an integer literal.
    private static CsAtom? ExactFloat(ExpressionSyntax expression) =>
        ConstantInteger(expression) is { } value and >= -(1L << 53) and <= 1L << 53 ? new CsAtom(CSharpText.Number((double)value), CsType.Double, true) : null;

    private CsExpression LowerComparison(BinaryExpressionSyntax binary)
    {
        var left = LowerTyped(binary.Left);
        var right = LowerTyped(binary.Right);
        if (left.Type == CsType.Double && ExactFloat(binary.Right) is { } rightFloat)
        {
            right = rightFloat;
        }
        else if (right.Type == CsType.Double && ExactFloat(binary.Left) is { } leftFloat)
        {
            left = leftFloat;
        }

        return IsReadLate(binary.Left) ? After(right, kept => Compare(binary, left, kept)) : Compare(binary, left, right);
    }

    private CsExpression Compare(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        var equality = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (left.Type == right.Type && (left.Type is CsType.Long or CsType.Double || (equality && left.Type is CsType.Bool or CsType.String))
            && !(IsLiteral(left) && IsLiteral(right)))
        {
            var op = binary.Operator switch
            {
                BinaryOperator.Equal => "==",
                BinaryOperator.NotEqual => "!=",
                BinaryOperator.Less => "<",
                BinaryOperator.LessOrEqual => "<=",
                BinaryOperator.Greater => ">",
                _ => ">=",
            };
            return new CsBinary(CsType.Bool, op, left, right);
        }

        if (equality)
        {
            CsExpression equal;
            if (left.Type is CsType.Value or CsType.Table && right.Type is CsType.Value or CsType.Table && right is not CsAtom { Text: "LuaValue.Nil" } && Waits(Metamethods.Equal))
            {
                equal = new CsMember(CsType.Bool, Awaited("EqualAsync", left, right, At(binary.OperatorSpan.Start)), "IsTruthy");
            }
            else if (right is CsAtom { Text: "LuaValue.Nil" } && left is not CsAtom { Text: "LuaValue.Nil" })
            {
                equal = new CsMember(CsType.Bool, AsValue(left), "IsNil");
            }
            else
            {
                equal = new CsCall(CsType.Bool, null, "Equal", left, right);
            }

            return binary.Operator == BinaryOperator.Equal ? equal : new CsUnary(CsType.Bool, "!", equal);
        }

        var name = binary.Operator is BinaryOperator.Less or BinaryOperator.Greater ? "LessThan" : "LessOrEqual";
        var at = At(binary.OperatorSpan.Start);
        if (Waits(MetamethodUses.Of(binary.Operator)))
        {
            return new CsMember(
                CsType.Bool,
                binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual
                    ? Awaited(name + "Async", left, right, at)
                    : Awaited(name + "Async", new CsNamed("b", left), new CsNamed("a", right), new CsNamed("at", at)),
                "IsTruthy");
        }

        if (binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual)
        {
            return new CsCall(CsType.Bool, null, name, left, right, at);
        }

        // a > b is b < a with a evaluated first.
        return IsPure(binary.Left) || IsPure(binary.Right)
            ? new CsCall(CsType.Bool, null, name, right, left, at)
            : new CsCall(CsType.Bool, null, name, new CsNamed("b", left), new CsNamed("a", right), new CsNamed("at", at));
    }
}
