using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// Decides which guesses about reads can be checked where their statement begins: what is evaluated before must change nothing, since a wrong guess
/// means that the whole statement is done in the general way. Guesses that cannot be checked, or that nothing would gain from, are dropped.
/// </summary>
internal sealed partial class GuardPlan
{
    private readonly BoundChunk _bound;
    private readonly FunctionSymbol _function;
    private readonly PureFunctions _pureFunctions;
    private readonly List<SyntaxNode> _guarded = [];
    private List<ExpressionSyntax> _guards = [];
    private bool _isPure;
    private int _conditional;
    private bool _hasExits;

    /// <summary>A plan for one function.</summary>
    /// <param name="bound">Its chunk.</param>
    /// <param name="function">The function.</param>
    /// <param name="pureFunctions">The functions whose calls change nothing.</param>
    public GuardPlan(BoundChunk bound, FunctionSymbol function, PureFunctions pureFunctions)
    {
        _bound = bound;
        _function = function;
        _pureFunctions = pureFunctions;
    }

    /// <summary>Whether something had to be dropped, so that types have to be inferred again.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Plans all copies by the types inferred so far. True when something had to be dropped, so that types have to be inferred again.</summary>
    /// <param name="copies">The chunk of the copies.</param>
    /// <param name="general">The chunk of the functions that take any values.</param>
    public static bool Make(BoundChunk copies, BoundChunk general)
    {
        var changed = false;
        var pureFunctions = new PureFunctions(copies, general);
        copies.GuardsOf.Clear();
        copies.Stores.Clear();
        copies.ElementStores.Clear();
        copies.Pure.Clear();
        copies.Truths.Clear();
        foreach (var function in copies.Functions)
        {
            if (function.HasExits)
            {
                var plan = new GuardPlan(copies, function, pureFunctions);
                foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
                {
                    plan.Visit(statement);
                }

                if (!plan._hasExits)
                {
                    function.HasExits = false;
                    plan.DropAll();
                }

                changed |= plan.HasChanged;
            }
        }

        return RemoveUnplaced(copies) || changed || pureFunctions.HasChanged;
    }

    // What is never read has nothing to ask for: the target of an assignment, or the length of a string.
    private static bool RemoveUnplaced(BoundChunk copies)
    {
        var placed = new HashSet<ExpressionSyntax>();
        foreach (var guards in copies.GuardsOf.Values)
        {
            placed.UnionWith(guards);
        }

        var unplaced = new List<ExpressionSyntax>();
        foreach (var guard in copies.Guards.Keys)
        {
            if (!placed.Contains(guard))
            {
                unplaced.Add(guard);
            }
        }

        foreach (var guard in unplaced)
        {
            copies.Guards.Remove(guard);
        }

        return unplaced.Count > 0;
    }

    private LuaTypes TypeOf(ExpressionSyntax expression) => TypeInference.TypeOf(_bound, expression);

    private bool IsNumber(ExpressionSyntax expression) => TypeInference.IsWithin(TypeOf(expression), LuaTypes.Number);

    /// <summary>Plans a statement, blocks inside of it aside.</summary>
    public void Visit(StatementSyntax statement)
    {
        Begin();
        switch (statement)
        {
            case LocalStatementSyntax local:
                for (var i = 0; i < local.Values.Count; i++)
                {
                    Walk(local.Values[i], i < local.Variables.Count && Wants(_bound.Locals[local.Variables[i]], local.Values[i]));
                }

                End(local);
                CheckAssignments(local.Variables.Select(v => _bound.Locals[v]), local.Values);
                break;
            case AssignmentStatementSyntax assignment:
                VisitAssignment(assignment);
                break;
            case CallStatementSyntax call:
                Walk(call.Call, false);
                End(call);
                break;
            case WhileStatementSyntax @while:
                WalkCondition(@while.Condition);
                End(@while);
                break;
            case RepeatStatementSyntax repeat:
                WalkCondition(repeat.Condition);
                End(repeat);
                break;
            case IfStatementSyntax @if:
                foreach (var clause in @if.Clauses)
                {
                    Begin();
                    WalkCondition(clause.Condition);
                    End(clause);
                }

                break;
            case NumericForStatementSyntax numeric:
                Walk(numeric.Initial, true);
                Walk(numeric.Limit, true);
                if (numeric.Step is { } step)
                {
                    Walk(step, true);
                }

                End(numeric);
                break;
            case GenericForStatementSyntax generic:
                foreach (var value in generic.Values)
                {
                    Walk(value, false);
                }

                End(generic);
                foreach (var variable in generic.Variables)
                {
                    _hasExits |= _bound.Locals[variable].Guess != LuaTypes.None;
                }

                break;
            case ReturnStatementSyntax @return:
                foreach (var value in @return.Values)
                {
                    Walk(value, false);
                }

                End(@return);
                CheckJump(@return);
                break;
            default:
                break;
        }
    }

