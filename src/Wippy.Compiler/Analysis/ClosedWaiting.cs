using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds the calls that may wait of a chunk in which no function that may wait is a value that a call of something unknown could reach: such functions are
/// called by name, run as coroutines and tasks, protected by <c>pcall</c>, stored in tables that serve as modules, or given to the host by the chunk's own
/// <c>return</c>, and nothing else. All other calls and operators of the chunk are then as plain as where nothing waits.
/// </summary>
internal sealed partial class ClosedWaiting
{
    private readonly BoundChunk _bound;
    private readonly HashSet<FunctionSymbol> _waiting = [];
    private readonly HashSet<CallSite> _sites = [];
    private readonly Dictionary<FunctionSymbol, List<CallSite>> _callers = [];

    // Functions under the name of a global, or of a field of a table that serves as a module.
    private readonly Dictionary<string, List<FunctionSymbol>> _globals = new(StringComparer.Ordinal);
    private readonly Dictionary<(LocalSymbol Module, string Name), List<FunctionSymbol>> _members = [];
    private readonly HashSet<LocalSymbol> _modules = [];
    private readonly HashSet<string> _storedNames = new(StringComparer.Ordinal);

    // Locals that may hold what was read under a computed key: of an object of the host, a function that waits.
    private readonly HashSet<LocalSymbol> _computed = [];
    private readonly HashSet<LocalSymbol> _numbers = [];
    private readonly HashSet<FunctionSymbol> _values = [];

    // The chunk's own return statements.
    private readonly HashSet<ReturnStatementSyntax> _results = [];
    private bool _isOpen;

    private ClosedWaiting(BoundChunk bound) => _bound = bound;

    /// <summary>The functions and the calls that may wait; null when the chunk is not closed in this sense.</summary>
    public static (HashSet<FunctionSymbol> Functions, HashSet<CallSite> Sites)? Find(BoundChunk bound)
    {
        if (bound.HasDynamicGlobals || bound.ReadsAnyGlobal || bound.GlobalFields.Values.Any(bound.AssignedGlobals.Contains) || bound.Input.WaitingMetamethods != 0 || bound.Input.IsLibrary)
        {
            return null;
        }

        foreach (var import in bound.Input.Imports)
        {
            if (import.Library.CanWait)
            {
                return null;
            }
        }

        var search = new ClosedWaiting(bound);
        search.FindModules();
        search.FindDefinitions();
        search.FindComputed();
        search.FindWaiting();
        search.Visit(bound.Chunk.Block);
        return search._isOpen || search._values.Overlaps(search._waiting) ? null : (search._waiting, search._sites);
    }

    // Tables in locals of the chunk that are used by nothing but fields with constant names and the chunk's return.
    private void FindModules()
    {
        foreach (var statement in _bound.Chunk.Block.Statements)
        {
            if (statement is LocalStatementSyntax local)
            {
                for (var i = 0; i < local.Variables.Count && i < local.Values.Count; i++)
                {
                    if (local.Values[i] is TableConstructorSyntax && _bound.Locals.TryGetValue(local.Variables[i], out var symbol) && symbol.Writes == 0)
                    {
                        _modules.Add(symbol);
                    }
                }
            }
        }

        var bases = new HashSet<ExpressionSyntax>();
        void See(ExpressionSyntax expression)
        {
            if (expression is FieldExpressionSyntax { Object: NameExpressionSyntax name })
            {
                bases.Add(name);
            }
            else if (expression is NameExpressionSyntax other && !bases.Contains(other) && _bound.Locals.TryGetValue(other, out var local))
            {
                _modules.Remove(local);
            }
        }

        foreach (var result in _bound.Chunk.Returns)
        {
            _results.Add(result);
            foreach (var value in result.Values)
            {
                if (value is NameExpressionSyntax)
                {
                    bases.Add(value);
                }
            }
        }

        // An operation is shown before its operands.
        SyntaxWalk.Visit(_bound.Chunk.Block, See);
    }

