using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Types.Checking;

/// <summary>A variable, or a field of it that names lead to: <c>x</c>, <c>x.a.b</c>.</summary>
internal readonly record struct Reference(LocalSymbol Root, string Path)
{
    /// <summary>A field of this.</summary>
    public Reference Field(string name) => new(Root, Path + "." + name);
}

/// <summary>What is known at one point of a function: narrower types than those declared, and which values hang on an error.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<Reference, StaticType> _types;
    private readonly Dictionary<LocalSymbol, LocalSymbol[]> _errors;

    public FlowState()
    {
        _types = [];
        _errors = [];
    }

    private FlowState(FlowState other)
    {
        _types = new Dictionary<Reference, StaticType>(other._types);
        _errors = new Dictionary<LocalSymbol, LocalSymbol[]>(other._errors);
        IsReachable = other.IsReachable;
        HasEnded = other.HasEnded;
    }

    /// <summary>Whether control gets here.</summary>
    public bool IsReachable { get; private set; } = true;

    /// <summary>Whether control does not get here because of a statement, not because types rule it out.</summary>
    public bool HasEnded { get; private set; }

    public FlowState Clone() => new(this);

    /// <summary>What still holds when a function that is made here runs later: types of variables that are never assigned again.</summary>
    public FlowState CloneForFunction()
    {
        var result = new FlowState();
        foreach (var pair in _types.Where(static p => p.Key.Path.Length == 0 && p.Key.Root.Writes == 0))
        {
            result._types.Add(pair.Key, pair.Value);
        }

        return result;
    }

    /// <summary>Takes over everything of another state.</summary>
    public void Become(FlowState other)
    {
        _types.Clear();
        foreach (var pair in other._types)
        {
            _types.Add(pair.Key, pair.Value);
        }

        _errors.Clear();
        foreach (var pair in other._errors)
        {
            _errors.Add(pair.Key, pair.Value);
        }

        (IsReachable, HasEnded) = (other.IsReachable, other.HasEnded);
    }

    /// <summary>Marks what follows as not reached.</summary>
    public void End()
    {
        IsReachable = false;
        HasEnded = true;
    }

    /// <summary>Marks this branch as ruled out by types.</summary>
    public void RuleOut() => IsReachable = false;

    /// <summary>Notes that it has been reported that control does not get here.</summary>
    public void Acknowledge() => HasEnded = false;

    public StaticType? Find(Reference reference) => _types.TryGetValue(reference, out var type) ? type : null;

    /// <summary>Knows a type from here on.</summary>
    public void Set(Reference reference, StaticType type) => _types[reference] = type;

    /// <summary>Knows that <paramref name="values"/> are there exactly when <paramref name="error"/> is not.</summary>
    public void SetErrorOf(LocalSymbol error, LocalSymbol[] values) => _errors[error] = values;

    /// <summary>The values that hang on an error.</summary>
    public LocalSymbol[] ValuesOf(LocalSymbol error) => _errors.TryGetValue(error, out var values) ? values : [];

    /// <summary>Forgets a variable that is assigned.</summary>
    public void Forget(LocalSymbol local)
    {
        foreach (var reference in _types.Keys.Where(r => r.Root == local).ToArray())
        {
            _types.Remove(reference);
        }

        foreach (var error in _errors.Where(p => p.Key == local || Array.IndexOf(p.Value, local) >= 0).Select(static p => p.Key).ToArray())
        {
            _errors.Remove(error);
        }
    }

    /// <summary>Forgets fields of this name, whatever table they are in.</summary>
    public void ForgetField(string name)
    {
        foreach (var reference in _types.Keys.Where(r => ("." + r.Path + ".").Contains("." + name + ".")).ToArray())
        {
            _types.Remove(reference);
        }
    }

    /// <summary>Forgets what a call of unknown code may change: fields, and variables that closures write.</summary>
    public void ForgetShared()
    {
        foreach (var reference in _types.Keys.Where(static r => r.Path.Length > 0 || r.Root is { IsCaptured: true, Writes: > 0 }).ToArray())
        {
            _types.Remove(reference);
        }
    }

    /// <summary>What holds where two ways meet.</summary>
    public static FlowState Join(FlowState left, FlowState right)
    {
        if (!left.IsReachable || !right.IsReachable)
        {
            var result = (left.IsReachable ? left : right).Clone();
            result.HasEnded = !result.IsReachable && left.HasEnded && right.HasEnded;
            return result;
        }

        var joined = new FlowState();
        foreach (var pair in left._types)
        {
            if (right._types.TryGetValue(pair.Key, out var other))
            {
                joined._types[pair.Key] = TypeAlgebra.Union(pair.Value, other);
            }
        }

        foreach (var pair in left._errors)
        {
            if (right._errors.TryGetValue(pair.Key, out var other) && pair.Value.SequenceEqual(other))
            {
                joined._errors[pair.Key] = pair.Value;
            }
        }

        return joined;
    }
}
