using System;
using System.Collections.Generic;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Binding;

/// <summary>Finds out which declaration each name means, and which functions and variables a chunk has.</summary>
internal sealed partial class ChunkBinder
{
    private readonly BoundChunk _bound;
    private Scope _scope;
    private FunctionSymbol _function;

    private ChunkBinder(ChunkInput input)
    {
        _function = new FunctionSymbol("main chunk", null, null, input.Tree.Chunk.Block) { HasVararg = true };
        _scope = new Scope(_function, null);
        _bound = new BoundChunk(input, _function);
        _bound.Functions.Add(_function);
    }

    /// <summary>Binds a chunk; never fails.</summary>
    public static BoundChunk Bind(ChunkInput input)
    {
        var binder = new ChunkBinder(input);
        var block = input.Tree.Chunk.Block;
        binder._bound.Scopes[block] = binder._scope;
        binder.BindStatements(block);
        binder._bound.Chunk.FallsThrough = FlowEnd.FallsThrough(block);
        binder.ResolveCalls();
        binder.ResolveTypeValues();
        binder.ResolveRawAccesses();
        return binder._bound;
    }

    private void BindBlock(BlockSyntax block, Action<Scope>? declare = null, ExpressionSyntax? trailingCondition = null)
    {
        var outer = _scope;
        _scope = new Scope(_function, outer);
        _bound.Scopes[block] = _scope;
        declare?.Invoke(_scope);
        BindStatements(block);
        if (trailingCondition is not null)
        {
            BindExpression(trailingCondition);
        }

        _scope = outer;
    }