    private void FindDefinitions()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                AddDefinitions(statement);
            }
        }

        SyntaxWalk.Visit(_bound.Chunk.Block, expression =>
        {
            if (expression is TableConstructorSyntax table)
            {
                foreach (var field in table.Fields)
                {
                    if (field is NamedTableFieldSyntax named)
                    {
                        _storedNames.Add(named.Name.Text);
                    }
                }
            }
        });
    }

    private void AddDefinitions(StatementSyntax statement)
    {
        switch (statement)
        {
            case FunctionStatementSyntax { Method: null, Names: { Count: 1 } names } function when !_bound.Locals.ContainsKey(names[0]):
                Add(_globals, names[0].Text, _bound.FunctionOf[function.Body]);
                break;
            case FunctionStatementSyntax function:
                _storedNames.Add((function.Method ?? function.Names[function.Names.Count - 1]).Text);
                if (ModuleOf(function) is { } module)
                {
                    Add(_members, (module, function.Names[1].Text), _bound.FunctionOf[function.Body]);
                }

                break;
            case AssignmentStatementSyntax assignment:
                for (var i = 0; i < assignment.Targets.Count; i++)
                {
                    if (assignment.Targets[i] is FieldExpressionSyntax field)
                    {
                        _storedNames.Add(field.Name.Text);
                    }
                }

                break;
            case NumericForStatementSyntax numeric when _bound.Locals.TryGetValue(numeric.Variable, out var counter):
                _numbers.Add(counter);
                break;
            case GenericForStatementSyntax { Values: { Count: 1 } values } generic
                when values[0] is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) == "ipairs" && _bound.Locals.TryGetValue(generic.Variables[0], out var index):
                _numbers.Add(index);
                break;
            default:
                break;
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<FunctionSymbol>> functions, TKey key, FunctionSymbol function)
        where TKey : notnull
    {
        if (!functions.TryGetValue(key, out var list))
        {
            functions.Add(key, list = []);
        }

        list.Add(function);
    }

    // function M.name() of a module.
    private LocalSymbol? ModuleOf(FunctionStatementSyntax function) =>
        function is { Method: null, Names.Count: 2 } && _bound.Locals.TryGetValue(function.Names[0], out var local) && _modules.Contains(local) ? local : null;

    private void FindComputed()
    {
        var readers = new Dictionary<LocalSymbol, List<LocalSymbol>>();
        var found = new Stack<LocalSymbol>();
        void Add(ExpressionSyntax source, LocalSymbol local)
        {
            switch (source.Unwrap())
            {
                case IndexExpressionSyntax index when !IsNumber(index.Key) && _computed.Add(local):
                    found.Push(local);
                    break;
                case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var read):
                    if (!readers.TryGetValue(read, out var locals))
                    {
                        readers.Add(read, locals = []);
                    }

                    locals.Add(local);
                    break;
                case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                    Add(binary.Left, local);
                    Add(binary.Right, local);
                    break;
                default:
                    break;
            }
        }

        foreach (var pair in LocalSources.Find(_bound))
        {
            foreach (var source in pair.Value)
            {
                if (source is not null)
                {
                    Add(source, pair.Key);
                }
            }
        }

        while (found.Count > 0)
        {
            if (readers.TryGetValue(found.Pop(), out var locals))
            {
                foreach (var local in locals)
                {
                    if (_computed.Add(local))
                    {
                        found.Push(local);
                    }
                }
            }
        }
    }

    private bool IsComputed(ExpressionSyntax value) => value.Unwrap() switch
    {
        IndexExpressionSyntax index => !IsNumber(index.Key),
        NameExpressionSyntax name => _bound.Locals.TryGetValue(name, out var local) && _computed.Contains(local),
        BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary => IsComputed(binary.Left) || IsComputed(binary.Right),
        _ => false,
    };

    private bool IsNumber(ExpressionSyntax key) => key.Unwrap() switch
    {
        NumberLiteralSyntax => true,
        UnaryExpressionSyntax { Operator: UnaryOperator.Length or UnaryOperator.Negate } => true,
        BinaryExpressionSyntax binary => binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.FloorDivide
            or BinaryOperator.Modulo,
        NameExpressionSyntax name => _bound.Locals.TryGetValue(name, out var local) && local.Writes == 0 && _numbers.Contains(local),
        _ => false,
    };

    private void FindWaiting()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                FindCallees(site);
            }

            if (_bound.CanBlock && FunctionAnalysis.HasWaitingLoop(_bound, function.Block, true))
            {
                _waiting.Add(function);
            }
        }

        var found = new Stack<FunctionSymbol>(_waiting);
        while (found.Count > 0)
        {
            if (_callers.TryGetValue(found.Pop(), out var sites))
            {
                foreach (var site in sites)
                {
                    _sites.Add(site);
                    if (_waiting.Add(site.Caller))
                    {
                        found.Push(site.Caller);
                    }
                }
            }
        }
    }

    private void FindCallees(CallSite site)
    {
        if (site.Target is { } target)
        {
            AddCaller(target, site);
            return;
        }

        if (site.Syntax is MethodCallExpressionSyntax method)
        {
            AddNamed(method.Name.Text, site);
            return;
        }

        var call = (CallExpressionSyntax)site.Syntax;
        if (_bound.GetHostPath(call.Callee) is { } path && ModuleCatalogue.FindFunction(path) is { } host)
        {
            if (FunctionAnalysis.Waits(_bound, host))
            {
                AddWaiting(site);
            }
            else if (host.Effect == FunctionEffect.CallsBack && call.Arguments.Count > 0)
            {
                AddCallees(call.Arguments[0], site);
            }
        }
        else
        {
            AddCallees(call.Callee, site);
        }
    }

    // An object of the host may have a method of this name, unless only the chunk has one.
    private void AddNamed(string name, CallSite site)
    {
        if (_bound.CanBlock && (HostMethods.MayWait(name) || (!_storedNames.Contains(name) && ModuleCatalogue.FindFunction("string." + name) is null)))
        {
            AddWaiting(site);
        }
    }

    private void AddCallees(ExpressionSyntax callee, CallSite site)
    {
        switch (callee.Unwrap())
        {
            case FunctionExpressionSyntax function:
                AddCaller(_bound.FunctionOf[function.Body], site);
                break;
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                AddCallees(binary.Left, site);
                AddCallees(binary.Right, site);
                break;
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                if (local.KnownFunction is { } known)
                {
                    AddCaller(known, site);
                }
                else if (IsHostFunction(name) || (_bound.CanBlock && _computed.Contains(local)))
                {
                    AddWaiting(site);
                }

                break;
            case NameExpressionSyntax name when _globals.TryGetValue(name.Name, out var functions):
                functions.ForEach(f => AddCaller(f, site));
                break;
            case FieldExpressionSyntax field when MembersOf(field) is { } members:
                members.ForEach(m => AddCaller(m, site));
                break;
            case FieldExpressionSyntax field when _bound.GetHostPath(field) is not { } path || ModuleCatalogue.FindFunction(path) is null:
                AddNamed(field.Name.Text, site);
                break;
            case { } value when IsHostFunction(value) || (_bound.CanBlock && IsComputed(value)):
                AddWaiting(site);
                break;
            default:
                break;
        }
    }

    // Whether this is a function of the host that may wait.
    private bool IsHostFunction(ExpressionSyntax value) => _bound.GetHostPath(value) is { } path && ModuleCatalogue.FindFunction(path) is { } host && MayWait(host);

    private List<FunctionSymbol>? MembersOf(FieldExpressionSyntax field) =>
        field.Object is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && _modules.Contains(local)
            && _members.TryGetValue((local, field.Name.Text), out var members)
            ? members
            : null;

    private bool MayWait(ModuleFunction host) => host.Effect == FunctionEffect.CallsBack || FunctionAnalysis.Waits(_bound, host);

    private void AddWaiting(CallSite site)
    {
        _sites.Add(site);
        _waiting.Add(site.Caller);
    }

    private void AddCaller(FunctionSymbol callee, CallSite site)
    {
        if (!_callers.TryGetValue(callee, out var sites))
        {
            _callers.Add(callee, sites = []);
        }

        sites.Add(site);
    }
}