    private void VisitAssignment(AssignmentStatementSyntax assignment)
    {
        foreach (var target in assignment.Targets)
        {
            switch (target)
            {
                case FieldExpressionSyntax field:
                    Walk(field.Object, true);
                    break;
                case IndexExpressionSyntax index:
                    Walk(index.Object, true);
                    Walk(index.Key, true);
                    break;
                default:
                    break;
            }
        }

        if (!PlanMove(assignment))
        {
            for (var i = 0; i < assignment.Values.Count; i++)
            {
                Walk(assignment.Values[i], i < assignment.Targets.Count
                    && (_bound.Locals.TryGetValue(assignment.Targets[i], out var local) ? Wants(local, assignment.Values[i]) : IsSwapped(assignment, i)));
            }
        }

        if (_isPure && IsElementStore(assignment))
        {
            _bound.ElementStores.Add(assignment);
        }

        PlanStores(assignment);
        End(assignment);
        CheckAssignments(assignment.Targets.Select(t => _bound.Locals.TryGetValue(t, out var local) ? local : null), assignment.Values);
    }

    // An element that is moved alone is asked for its type where it is read: when it has another one, or is nil, that is no reason to leave.
    private bool PlanMove(AssignmentStatementSyntax assignment)
    {
        if (assignment is not { Targets.Count: 1, Values.Count: 1 } || assignment.Targets[0] is not IndexExpressionSyntax target
            || assignment.Values[0] is not IndexExpressionSyntax value || !IsElement(target) || !IsElement(value))
        {
            _bound.Moves.Remove(assignment);
            return false;
        }

        if (_bound.Guards.TryGetValue(value, out var type) && type is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean)
        {
            _bound.Guards.Remove(value);
            _bound.Moves[assignment] = type;
            HasChanged = true;
        }

        if (!_bound.Moves.ContainsKey(assignment))
        {
            return false;
        }

        Walk(value.Object, true);
        Walk(value.Key, true);
        if (!_isPure)
        {
            _bound.Moves.Remove(assignment);
        }

        return true;
    }

    private bool IsElement(IndexExpressionSyntax index) => TypeOf(index.Object) == LuaTypes.Table && TypeOf(index.Key) == LuaTypes.Integer;

    private bool IsElementStore(AssignmentStatementSyntax assignment)
    {
        for (var i = 0; i < assignment.Targets.Count; i++)
        {
            if (!_bound.Locals.ContainsKey(assignment.Targets[i])
                && !(i < assignment.Values.Count && assignment.Targets[i] is IndexExpressionSyntax target && IsElement(target)
                    && (_bound.Moves.ContainsKey(assignment)
                        || TypeOf(assignment.Values[i]) is LuaTypes.Boolean or LuaTypes.Integer or LuaTypes.Float or LuaTypes.String or LuaTypes.Table)))
            {
                return false;
            }
        }

        return true;
    }

    // A value other than nil, stored in a field of a record that probably has one, needs nothing but that it has.
    private void PlanStores(AssignmentStatementSyntax assignment)
    {
        var stores = new List<FieldExpressionSyntax>();
        for (var i = 0; i < assignment.Targets.Count && _isPure; i++)
        {
            if (assignment.Targets[i] is FieldExpressionSyntax field && i < assignment.Values.Count && IsStore(field, assignment.Values[i]))
            {
                stores.Add(field);
            }
            else
            {
                _isPure = _bound.Locals.ContainsKey(assignment.Targets[i]);
            }
        }

        if (_isPure)
        {
            _guards.AddRange(stores);
            _bound.Stores.UnionWith(stores);
        }
    }

    private bool IsStore(FieldExpressionSyntax field, ExpressionSyntax value) =>
        (IsRecordVariable(field) || (_bound.Guards.TryGetValue(field.Object, out var table) && table == LuaTypes.Table))
        && _bound.Records.TryGetValue(field, out var place) && place.IsFilled
        && TypeOf(value) is var type && type != LuaTypes.None && TypeInference.IsWithin(type, LuaTypes.Boolean | LuaTypes.Number | LuaTypes.String | LuaTypes.Table);

