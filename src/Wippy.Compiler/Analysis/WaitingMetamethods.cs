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
    private readonly BoundChunk _bound;
    private readonly List<(Metamethods Metamethod, FunctionSymbol Function)> _handlers = [];
    private readonly Dictionary<string, List<FunctionSymbol?>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<FunctionSymbol, Metamethods> _uses = [];
    private readonly HashSet<FunctionSymbol> _waiting = [];
    private Metamethods _found;

    private WaitingMetamethods(BoundChunk bound) => _bound = bound;

    /// <summary>The metamethods of the chunk and its imports that may wait.</summary>
    public static Metamethods Find(BoundChunk bound)
    {
        var search = new WaitingMetamethods(bound);
        foreach (var import in bound.Input.Imports)
        {
            search._found |= (Metamethods)import.Library.WaitingMetamethods;
        }

        search.Visit(bound.Chunk.Block);
        if (search._handlers.Count > 0)
        {
            search.FindWaiting();
        }

        return search._found;
    }

    private void FindWaiting()
    {
        foreach (var function in _bound.Functions)
        {
            _uses[function] = MetamethodUses.Of(_bound, function.Block);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in _bound.Functions)
            {
                if (!_waiting.Contains(function) && Waits(function))
                {
                    _waiting.Add(function);
                    changed = true;
                }
            }

            foreach (var (metamethod, function) in _handlers)
            {
                if (_waiting.Contains(function) && (_found & metamethod) == 0)
                {
                    _found |= metamethod;
                    changed = true;
                }
            }
        }
    }

    private bool Waits(FunctionSymbol function) =>
        (_uses[function] & _found) != 0 || function.Calls.Exists(Waits) || HasUnknownIterator(function.Block);

    private bool Waits(CallSite site)
    {
        if (site.Target is { } target)
        {
            return _waiting.Contains(target);
        }

        switch (site.Syntax)
        {
            case CallExpressionSyntax call when _bound.GetHostPath(call.Callee) is { } path && ModuleCatalogue.FindFunction(path) is { } host:
                if (host.Effect == FunctionEffect.CallsBack)
                {
                    foreach (var argument in call.Arguments)
                    {
                        if (MayWait(argument))
                        {
                            return true;
                        }
                    }
                }

                return Waits(host);
            case CallExpressionSyntax { Callee: FieldExpressionSyntax field }:
                return MayWait(field.Name.Text);
            case MethodCallExpressionSyntax call:
                return MayWait(call.Name.Text);
            default:
                return true;
        }
    }

    private bool Waits(ModuleFunction host) =>
        host.Effect is FunctionEffect.Waits or FunctionEffect.Yields || (host.Effect == FunctionEffect.Resumes && _bound.CanBlock);

    private bool MayWait(string field) =>
        _fields.TryGetValue(field, out var functions) ? functions.Exists(f => f is null || _waiting.Contains(f)) : ModuleCatalogue.FindFunction("string." + field) is null;

    private bool MayWait(ExpressionSyntax value) => value switch
    {
        FunctionExpressionSyntax or NameExpressionSyntax => Resolve(value) is { } function ? _waiting.Contains(function) : _bound.GetHostPath(value) is null,
        FieldExpressionSyntax field => MayWait(field.Name.Text),
        CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax or IndexExpressionSyntax => true,
        _ => false,
    };

    private FunctionSymbol? Resolve(ExpressionSyntax value) => value switch
    {
        FunctionExpressionSyntax function => _bound.FunctionOf[function.Body],
        NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local) =>
            local.KnownFunction ?? (local is { Writes: 0, InitialValue: FunctionExpressionSyntax initial } ? _bound.FunctionOf[initial.Body] : null),
        _ => null,
    };

    private bool HasUnknownIterator(BlockSyntax block) =>
        SyntaxWalk.StatementsOf(block).Any(s => s is GenericForStatementSyntax { Values.Count: > 0 } loop && FunctionAnalysis.IteratorMayWait(_bound, loop, true));

    // Collects the functions that are stored in fields, and under the names of metamethods.
    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case FunctionStatementSyntax function:
                    Add((function.Method ?? function.Names[function.Names.Count - 1]).Text, _bound.FunctionOf[function.Body]);
                    break;
                case AssignmentStatementSyntax assignment:
                    for (var i = 0; i < assignment.Targets.Count; i++)
                    {
                        var value = i < assignment.Values.Count ? assignment.Values[i] : assignment.Values[assignment.Values.Count - 1];
                        switch (assignment.Targets[i])
                        {
                            case FieldExpressionSyntax field:
                                Add(field.Name.Text, value);
                                break;
                            case IndexExpressionSyntax { Key: StringLiteralSyntax key }:
                                Add(LuaText.Decode(key.Value), value);
                                break;
                            default:
                                break;
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
                    switch (field)
                    {
                        case NamedTableFieldSyntax named:
                            Add(named.Name.Text, named.Value);
                            break;
                        case KeyedTableFieldSyntax { Key: StringLiteralSyntax key } keyed:
                            Add(LuaText.Decode(key.Value), keyed.Value);
                            break;
                        default:
                            break;
                    }
                }

                break;
            default:
                break;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child);
        }
    }

    private void Add(string name, ExpressionSyntax value)
    {
        var host = _bound.GetHostPath(value) is { } path ? ModuleCatalogue.FindFunction(path) : null;
        if (Resolve(value) is { } function)
        {
            Add(name, function);
        }
        else if (host is not null && Waits(host))
        {
            _found |= MetamethodUses.Named(name);
            AddField(name, null);
        }
        else if (host is null && value is not (TableConstructorSyntax or StringLiteralSyntax or NumberLiteralSyntax or NilExpressionSyntax or TrueExpressionSyntax or FalseExpressionSyntax))
        {
            AddField(name, null);
        }
    }

    private void Add(string name, FunctionSymbol function)
    {
        AddField(name, function);
        if (MetamethodUses.Named(name) is var metamethod && metamethod != Metamethods.None)
        {
            _handlers.Add((metamethod, function));
        }
    }

    private void AddField(string name, FunctionSymbol? function)
    {
        if (!_fields.TryGetValue(name, out var functions))
        {
            functions = [];
            _fields.Add(name, functions);
        }

        functions.Add(function);
    }
}