    private void BindStatements(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            BindStatement(statement);
        }
    }

    private void BindStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                BindLocal(local);
                break;
            case LocalFunctionStatementSyntax local:
                {
                    var symbol = Declare(local.Name.Text, LocalKind.Local, local.Name);
                    var function = BindFunction(local.Body, local.Name.Text, false);
                    symbol.Function = function;
                    function.Local = symbol;
                    break;
                }

            case FunctionStatementSyntax function:
                BindFunctionStatement(function);
                break;
            case AssignmentStatementSyntax assignment:
                BindAssignment(assignment);
                break;
            case CallStatementSyntax call:
                BindExpression(call.Call);
                if (_bound.Calls.TryGetValue(call.Call, out var site))
                {
                    site.IsStatement = true;
                }

                break;
            case DoStatementSyntax @do:
                BindBlock(@do.Block);
                break;
            case WhileStatementSyntax @while:
                BindExpression(@while.Condition);
                BindBlock(@while.Block);
                break;
            case RepeatStatementSyntax repeat:
                BindBlock(repeat.Block, null, repeat.Condition);
                break;
            case IfStatementSyntax @if:
                foreach (var clause in @if.Clauses)
                {
                    BindExpression(clause.Condition);
                    BindBlock(clause.Block);
                }

                if (@if.Else is { } @else)
                {
                    BindBlock(@else);
                }

                break;
            case NumericForStatementSyntax numeric:
                BindExpression(numeric.Initial);
                BindExpression(numeric.Limit);
                if (numeric.Step is { } step)
                {
                    BindExpression(step);
                }

                BindBlock(numeric.Block, scope => DeclareIn(scope, numeric.Variable.Name.Text, LocalKind.Loop, numeric.Variable));
                break;
            case GenericForStatementSyntax generic:
                BindList(generic.Values);
                BindBlock(generic.Block, scope =>
                {
                    foreach (var variable in generic.Variables)
                    {
                        DeclareIn(scope, variable.Name.Text, LocalKind.Loop, variable);
                    }
                });
                break;
            case ReturnStatementSyntax @return:
                _function.Returns.Add(@return);
                BindList(@return.Values);
                if (@return.Values.Count == 1 && _bound.Calls.TryGetValue(@return.Values[0], out var tail))
                {
                    tail.IsTail = true;
                }

                break;
            case TypeDeclarationSyntax type:
                _scope.Declare(new TypeSymbol(type.Name.Text, type, _scope));
                break;
            case InterfaceDeclarationSyntax type:
                _scope.Declare(new TypeSymbol(type.Name.Text, type, _scope));
                break;
            default:
                break; // break, goto, labels and errors name no variable.
        }
    }

    private void BindLocal(LocalStatementSyntax local)
    {
        BindList(local.Values);
        for (var i = 0; i < local.Variables.Count; i++)
        {
            var variable = local.Variables[i];
            var symbol = Declare(variable.Name.Text, LocalKind.Local, variable);
            if (i >= local.Values.Count)
            {
                continue;
            }

            symbol.InitialValue = local.Values[i];
            if (local.Values[i] is FunctionExpressionSyntax function && _bound.FunctionOf.TryGetValue(function.Body, out var functionSymbol))
            {
                symbol.Function = functionSymbol;
                functionSymbol.Local = symbol;
            }
        }
    }

    private void BindFunctionStatement(FunctionStatementSyntax statement)
    {
        var first = statement.Names[0];
        var name = JoinNames(statement);
        if (statement.Names.Count == 1 && statement.Method is null)
        {
            BindAssignedName(first, first.Text);
        }
        else if (_scope.Find(first.Text) is { } local)
        {
            _bound.Locals[first] = local;
            Capture(local);
            local.IsUsedAsValue = true;
        }
        else if (first.Text == GlobalTable)
        {
            AddGlobalWrite((statement.Names.Count > 1 ? statement.Names[1] : statement.Method!).Text);
        }
        else
        {
            BindName(new NameExpressionSyntax(first.Span, first.Text), true);
        }

        BindFunction(statement.Body, name, statement.Method is not null);
    }

    private void BindAssignedName(SyntaxNode node, string name)
    {
        if (_scope.Find(name) is { } local)
        {
            local.Writes++;
            local.IsAssignedInside |= local.Owner != _function;
            _bound.Locals[node] = local;
            Capture(local);
        }
        else
        {
            _bound.AddAssignedGlobal(name, hasStatement: true);
            if (name == GlobalTable)
            {
                GiveAwayGlobals();
            }
        }
    }

    private void BindAssignment(AssignmentStatementSyntax assignment)
    {
        foreach (var target in assignment.Targets)
        {
            switch (target)
            {
                case NameExpressionSyntax name:
                    BindAssignedName(name, name.Name);
                    break;
                case var _ when BindGlobalField(target, isAssigned: true):
                    break;
                case FieldExpressionSyntax field:
                    BindExpression(field.Object);
                    break;
                case IndexExpressionSyntax index:
                    BindExpression(index.Object);
                    BindExpression(index.Key);
                    break;
                default:
                    BindExpression(target);
                    break;
            }
        }

        BindList(assignment.Values);
    }

    private void BindList(EquatableArray<ExpressionSyntax> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            BindExpression(values[i]);
            if (i == values.Count - 1 && _bound.Calls.TryGetValue(values[i], out var site))
            {
                site.IsMultiple = true;
            }
        }
    }

    private void BindExpression(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NameExpressionSyntax name:
                BindName(name, true);
                break;
            case var _ when BindGlobalField(expression, isAssigned: false):
                break;
            case FieldExpressionSyntax field:
                BindExpression(field.Object);
                break;
            case IndexExpressionSyntax index:
                BindExpression(index.Object);
                BindExpression(index.Key);
                break;
            case CallExpressionSyntax call:
                if (call.Callee is NameExpressionSyntax callee)
                {
                    BindName(callee, false);
                }
                else
                {
                    BindExpression(call.Callee);
                }

                if (!BindRawAccess(call))
                {
                    BindList(call.Arguments);
                }

                AddCall(call);
                if (call.Arguments.Count == 1 && call.Arguments[0] is StringLiteralSyntax text)
                {
                    var required = LuaText.Decode(text.Value);
                    _bound.RequiredNames.Add(required);
                    if (required == GlobalTable)
                    {
                        GiveAwayGlobals();
                    }
                }
                else if (call.Callee is NameExpressionSyntax { Name: "require" })
                {
                    // The name may be that of the table of globals.
                    GiveAwayGlobals();
                }

                break;
            case MethodCallExpressionSyntax call:
                BindExpression(call.Object);
                BindList(call.Arguments);
                AddCall(call);
                break;
            case BinaryExpressionSyntax binary:
                BindExpression(binary.Left);
                BindExpression(binary.Right);
                break;
            case UnaryExpressionSyntax unary:
                BindExpression(unary.Operand);
                break;
            case ParenthesizedExpressionSyntax inner:
                BindExpression(inner.Expression);
                break;
            case CastExpressionSyntax cast:
                BindExpression(cast.Operand);
                break;
            case NonNilExpressionSyntax nonNil:
                BindExpression(nonNil.Operand);
                break;
            case FunctionExpressionSyntax function:
                BindFunction(function.Body, "anonymous", false);
                break;
            case TableConstructorSyntax table:
                for (var i = 0; i < table.Fields.Count; i++)
                {
                    var field = table.Fields[i];
                    if (field is KeyedTableFieldSyntax keyed)
                    {
                        BindExpression(keyed.Key);
                    }

                    if (field is NamedTableFieldSyntax named && field.Value is FunctionExpressionSyntax member)
                    {
                        BindFunction(member.Body, named.Name.Text, false);
                    }
                    else
                    {
                        BindExpression(field.Value);
                    }

                    if (i == table.Fields.Count - 1 && field is PositionalTableFieldSyntax && _bound.Calls.TryGetValue(field.Value, out var site))
                    {
                        site.IsMultiple = true;
                    }
                }

                break;
            default:
                break; // literals and "..."
        }
    }

    private void BindName(NameExpressionSyntax name, bool isValue)
    {
        if (_scope.Find(name.Name) is not { } local)
        {
            _bound.GlobalReads.Add(name);
            if (_scope.FindType(name.Name) is { } type)
            {
                _bound.TypeValues[name] = type;
            }

            if (name.Name == GlobalTable)
            {
                GiveAwayGlobals();
            }

            return;
        }

        _bound.Locals[name] = local;
        Capture(local);
        if (isValue)
        {
            local.IsUsedAsValue = true;
        }
    }

    private void Capture(LocalSymbol local)
    {
        if (local.Owner == _function)
        {
            return;
        }

        local.IsCaptured = true;
        for (var function = _function; function != local.Owner && function is not null; function = function.Parent)
        {
            if (!function.Upvalues.Contains(local))
            {
                function.Upvalues.Add(local);
            }
        }
    }

    private void AddCall(ExpressionSyntax call)
    {
        var site = new CallSite(call, _function);
        _bound.Calls[call] = site;
        _function.Calls.Add(site);
    }

    private FunctionSymbol BindFunction(FunctionBodySyntax body, string name, bool hasSelf)
    {
        var outerFunction = _function;
        var outerScope = _scope;
        var function = new FunctionSymbol(name, outerFunction, body, body.Block)
        {
            HasVararg = body.Vararg is not null,
            IsTopLevel = outerFunction.IsChunk && outerScope.Parent is null,
            FallsThrough = FlowEnd.FallsThrough(body.Block),
        };
        _bound.FunctionOf[body] = function;
        _bound.Functions.Add(function);
        _function = function;
        BindBlock(body.Block, scope =>
        {
            if (hasSelf)
            {
                function.Parameters.Add(DeclareIn(scope, "self", LocalKind.Parameter, body));
            }

            foreach (var parameter in body.Parameters)
            {
                function.Parameters.Add(DeclareIn(scope, parameter.Name.Text, LocalKind.Parameter, parameter));
            }
        });
        _function = outerFunction;
        _scope = outerScope;
        return function;
    }

    private LocalSymbol Declare(string name, LocalKind kind, SyntaxNode declaration) => DeclareIn(_scope, name, kind, declaration);

    private LocalSymbol DeclareIn(Scope scope, string name, LocalKind kind, SyntaxNode declaration)
    {
        var symbol = new LocalSymbol(name, kind, scope, declaration);
        scope.Declare(symbol);
        _bound.Locals[declaration] = symbol;
        return symbol;
    }

    // A global that the chunk assigns goes before a type of its name.
    private void ResolveTypeValues()
    {
        foreach (var name in _bound.GlobalReads)
        {
            if (_bound.AssignedGlobals.Contains(name.Name))
            {
                _bound.TypeValues.Remove(name);
            }
        }

        _bound.GlobalReads.RemoveAll(_bound.TypeValues.ContainsKey);
    }

    private void ResolveCalls()
    {
        foreach (var function in _bound.Functions)
        {
            function.IsUsedAsValue |= function.Local is { IsUsedAsValue: true } holder && holder.KnownFunction == function;
            foreach (var site in function.Calls)
            {
                if (site.Syntax is CallExpressionSyntax { Callee: NameExpressionSyntax name } && _bound.Locals.TryGetValue(name, out var local)
                    && local.KnownFunction is { } target)
                {
                    site.Target = target;
                    target.Callers.Add(site);
                }
            }

            // A function that is not held by a local for good is a value that anyone may call.
            if (!function.IsChunk && function.Local?.KnownFunction != function)
            {
                function.IsUsedAsValue = true;
            }
        }
    }

    private static string JoinNames(FunctionStatementSyntax statement)
    {
        var parts = new List<string>();
        foreach (var name in statement.Names)
        {
            parts.Add(name.Text);
        }

        var text = string.Join(".", parts);
        return statement.Method is { } method ? text + ":" + method.Text : text;
    }
}