    // A field of a variable that is probably a record where the field is used, though it may be nil elsewhere.
    private bool IsRecordVariable(FieldExpressionSyntax field) =>
        _bound.Records.ContainsKey(field) && field.Object is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && !local.IsField
        && (TypeOf(name) & LuaTypes.Table) != 0;

    // An element that changes its place with others is there; one that is moved alone may be the nil at the end.
    private bool IsSwapped(AssignmentStatementSyntax assignment, int i) =>
        assignment.Targets.Count > 1 && assignment.Targets.Count == assignment.Values.Count
        && assignment.Targets[i] is IndexExpressionSyntax { Key: not StringLiteralSyntax }
        && assignment.Values[i] is IndexExpressionSyntax { Key: not StringLiteralSyntax } value && TypeOf(value) is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean;

    private bool Wants(LocalSymbol local, ExpressionSyntax value) => local.Guess != LuaTypes.None && local.Guess == TypeOf(value);

    // A value of another type than expected is found when all have been evaluated; the general way goes on behind the assignment then, so nothing else must be assigned.
    private void CheckAssignments(IEnumerable<LocalSymbol?> targets, EquatableArray<ExpressionSyntax> values)
    {
        var locals = targets.ToList();
        var mayLeave = locals.TrueForAll(l => l is { KnownFunction: null, IsField: false, IsByReference: false } && l.Owner == _function) && locals.Distinct().Count() == locals.Count;
        for (var i = 0; i < locals.Count; i++)
        {
            if (locals[i] is { } local && TypeInference.MayMissGuess(_bound, local, values, i))
            {
                if (mayLeave)
                {
                    _hasExits = true;
                }
                else
                {
                    Drop(local);
                }
            }
        }
    }

    private void DropAll()
    {
        foreach (var local in _bound.Scopes[_function.Block].LocalsOfFunction)
        {
            local.Guess = local.Kind == LocalKind.Parameter ? local.Guess : LuaTypes.None;
        }

        // Stores alone are not worth a way out.
        foreach (var node in _guarded)
        {
            _bound.GuardsOf.Remove(node);
        }

        HasChanged = true;
    }

    private void Drop(LocalSymbol local)
    {
        local.Guess = LuaTypes.None;
        HasChanged = true;
    }

    // The call of itself at the end assigns the parameters without asking.
    private void CheckJump(ReturnStatementSyntax statement)
    {
        if (statement.Values.Count != 1 || statement.Values[0] is not CallExpressionSyntax call || _bound.Calls[call] is not { IsTail: true } site
            || site.Target != _function)
        {
            return;
        }

        for (var i = 0; i < _function.Parameters.Count; i++)
        {
            if (_function.Parameters[i] is { Guess: not LuaTypes.None } parameter
                && !(i < call.Arguments.Count && TypeInference.IsWithin(TypeOf(call.Arguments[i]), parameter.Guess)))
            {
                Drop(parameter);
            }
        }
    }

    private void Begin()
    {
        _guards = [];
        _isPure = true;
    }

    private void End(SyntaxNode node)
    {
        if (_isPure)
        {
            _bound.Pure.Add(node);
        }

        if (_guards.Count > 0)
        {
            _bound.GuardsOf[node] = _guards;
            _guarded.Add(node);
            _hasExits |= !(_guards[0] is FieldExpressionSyntax first && _bound.Stores.Contains(first));
        }
    }

    private void Guard(ExpressionSyntax expression, bool applies)
    {
        if (!_bound.Guards.ContainsKey(expression))
        {
            _isPure = false;
        }
        else if (applies && _isPure && _conditional == 0)
        {
            _guards.Add(expression);
        }
        else
        {
            _bound.Guards.Remove(expression);
            HasChanged = true;
            _isPure = false;
        }
    }

    // A variable of the chunk: any function may assign it, so that nothing is proven of it.
    private void GuardVariable(NameExpressionSyntax name, bool isUsed)
    {
        if (isUsed && _isPure && _conditional == 0 && _bound.Locals[name].Types is not (LuaTypes.Integer or LuaTypes.Float or LuaTypes.String or LuaTypes.Table))
        {
            _guards.Add(name);
            return;
        }

        _bound.Guards.Remove(name);
        HasChanged = true;
    }
}
