using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds the metamethods of operators that may wait. Code that may wait awaits these operators and no others, so that a program without such metamethods pays
/// nothing for them. A callee of which only the name of its field is known is taken for the functions of the chunk that are stored under that name.
/// </summary>
internal sealed class WaitingMetamethods
{
    // An __index or __newindex of which nothing is known is taken for a table.
    private const Metamethods MayBeTables = Metamethods.Index | Metamethods.NewIndex;

    // Through how many local variables a value is followed.
    private const int MaximumSteps = 4;

    private readonly BoundChunk _bound;
    private readonly List<(Metamethods Metamethod, FunctionSymbol? Function)> _handlers = [];
    private readonly Dictionary<string, HashSet<FunctionSymbol?>> _fields = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Source)> _copies = [];
    private readonly Dictionary<FunctionSymbol, HashSet<FunctionSymbol>> _callees = [];
    private readonly Dictionary<FunctionSymbol, Metamethods> _uses = [];
    private readonly HashSet<FunctionSymbol> _waiting = [];

    private readonly Dictionary<LocalSymbol, List<ExpressionSyntax?>> _sources;

    // Values stored under keys that are not literals, and the metamethods whose names may be such keys.
    private readonly List<ExpressionSyntax> _computed = [];
    private Metamethods _namedByText;

    private WaitingMetamethods(BoundChunk bound)
    {
        _bound = bound;
        _sources = LocalSources.Find(bound);
    }

    /// <summary>The metamethods that may wait: those of the chunk, and those of other chunks that the input tells.</summary>
    public static Metamethods Find(BoundChunk bound) => Close(Read(bound), (Metamethods)bound.Input.WaitingMetamethods);

    /// <summary>What the functions do that the chunk stores as metamethods, in order of the metamethods.</summary>
    public static IReadOnlyList<MetamethodSignature> Read(BoundChunk bound)
    {
        var search = new WaitingMetamethods(bound);
        search.Visit(bound.Chunk.Block);
        search.AddCopies();
        search.AddHandlers();
        if (search._handlers.Count == 0)
        {
            return [];
        }

        search.FindWaiting();
        return search._handlers
            .GroupBy(static h => h.Metamethod)
            .OrderBy(static g => g.Key)
            .Select(g => new MetamethodSignature(
                (int)g.Key,
                g.Any(h => h.Function is null || (g.Key == Metamethods.Pairs ? search.GivesUnknownIterator(h.Function) : search._waiting.Contains(h.Function))),
                g.Aggregate(0, (uses, h) => h.Function is null ? uses : uses | (int)search._uses[h.Function])))
            .ToList();
    }

    /// <summary>Adds to the metamethods that may wait those which use them.</summary>
    public static Metamethods Close(IReadOnlyList<MetamethodSignature> handlers, Metamethods found)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var handler in handlers)
            {
                if ((found & (Metamethods)handler.Metamethod) == 0 && (handler.MayWait || ((Metamethods)handler.Uses & found) != 0))
                {
                    found |= (Metamethods)handler.Metamethod;
                    changed = true;
                }
            }
        }

        return found;
    }

    // pairs itself never waits, but what __pairs gives it may.
    private bool GivesUnknownIterator(FunctionSymbol function) => SyntaxWalk.StatementsOf(function.Block).Any(s => s is ReturnStatementSyntax { Values.Count: > 0 } result
        && _bound.GetHostPath(result.Values[0]) != "next"
        && !(result.Values[0] is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) is "pairs" or "ipairs"));

    // What functions do includes what those do that they call.
    private void FindWaiting()
    {
        foreach (var function in _bound.Functions)
        {
            _uses[function] = MetamethodUses.Of(_bound, function.Block);
            _callees[function] = [];
            foreach (var site in function.Calls)
            {
                AddCallees(function, site);
            }

            if (FunctionAnalysis.HasWaitingLoop(_bound, function.Block, true))
            {
                _waiting.Add(function);
            }
        }

        // From the first function to the last and back, so that a chain of calls takes no turn for each.
        var functions = _bound.Functions.ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            Array.Reverse(functions);
            foreach (var function in functions)
            {
                foreach (var callee in _callees[function])
                {
                    changed |= _waiting.Contains(callee) && _waiting.Add(function);
                    var uses = _uses[function] | _uses[callee];
                    changed |= uses != _uses[function];
                    _uses[function] = uses;
                }
            }
        }
    }

    private void AddCallees(FunctionSymbol function, CallSite site)
    {
        if (site.Target is { } target)
        {
            AddCallee(function, target);
            return;
        }

        switch (site.Syntax)
        {
            case CallExpressionSyntax call when _bound.GetHostPath(call.Callee) is { } path && ModuleCatalogue.FindFunction(path) is { } host:
                if (host.Effect == FunctionEffect.CallsBack)
                {
                    foreach (var argument in call.Arguments)
                    {
                        AddCallees(function, argument);
                    }
                }
                else if (FunctionAnalysis.Waits(_bound, host))
                {
                    AddCallee(function, null);
                }

                break;
            case CallExpressionSyntax { Callee: FieldExpressionSyntax field }:
                AddCallees(function, field.Name.Text);
                break;
            case MethodCallExpressionSyntax call:
                AddCallees(function, call.Name.Text);
                break;
            default:
                AddCallee(function, null);
                break;
        }
    }

    private void AddCallees(FunctionSymbol function, string field)
    {
        if (_fields.TryGetValue(field, out var callees))
        {
            foreach (var callee in callees)
            {
                AddCallee(function, callee);
            }
        }
        else if (ModuleCatalogue.FindFunction("string." + field) is null)
        {
            AddCallee(function, null);
        }
    }

    private void AddCallees(FunctionSymbol function, ExpressionSyntax value)
    {
        switch (value)
        {
            case FunctionExpressionSyntax or NameExpressionSyntax:
                if (Resolve(value) is { } callee)
                {
                    AddCallee(function, callee);
                }
                else if (_bound.GetHostPath(value) is null)
                {
                    AddCallee(function, null);
                }

                break;
            case FieldExpressionSyntax field:
                AddCallees(function, field.Name.Text);
                break;
            case CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax or IndexExpressionSyntax:
                AddCallee(function, null);
                break;
            default:
                break;
        }
    }

    private void AddCallee(FunctionSymbol function, FunctionSymbol? callee)
    {
        if (callee is null)
        {
            _waiting.Add(function);
        }
        else
        {
            _callees[function].Add(callee);
        }
    }

    private FunctionSymbol? Resolve(ExpressionSyntax value) => value switch
    {
        FunctionExpressionSyntax function => _bound.FunctionOf[function.Body],
        NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local) =>
            local.KnownFunction ?? (local is { Writes: 0, InitialValue: FunctionExpressionSyntax initial } ? _bound.FunctionOf[initial.Body] : null),
        _ => null,
    };

    // Collects the functions that are stored in fields, and under the names of metamethods.
    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case FunctionStatementSyntax function:
                    AddField((function.Method ?? function.Names[function.Names.Count - 1]).Text, _bound.FunctionOf[function.Body]);
                    break;
                case AssignmentStatementSyntax assignment:
                    // Without values where the parser has found an error.
                    for (var i = 0; i < assignment.Targets.Count && assignment.Values.Count > 0; i++)
                    {
                        var value = i < assignment.Values.Count ? assignment.Values[i] : assignment.Values[assignment.Values.Count - 1];
                        if (assignment.Targets[i] is FieldExpressionSyntax field)
                        {
                            Add(field.Name.Text, value);
                        }
                        else if (assignment.Targets[i] is IndexExpressionSyntax index)
                        {
                            Add(index.Key, value);
                        }
                    }

                    break;
                default:
                    break;
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Visit(expression);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner);
            }
        }
    }

    private void Visit(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case FunctionExpressionSyntax function:
                Visit(function.Body.Block);
                break;
            case TableConstructorSyntax table:
                foreach (var field in table.Fields)
                {
                    if (field is NamedTableFieldSyntax named)
                    {
                        Add(named.Name.Text, named.Value);
                    }
                    else if (field is KeyedTableFieldSyntax keyed)
                    {
                        Add(keyed.Key, keyed.Value);
                    }
                }

                break;
            case CallExpressionSyntax { Arguments: { Count: 3 } arguments } call when _bound.GetHostPath(call.Callee) is "rawset":
                Add(arguments[1], arguments[2]);
                break;
            case CallExpressionSyntax call when _bound.GetHostPath(call.Callee) is "rawget":
                // Reads a metamethod by its name.
                return;
            case StringLiteralSyntax text:
                var name = LuaText.Decode(text.Value);
                _namedByText |= name is "__" ? MetamethodUses.All : MetamethodUses.Named(name);
                break;
            default:
                break;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child);
        }
    }

    private void Add(ExpressionSyntax key, ExpressionSyntax value)
    {
        if (key is StringLiteralSyntax text)
        {
            Add(LuaText.Decode(text.Value), value);
        }
        else if (key is not NumberLiteralSyntax)
        {
            _computed.Add(value);
        }
    }

    private void Add(string name, ExpressionSyntax value, int depth = 0)
    {
        if (Resolve(value) is { } function)
        {
            AddField(name, function);
        }
        else if (_bound.GetHostPath(value) is { } path && ModuleCatalogue.FindFunction(path) is { } host)
        {
            if (FunctionAnalysis.Waits(_bound, host))
            {
                AddField(name, null);
                AddHandler(MetamethodUses.Named(name), null);
            }
        }
        else if (value is FieldExpressionSyntax field)
        {
            _copies.Add((name, field.Name.Text));
        }
        else if (value is NameExpressionSyntax variable && depth < MaximumSteps && _bound.Locals.TryGetValue(variable, out var local)
            && local.Kind == LocalKind.Local && _sources.TryGetValue(local, out var sources) && sources.TrueForAll(static s => s is not null))
        {
            sources.ForEach(s => Add(name, s!, depth + 1));
        }
        else if (!IsPlain(value))
        {
            AddField(name, null);
        }
    }

    private static bool IsPlain(ExpressionSyntax value) => value is TableConstructorSyntax or StringLiteralSyntax or NumberLiteralSyntax
        or NilExpressionSyntax or TrueExpressionSyntax or FalseExpressionSyntax or BinaryExpressionSyntax { Operator: not (BinaryOperator.And or BinaryOperator.Or) };

    // null is a function of which nothing is known.
    private void AddField(string name, FunctionSymbol? function)
    {
        if (!_fields.TryGetValue(name, out var functions))
        {
            functions = [];
            _fields.Add(name, functions);
        }

        functions.Add(function);
    }

    private void AddHandler(Metamethods metamethod, FunctionSymbol? function)
    {
        if (metamethod != Metamethods.None)
        {
            _handlers.Add((metamethod, function));
        }
    }

    // One field gets what another one has.
    private void AddCopies()
    {
        foreach (var (name, source) in _copies)
        {
            if (!_fields.ContainsKey(source) && !_copies.Exists(c => c.Name == source))
            {
                AddField(name, null);
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (name, source) in _copies)
            {
                if (_fields.TryGetValue(source, out var functions))
                {
                    foreach (var function in functions.ToList())
                    {
                        changed |= !_fields.TryGetValue(name, out var known) || !known.Contains(function);
                        AddField(name, function);
                    }
                }
            }
        }
    }

    private void AddHandlers()
    {
        foreach (var pair in _fields)
        {
            var metamethod = MetamethodUses.Named(pair.Key);
            foreach (var function in pair.Value)
            {
                AddHandler(function is null ? metamethod & ~MayBeTables : metamethod, function);
            }
        }

        // What is read from another table was stored there under its name.
        foreach (var value in _computed.Where(v => _namedByText != Metamethods.None && !IsPlain(v) && v is not (FieldExpressionSyntax or IndexExpressionSyntax)))
        {
            foreach (var metamethod in MetamethodUses.Split(_namedByText))
            {
                var function = Resolve(value);
                if (function is not null || (_bound.GetHostPath(value) is null && (metamethod & MayBeTables) == 0))
                {
                    AddHandler(metamethod, function);
                }
            }
        }
    }
}
