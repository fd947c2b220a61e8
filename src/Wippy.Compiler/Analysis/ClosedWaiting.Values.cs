using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <content>Where functions are values: what may be called by anyone.</content>
internal sealed partial class ClosedWaiting
{
    /// <summary>How a value is used.</summary>
    private enum Use
    {
        /// <summary>It may go anywhere.</summary>
        Value,

        /// <summary>It is looked at, and gone.</summary>
        Operand,

        /// <summary>Likewise, but a metamethod or the keys of a table may give it away.</summary>
        Key,

        /// <summary>It is called.</summary>
        Callee,

        /// <summary>It is called, or run as a coroutine, by the host, which is looked at with the call.</summary>
        Run,
    }

    // Looks where functions that may wait are values.
    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            VisitStatement(statement);
            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner);
            }
        }
    }

    private void VisitStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case FunctionStatementSyntax named:
                if (ModuleOf(named) is null && !(named is { Method: null, Names: { Count: 1 } names } && !_bound.Locals.ContainsKey(names[0])))
                {
                    VisitDefinition(_bound.FunctionOf[named.Body]);
                }

                break;
            case LocalFunctionStatementSyntax named:
                VisitDefinition(_bound.FunctionOf[named.Body]);
                break;
            case LocalStatementSyntax local:
                for (var i = 0; i < local.Values.Count; i++)
                {
                    VisitStored(local.Values[i], i < local.Variables.Count ? local.Variables[i] : null);
                }

                break;
            case AssignmentStatementSyntax assignment:
                foreach (var target in assignment.Targets)
                {
                    Visit(target, Use.Operand);
                }

                for (var i = 0; i < assignment.Values.Count; i++)
                {
                    VisitStored(assignment.Values[i], i < assignment.Targets.Count ? assignment.Targets[i] : null);
                }

                break;
            case ReturnStatementSyntax result when _results.Contains(result):
                foreach (var value in result.Values)
                {
                    VisitResult(value);
                }

                break;
            case IfStatementSyntax or WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax:
                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    Visit(expression, Use.Operand);
                }

                break;
            default:
                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    Visit(expression, Use.Value);
                }

                break;
        }
    }

    // A function of which its local variable tells everything is no other value there.
    private void VisitDefinition(FunctionSymbol function)
    {
        if (function.Local?.KnownFunction != function)
        {
            _values.Add(function);
        }
    }

    private void VisitStored(ExpressionSyntax value, SyntaxNode? target)
    {
        var local = target is not null && _bound.Locals.TryGetValue(target, out var symbol) ? symbol : null;
        if (value is FunctionExpressionSyntax function)
        {
            if (local is null || local.KnownFunction != _bound.FunctionOf[function.Body])
            {
                _values.Add(_bound.FunctionOf[function.Body]);
            }

            Visit(function.Body.Block);
        }
        else if (local is { Writes: 0, Kind: LocalKind.Local } && _bound.GetHostPath(value) is not null)
        {
            // Followed where the local is used.
            Visit(value, Use.Operand);
        }
        else if (local is not null && IsComputed(value))
        {
            Visit(value, Use.Key);
        }
        else
        {
            Visit(value, Use.Value);
        }
    }

    // What the chunk gives the host: nothing of the chunk sees it again.
    private void VisitResult(ExpressionSyntax value)
    {
        switch (value)
        {
            case TableConstructorSyntax table:
                foreach (var field in table.Fields)
                {
                    if (field is KeyedTableFieldSyntax keyed)
                    {
                        Visit(keyed.Key, Use.Operand);
                    }

                    VisitResult(field.Value);
                }

                break;
            case FunctionExpressionSyntax function:
                Visit(function.Body.Block);
                break;
            case NameExpressionSyntax:
                break;
            default:
                Visit(value, Use.Value);
                break;
        }
    }

    private void Visit(ExpressionSyntax expression, Use use)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or NonNilExpressionSyntax:
                Visit(expression.Unwrap(), use);
                return;
            case FunctionExpressionSyntax function:
                if (use is Use.Value or Use.Key)
                {
                    _values.Add(_bound.FunctionOf[function.Body]);
                }

                Visit(function.Body.Block);
                return;
            case CallExpressionSyntax call:
                VisitCall(call);
                return;
            case MethodCallExpressionSyntax call:
                _isOpen |= _bound.GetHostPath(call.Object) is { } module && ModuleCatalogue.Find(module) is not null;
                Visit(call.Object, Use.Operand);
                VisitAll(call.Arguments, Use.Value);
                return;
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                Visit(binary.Left, use);
                Visit(binary.Right, use);
                return;
            case BinaryExpressionSyntax or UnaryExpressionSyntax:
                foreach (var child in SyntaxWalk.ChildrenOf(expression))
                {
                    Visit(child, Use.Key);
                }

                return;
            case IndexExpressionSyntax index:
                VisitValue(index, use);
                Visit(index.Object, Use.Operand);
                Visit(index.Key, Use.Key);
                return;
            case FieldExpressionSyntax field:
                VisitValue(field, use);
                Visit(field.Object, Use.Operand);
                return;
            case TableConstructorSyntax:
                foreach (var child in SyntaxWalk.ChildrenOf(expression))
                {
                    Visit(child, Use.Value);
                }

                return;
            default:
                VisitValue(expression, use);
                return;
        }
    }

    private void VisitValue(ExpressionSyntax expression, Use use)
    {
        _isOpen |= expression is IndexExpressionSyntax element && _bound.GetHostPath(element.Object) is not null;
        if (use is not (Use.Value or Use.Key))
        {
            return;
        }

        switch (expression)
        {
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                if (local.KnownFunction is { } known)
                {
                    _values.Add(known);
                }

                break;
            case NameExpressionSyntax name when _globals.TryGetValue(name.Name, out var functions):
                _values.UnionWith(functions);
                break;
            case FieldExpressionSyntax field:
                if (MembersOf(field) is { } members)
                {
                    _values.UnionWith(members);
                }

                _isOpen |= _bound.CanBlock && HostMethods.MayWait(field.Name.Text);
                break;
            default:
                break;
        }

        // A number or text is read far more often under a computed key than a method of the host, and only those are operands and keys.
        _isOpen |= use == Use.Value && _bound.CanBlock && IsComputed(expression);
        if (_bound.GetHostPath(expression) is { } path)
        {
            _isOpen |= ModuleCatalogue.FindFunction(path) is { } host ? MayWait(host) : path is "_G" || ModuleCatalogue.Find(path) is not null;
        }
    }

    private void VisitCall(CallExpressionSyntax call)
    {
        var path = _bound.GetHostPath(call.Callee);
        if (path is null)
        {
            Visit(call.Callee, Use.Callee);
        }

        // A wrapped coroutine is a function that waits where the whole task may wait in it; modules by names that are not known have some.
        _isOpen |= path is "coroutine.wrap" ? _bound.CanBlock : path is "require" && !(call.Arguments.Count == 1 && call.Arguments[0] is StringLiteralSyntax);
        var runs = path is "coroutine.create" or "coroutine.wrap" or "coroutine.spawn" or "pcall" or "xpcall";
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            Visit(call.Arguments[i], runs && i == 0 ? Use.Run : Use.Value);
        }
    }

    private void VisitAll(EquatableArray<ExpressionSyntax> expressions, Use use)
    {
        foreach (var expression in expressions)
        {
            Visit(expression, use);
        }
    }
}
