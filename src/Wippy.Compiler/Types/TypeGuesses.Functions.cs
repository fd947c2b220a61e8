using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <content>Which functions places hold, and what flows into and out of them in calls.</content>
internal sealed partial class TypeGuesses
{
    // A place with more functions has a crowd, so that the work is the sum of its calls and its functions, not their product.
    private const int MaximumFunctions = 8;

    private readonly List<Crowd> _crowds = [];

    /// <summary>The functions that a variable probably holds; none when they are many.</summary>
    public IReadOnlyList<FunctionSymbol> FunctionsOf(LocalSymbol local) => _locals.TryGetValue(local, out var node) ? Root(node).Functions : [];

    private void AddFunctions(Node to, Node from)
    {
        if (from.Crowd is { } crowd)
        {
            CrowdOf(to, Root(crowd));
            return;
        }

        foreach (var function in from.Functions)
        {
            AddFunction(to, function);
        }
    }

    private void AddFunction(Node node, FunctionSymbol function)
    {
        node = Root(node);
        if (node.Crowd is { } crowd)
        {
            _changed |= Root(crowd).Add(function);
        }
        else if (!node.Functions.Contains(function))
        {
            node.Functions.Add(function);
            _changed = true;
            if (node.Functions.Count > MaximumFunctions)
            {
                _crowds.Add(crowd = new Crowd());
                CrowdOf(node, crowd);
            }
        }
    }

    // A place that gets a crowd of functions has the same ones from then on.
    private void CrowdOf(Node node, Crowd crowd)
    {
        if (node.Crowd is not { } other)
        {
            _changed = true;
            node.Crowd = crowd;
            foreach (var function in node.Functions)
            {
                crowd.Add(function);
            }

            node.Functions.Clear();
            return;
        }

        other = Root(other);
        if (other == crowd)
        {
            return;
        }

        _changed = true;
        if (other.Functions.Count > crowd.Functions.Count)
        {
            (crowd, other) = (other, crowd);
        }

        other.Parent = crowd;
        foreach (var function in other.Functions)
        {
            crowd.Add(function);
        }
    }

    private void Call(Node callee, List<Node> arguments, Node result, ExpressionSyntax? call = null)
    {
        callee = Root(callee);
        if (callee.Crowd is not null)
        {
            var crowd = Root(callee.Crowd);
            for (var i = 0; i < crowd.Parameters.Count && i < arguments.Count; i++)
            {
                Flow(arguments[i], crowd.Parameters[i]);
            }

            Flow(crowd.Result, result);
            return;
        }

        foreach (var function in new List<FunctionSymbol>(callee.Functions))
        {
            for (var i = 0; i < function.Parameters.Count && i < arguments.Count; i++)
            {
                Flow(arguments[i], Get(_locals, function.Parameters[i]));
            }

            if (call is not null && InstanceOf(call, function) is { } instance)
            {
                Run(instance, arguments);
                Flow(instance.Result, result);
            }
            else
            {
                Flow(ResultOf(function), result);
            }
        }
    }

    // One of the results of a call behind the first.
    private void AddOtherResult(ExpressionSyntax call, int index, Node result)
    {
        var callee = call switch
        {
            CallExpressionSyntax { Callee: var called } => Evaluate(called),
            MethodCallExpressionSyntax { Name.Text: var name } => Get(_fields, name),
            _ => new Node(),
        };
        foreach (var function in new List<FunctionSymbol>(Root(callee).Functions))
        {
            Flow(ResultOf(function, index), result);
        }
    }

    // What the calls of a crowd give reaches all its functions, and their results reach what the calls have in common.
    private void ConnectCrowds()
    {
        for (var c = 0; c < _crowds.Count; c++)
        {
            if (_crowds[c] is not { Parent: null } crowd)
            {
                continue;
            }

            foreach (var function in new List<FunctionSymbol>(crowd.Functions))
            {
                for (var i = 0; i < function.Parameters.Count; i++)
                {
                    Flow(crowd.Parameters[i], Get(_locals, function.Parameters[i]));
                }

                Flow(ResultOf(function), crowd.Result);
            }
        }
    }

    private static Crowd Root(Crowd crowd)
    {
        while (crowd.Parent is { } parent)
        {
            crowd = parent;
        }

        return crowd;
    }

    /// <summary>Functions that many places hold, with one place for what all calls give a parameter, and one for all results.</summary>
    private sealed class Crowd
    {
        /// <summary>The larger crowd that this one has joined.</summary>
        public Crowd? Parent { get; set; }

        public HashSet<FunctionSymbol> Functions { get; } = [];

        public List<Node> Parameters { get; } = [];

        public Node Result { get; } = new();

        public bool Add(FunctionSymbol function)
        {
            while (Parameters.Count < function.Parameters.Count)
            {
                Parameters.Add(new Node());
            }

            return Functions.Add(function);
        }
    }
}
