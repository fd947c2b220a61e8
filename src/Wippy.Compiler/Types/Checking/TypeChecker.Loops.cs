using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <content>Branches and loops.</content>
internal sealed partial class TypeChecker
{
    private void CheckIf(IfStatementSyntax statement)
    {
        FlowState? after = null;
        foreach (var clause in statement.Clauses)
        {
            Check(clause.Condition);
            var otherwise = _state.Clone();
            Narrow(clause.Condition, true, _state);
            Narrow(clause.Condition, false, otherwise);
            CheckBlock(clause.Block);
            after = after is null ? _state : FlowState.Join(after, _state);
            _state = otherwise;
        }

        if (statement.Else is { } @else)
        {
            CheckBlock(@else);
        }

        _state = FlowState.Join(after!, _state);
    }

    private void CheckWhile(WhileStatementSyntax statement)
    {
        ForgetAssigned(statement.Block);
        Check(statement.Condition);
        var after = _state.Clone();
        Narrow(statement.Condition, true, _state);
        Narrow(statement.Condition, false, after);
        if (statement.Condition is TrueExpressionSyntax or NumberLiteralSyntax or StringLiteralSyntax)
        {
            after.End();
        }

        CheckLoopBody(statement.Block, after);
    }

    private void CheckRepeat(RepeatStatementSyntax statement)
    {
        ForgetAssigned(statement.Block);
        _function.Breaks.Push([]);
        CheckBlock(statement.Block);
        var outer = _scope;
        _scope = _bound.Scopes[statement.Block];
        Check(statement.Condition);
        Narrow(statement.Condition, true, _state);
        _scope = outer;
        if (statement.Condition is FalseExpressionSyntax or NilExpressionSyntax)
        {
            _state.End();
        }

        foreach (var exit in _function.Breaks.Pop())
        {
            _state = FlowState.Join(_state, exit);
        }
    }

    private void CheckNumericFor(NumericForStatementSyntax loop)
    {
        var isInteger = true;
        foreach (var (expression, what) in new[] { (loop.Initial, "the initial value"), (loop.Limit, "the limit"), (loop.Step, "the step") })
        {
            if (expression is null)
            {
                continue;
            }

            var type = CheckValue(expression, StaticType.Number, what + " of 'for'");
            isInteger &= ReferenceEquals(expression, loop.Limit) || Assignability.Holds(type, StaticType.Integer);
        }

        var symbol = _bound.Locals[loop.Variable];
        _declared[symbol] = loop.Variable.Type is { } annotation ? _resolver.Resolve(annotation, symbol.Scope, _generics) : isInteger ? StaticType.Integer : StaticType.Number;
        CheckLoop(loop.Block);
    }

    private void CheckGenericFor(GenericForStatementSyntax loop)
    {
        var items = CheckItems(loop);
        for (var i = 0; i < loop.Variables.Count; i++)
        {
            var symbol = _bound.Locals[loop.Variables[i]];
            _declared[symbol] = loop.Variables[i].Type is { } annotation ? _resolver.Resolve(annotation, symbol.Scope, _generics)
                : symbol.Writes > 0 ? StaticType.Any : i < items.Count ? items[i] : StaticType.Any;
        }

        CheckLoop(loop.Block);
    }

    // What ipairs and pairs give for a declared list, map or record, or a typed iterator; nothing when it may be anything.
    private IReadOnlyList<StaticType> CheckItems(GenericForStatementSyntax loop)
    {
        if (loop.Values.Count == 1 && loop.Values[0] is CallExpressionSyntax { Arguments: { Count: 1 } arguments } call
            && _bound.GetHostPath(call.Callee) is "ipairs" or "pairs" && _bound.GetHostPath(call.Callee) is { } path)
        {
            var type = Check(arguments[0]);
            if (TypeAlgebra.IsOptional(type))
            {
                Report(DiagnosticDescriptors.TypeMismatch, arguments[0], $"argument 1 of '{path}'", "a table", type, "check it for nil first, or write '!' behind it");
                type = TypeAlgebra.WithoutNil(type);
            }

            return (path, TypeAlgebra.Expand(type)) switch
            {
                (_, ArrayType array) => [StaticType.Integer, array.Element],
                ("ipairs", MapType map) => [StaticType.Integer, map.Value],
                (_, MapType map) => [map.Key, map.Value],
                ("pairs", RecordType { Fields.IsEmpty: false }) => [StaticType.Text],
                _ => [],
            };
        }

        var values = CheckValues(loop.Values, static _ => null, static _ => string.Empty);
        if (TypeAlgebra.Expand(values[0]) is FunctionType { Results: { Types.IsEmpty: false } results })
        {
            // The loop ends with nil, so the variable never is.
            return [TypeAlgebra.WithoutNil(results.Types[0]), .. results.Types.Skip(1)];
        }

        return [];
    }

