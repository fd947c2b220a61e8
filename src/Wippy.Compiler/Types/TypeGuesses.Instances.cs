using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <content>
/// Functions that make lists, as in: <c>local function zeros(n) local t = {} for i = 1, n do t[i] = 0 end return t end</c>. A chunk has few of them and
/// lists of many kinds, so each call is followed through the function on its own: its list has elements of its own.
/// </content>
internal sealed partial class TypeGuesses
{
    private const int MaximumStatements = 16;

    // Of makers that call makers, as for the rows of a matrix.
    private const int MaximumInstanceDepth = 3;

    private const int MaximumInstances = 2_000;

    private readonly Dictionary<FunctionSymbol, bool> _makers = [];
    private readonly Dictionary<(ExpressionSyntax Call, FunctionSymbol Function), Instance> _instances = [];
    private Instance? _instance;
    private int _instanceCount;
    private int _pass;

    private Dictionary<ExpressionSyntax, Node> Expressions => _instance?.Expressions ?? _expressions;

    private Node Local(LocalSymbol local) => Get(_instance is { } instance && local.Owner == instance.Function ? instance.Locals : _locals, local);

    // Null when the function makes no list, or has been followed often enough.
    private Instance? InstanceOf(ExpressionSyntax call, FunctionSymbol function)
    {
        var instances = _instance?.Instances ?? _instances;
        if (instances.TryGetValue((call, function), out var instance))
        {
            return instance;
        }

        var depth = (_instance?.Depth ?? 0) + 1;
        if (depth > MaximumInstanceDepth || _instanceCount == MaximumInstances || !MakesList(function))
        {
            return null;
        }

        _instanceCount++;
        instances.Add((call, function), instance = new Instance(function, depth));
        return instance;
    }

    private void Run(Instance instance, List<Node> arguments)
    {
        for (var i = 0; i < instance.Function.Parameters.Count && i < arguments.Count; i++)
        {
            Flow(arguments[i], Get(instance.Locals, instance.Function.Parameters[i]));
        }

        if (instance.Pass == _pass)
        {
            return;
        }

        instance.Pass = _pass;
        var outer = _instance;
        _instance = instance;
        foreach (var statement in SyntaxWalk.StatementsOf(instance.Function.Block))
        {
            Visit(statement, instance.Function);
        }

        _instance = outer;
    }

    // A short function without annotations and without functions inside, whose only result is a new list.
    private bool MakesList(FunctionSymbol function)
    {
        if (!_makers.TryGetValue(function, out var makes))
        {
            makes = function is { IsChunk: false, FallsThrough: false, Returns.Count: > 0, Body.ReturnTypes: null }
                && function.Returns.TrueForAll(r => r.Values.Count == 1 && IsNewList(r.Values[0], function))
                && IsShort(function.Block);
            _makers.Add(function, makes);
        }

        return makes;
    }

    private bool IsNewList(ExpressionSyntax value, FunctionSymbol function) => value switch
    {
        TableConstructorSyntax table => table.Fields.All(static f => f is PositionalTableFieldSyntax),
        NameExpressionSyntax name => _bound.Locals.TryGetValue(name, out var local) && local.Owner == function && local is
        {
            Writes: 0, Declaration: VariableSyntax { Type: null }, InitialValue: TableConstructorSyntax or CallExpressionSyntax
        } && (local.InitialValue is CallExpressionSyntax || IsNewList(local.InitialValue, function)),
        _ => false,
    };

    private static bool IsShort(BlockSyntax block)
    {
        var count = 0;
        foreach (var statement in SyntaxWalk.StatementsOf(block))
        {
            if (++count > MaximumStatements || statement is LocalFunctionStatementSyntax or FunctionStatementSyntax)
            {
                return false;
            }
        }

        var isPlain = true;
        SyntaxWalk.Visit(block, expression => isPlain &= expression is not FunctionExpressionSyntax);
        return isPlain;
    }

    /// <summary>A call of a function that makes a list: what its variables and expressions hold there.</summary>
    private sealed class Instance(FunctionSymbol function, int depth)
    {
        public FunctionSymbol Function { get; } = function;

        public int Depth { get; } = depth;

        /// <summary>The last pass that has followed it.</summary>
        public int Pass { get; set; }

        public Node Result { get; } = new();

        public Dictionary<LocalSymbol, Node> Locals { get; } = [];

        public Dictionary<ExpressionSyntax, Node> Expressions { get; } = [];

        public Dictionary<(ExpressionSyntax Call, FunctionSymbol Function), Instance> Instances { get; } = [];
    }
}
