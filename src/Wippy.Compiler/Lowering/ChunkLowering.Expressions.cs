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
        return result.Depth > MaximumDepth && !_frame.Function.TakesReferences ? Cut(result, start) : result;
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
                return LowerHostConstant(field) ?? LowerRecordField(field) ?? Indexed(Lower(field.Object), Constant(field.Name.Text), At(field), Describe(field.Object));
            case IndexExpressionSyntax { Key: StringLiteralSyntax text } index:
                return Indexed(Lower(index.Object), Constant(text.Value), At(index), Describe(index.Object));
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
        ? Start(null, "StartIndex", [target, key, At(index), Text(Describe(index.Object))], CallUse.First)
        : new CsCall(CsType.Value, null, "Index", target, key, At(index), Text(Describe(index.Object)));

    // A field with a constant name, through a cached slot.
    private CsExpression Indexed(CsExpression target, CsExpression name, CsExpression at, string? what) => Waits(Metamethods.Index)
        ? Start(null, "StartIndex", [target, name, NextSlot(), at, Text(what)], CallUse.First)
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
            CsType.Value, null, "Index", table, shape, index, Constant(field.Name.Text), NextSlot(), At(field), Text(Describe(field.Object)));
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
                return !_bound.Locals.TryGetValue(name, out var local) ? $"global '{name.Name}'"
                    : local.Declaration is VariableSyntax { Operand: { } operand } ? Describe(operand)
                    : DescribeLocal(local);
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
        BinaryOperator.And => binary.Left.Unwrap() is NumberLiteralSyntax or StringLiteralSyntax or TrueExpressionSyntax
            or UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax { FloatValue: not 0 } },
        BinaryOperator.Or => binary.Left.Unwrap() is NilExpressionSyntax or FalseExpressionSyntax,
        _ => false,
    };

    // Where stock Lua loads the value before it looks at it, it knows literal texts too.
    private string? DescribeLoaded(ExpressionSyntax expression) =>
        expression.Unwrap() is StringLiteralSyntax text ? $"constant '{LuaText.Decode(text.Value)}'" : Describe(expression);

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
}