    private void CheckLoop(BlockSyntax block)
    {
        ForgetAssigned(block);
        CheckLoopBody(block, _state.Clone());
    }

    private void CheckLoopBody(BlockSyntax block, FlowState after)
    {
        _function.Breaks.Push([]);
        CheckBlock(block);
        if (_state.IsReachable)
        {
            after = FlowState.Join(after, after.HasEnded ? after : _state);
        }

        foreach (var exit in _function.Breaks.Pop())
        {
            after = FlowState.Join(after, exit);
        }

        _state = after;
    }

    // The body may have run before, so what it assigns is not known when it starts.
    private void ForgetAssigned(BlockSyntax block)
    {
        _state.ForgetShared();
        Forget(block);

        void Forget(BlockSyntax inner)
        {
            foreach (var statement in inner.Statements)
            {
                if (statement is AssignmentStatementSyntax assignment)
                {
                    foreach (var target in assignment.Targets)
                    {
                        if (LocalOf(target) is { } local)
                        {
                            _state.Forget(local);
                        }
                    }
                }
                else if (statement is FunctionStatementSyntax { Names.Count: 1, Method: null } function && _bound.Locals.TryGetValue(function.Names[0], out var named))
                {
                    _state.Forget(named);
                }

                foreach (var nested in SyntaxWalk.BlocksOf(statement))
                {
                    Forget(nested);
                }
            }
        }
    }

    private void CheckFunction(FunctionBodySyntax body, string name, FunctionType? expected = null)
    {
        var (state, scope, generics, function) = (_state, _scope, _generics, _function);
        var type = TypeOf(body);
        _state = _state.CloneForFunction();
        _generics = _resolver.ReadGenerics(body.TypeParameters, body, _scope, generics).Scope;
        _function = new FunctionContext(name, type);
        if (body.ReturnTypes is null && type.Results is null && expected is { IsUntyped: false, Results.Types.IsEmpty: false })
        {
            _function = new FunctionContext(name, type) { Results = expected.Results };
        }

        var symbol = _bound.FunctionOf[body];
        for (var i = 0; i < symbol.Parameters.Count; i++)
        {
            var parameter = type.Parameters[i];
            var declared = parameter.IsOptional ? TypeAlgebra.OrNil(parameter.Type) : parameter.Type;
            var isWritten = body.Parameters.Count == symbol.Parameters.Count && body.Parameters[i].Type is not null;
            _declared[symbol.Parameters[i]] = isWritten || !declared.IsAny || expected is null || expected.IsUntyped || symbol.Parameters[i].Writes > 0 ? declared
                : i < expected.Parameters.Count ? expected.Parameters[i].Type : declared;
        }

        CheckBlock(body.Block);
        if (_state.IsReachable && _function.Results is { } results && !CanBeMissing(results))
        {
            ReportMissingReturn(body, name, results);
        }

        (_state, _scope, _generics, _function) = (state, scope, generics, function);
    }

    private static bool CanBeMissing(ResultTypes results)
    {
        var hasBareError = results.Types.Count > 1 && results.Types[results.Types.Count - 1].Equals(StaticType.Error);
        return results.Types.Take(hasBareError ? results.Types.Count - 1 : results.Types.Count).All(TypeAlgebra.AcceptsNil);
    }

    private void ReportMissingReturn(FunctionBodySyntax body, string name, ResultTypes results)
    {
        var last = body.Block.Statements.Count == 0 ? null : body.Block.Statements[body.Block.Statements.Count - 1];
        if (last is IfStatementSyntax { Else: null } @if && SubjectOf(@if.Clauses[0].Condition) is { } subject && ReferenceOf(subject) is not null
            && TypeAlgebra.MembersOf(TypeOf(subject)).ToArray() is var left && left.Length > 0 && System.Array.TrueForAll(left, static m => m is LiteralType))
        {
            ReportAt(
                DiagnosticDescriptors.NotExhaustive, new Text.TextSpan(@if.Span.Start, 2), Describe(subject), string.Join(" or ", left.Select(static m => m.ToString())));
            return;
        }

        var optional = results.Types.Count == 1 ? results.Types[0] + "?" : "(" + string.Join(", ", results.Types.Select(static t => TypeAlgebra.OrNil(t).ToString())) + ")";
        ReportAt(DiagnosticDescriptors.MissingReturn, body.EndSpan, name, results, optional);
    }

    // What the conditions of a chain compare with literals.
    private static ExpressionSyntax? SubjectOf(ExpressionSyntax condition) => Unwrap(condition) switch
    {
        BinaryExpressionSyntax { Operator: BinaryOperator.Equal, Right: StringLiteralSyntax or NumberLiteralSyntax or TrueExpressionSyntax or FalseExpressionSyntax } binary => binary.Left,
        BinaryExpressionSyntax { Operator: BinaryOperator.Or } binary => SubjectOf(binary.Left),
        _ => null,
    };
}
