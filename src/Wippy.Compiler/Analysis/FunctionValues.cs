using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Which functions of a chunk an expression may give: one written there, assigned to the variable or to a field of its name, given as an argument, or returned.
/// Values in elements of tables are kept together, and so are those that are given to calls of values. That a function is among them proves nothing.
/// </summary>
internal sealed class FunctionValues
{
    private readonly BoundChunk _bound;
    private readonly Dictionary<string, FunctionSet> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<LocalSymbol, FunctionSet> _locals = [];
    private readonly Dictionary<FunctionSymbol, FunctionSet> _results = [];
    private readonly FunctionSet _inTables = new();

    // What calls of values are given, and give.
    private readonly FunctionSet _passed = new();

    /// <summary>Those of a chunk.</summary>
    public FunctionValues(BoundChunk bound)
    {
        _bound = bound;
        foreach (var function in bound.Functions)
        {
            AddFunction(function);
            foreach (var site in function.Calls)
            {
                AddArguments(site);
            }
        }

        SyntaxWalk.Visit(bound.Chunk.Block, AddItems);
    }

    /// <summary>Whether a call is one of <c>pcall</c> or <c>xpcall</c>.</summary>
    public static bool IsProtectedCall(BoundChunk bound, CallSite site) =>
        site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 0 } call } && bound.GetHostPath(call.Callee) is "pcall" or "xpcall";

    /// <summary>Whether a call makes a coroutine.</summary>
    public static bool IsCoroutine(BoundChunk bound, CallSite site) =>
        site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 0 } call } && bound.GetHostPath(call.Callee) is "coroutine.create" or "coroutine.wrap";

    /// <summary>Whether a call is one of <c>table.sort</c> with an order.</summary>
    public static bool IsSort(BoundChunk bound, CallSite site) =>
        site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 1 } call } && bound.GetHostPath(call.Callee) is "table.sort";

    /// <summary>What calls of the host are given to call it, in the order of the text.</summary>
    public IReadOnlyCollection<FunctionSymbol> Given(Func<BoundChunk, CallSite, bool> isCall, int argument = 0)
    {
        var given = new FunctionSet();
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (isCall(_bound, site))
                {
                    SetOf(((CallExpressionSyntax)site.Syntax).Arguments[argument])?.AddTo(given);
                }
            }
        }

        var found = new HashSet<FunctionSymbol>();
        foreach (var set in given.Visit([]))
        {
            found.UnionWith(set.Functions);
        }

        return _bound.Functions.FindAll(found.Contains);
    }

    /// <summary>What a call calls by its value; null where it calls a body directly, or the host, or nothing is known.</summary>
    public FunctionSet? OfCallee(CallSite site) => site switch
    {
        { Target: null, IsKnownHostFunction: false, Syntax: CallExpressionSyntax call } => SetOf(call.Callee),
        { Target: null, IsKnownHostFunction: false, Syntax: MethodCallExpressionSyntax method } => OfField(method.Name.Text),
        _ => null,
    };

    private void AddFunction(FunctionSymbol function)
    {
        if (function.IsUsedAsValue)
        {
            function.Parameters.ForEach(p => _passed.AddTo(OfLocal(p)));
            OfResults(function).AddTo(_passed);
        }

        foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
        {
            switch (statement)
            {
                case LocalStatementSyntax local:
                    for (var i = 0; i < local.Variables.Count; i++)
                    {
                        AddTo(OfLocal(_bound.Locals[local.Variables[i]]), local.Values, i);
                    }

                    break;
                case AssignmentStatementSyntax assignment:
                    for (var i = 0; i < assignment.Targets.Count; i++)
                    {
                        if (SetOf(assignment.Targets[i]) is { } target)
                        {
                            AddTo(target, assignment.Values, i);
                        }
                    }

                    break;
                case LocalFunctionStatementSyntax named:
                    OfLocal(_bound.Locals[named.Name]).Functions.Add(_bound.FunctionOf[named.Body]);
                    break;
                case FunctionStatementSyntax named:
                    var last = named.Method ?? named.Names[named.Names.Count - 1];
                    (_bound.Locals.TryGetValue(last, out var variable) ? OfLocal(variable) : OfField(last.Text)).Functions.Add(_bound.FunctionOf[named.Body]);
                    break;
                case ReturnStatementSyntax result:
                    for (var i = 0; i < result.Values.Count; i++)
                    {
                        AddTo(OfResults(function), result.Values, i);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void AddArguments(CallSite site)
    {
        var (callee, arguments) = site.Syntax switch
        {
            CallExpressionSyntax call => (call.Callee, call.Arguments),
            _ => (null, ((MethodCallExpressionSyntax)site.Syntax).Arguments),
        };
        var path = callee is null ? null : _bound.GetHostPath(callee);
        var isRunner = IsProtectedCall(_bound, site) || IsCoroutine(_bound, site);
        for (var i = isRunner ? 1 : 0; i < arguments.Count; i++)
        {
            if (site.Target is not { } target)
            {
                // Other functions of the host store what they are given.
                SetOf(arguments[i])?.AddTo(path is null or "coroutine.resume" || isRunner ? _passed : _inTables);
            }
            else if (i < target.Parameters.Count)
            {
                SetOf(arguments[i])?.AddTo(OfLocal(target.Parameters[i]));
            }
        }
    }

    private void AddItems(ExpressionSyntax expression)
    {
        if (expression is TableConstructorSyntax table)
        {
            foreach (var field in table.Fields)
            {
                SetOf(field.Value)?.AddTo(field is NamedTableFieldSyntax named ? OfField(named.Name.Text) : _inTables);
            }
        }
    }

    private void AddTo(FunctionSet target, EquatableArray<ExpressionSyntax> values, int index)
    {
        if (values.Count > 0)
        {
            SetOf(values[Math.Min(index, values.Count - 1)])?.AddTo(target);
        }
    }

    private FunctionSet? SetOf(ExpressionSyntax expression)
    {
        switch (expression.Unwrap())
        {
            case FunctionExpressionSyntax function:
                return new FunctionSet { Functions = { _bound.FunctionOf[function.Body] } };
            case NameExpressionSyntax name:
                return _bound.Locals.TryGetValue(name, out var local) ? OfLocal(local) : OfField(name.Name);
            case FieldExpressionSyntax field:
                return OfField(field.Name.Text);
            case IndexExpressionSyntax:
                return _inTables;
            case CallExpressionSyntax call:
                return _bound.Calls[call].Target is { } target ? OfResults(target) : _bound.GetHostPath(call.Callee) is null ? _passed : null;
            case MethodCallExpressionSyntax:
                return _passed;
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                var either = new FunctionSet();
                SetOf(binary.Left)?.AddTo(either);
                SetOf(binary.Right)?.AddTo(either);
                return either;
            default:
                return null;
        }
    }

    private FunctionSet OfLocal(LocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var set))
        {
            _locals.Add(local, set = new FunctionSet());
        }

        return set;
    }

    private FunctionSet OfResults(FunctionSymbol function)
    {
        if (!_results.TryGetValue(function, out var set))
        {
            _results.Add(function, set = new FunctionSet());
        }

        return set;
    }

    // Global variables are fields, too. Metamethods are called by operators, which know nothing of this.
    private FunctionSet OfField(string name)
    {
        if (!_fields.TryGetValue(name, out var set))
        {
            _fields.Add(name, set = new FunctionSet());
            if (!name.StartsWith("__", StringComparison.Ordinal))
            {
                set.AddTo(_inTables);
            }
        }

        return set;
    }
}
