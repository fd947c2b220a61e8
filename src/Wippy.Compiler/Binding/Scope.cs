using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Binding;

/// <summary>A block with its variables.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, LocalSymbol> _visible = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSymbol> _types = new(StringComparer.Ordinal);

    public Scope(FunctionSymbol function, Scope? parent)
    {
        Function = function;
        Parent = parent;
        parent?.Children.Add(this);
    }

    public FunctionSymbol Function { get; }

    public Scope? Parent { get; }

    /// <summary>Scopes inside, in order; those of inner functions too.</summary>
    public List<Scope> Children { get; } = [];

    /// <summary>Every variable declared here, in order.</summary>
    public List<LocalSymbol> Locals { get; } = [];

    /// <summary>The variables declared here and in the blocks inside, without those of inner functions.</summary>
    public IEnumerable<LocalSymbol> LocalsOfFunction
    {
        get
        {
            var open = new Stack<Scope>([this]);
            while (open.Count > 0)
            {
                var scope = open.Pop();
                foreach (var local in scope.Locals)
                {
                    yield return local;
                }

                foreach (var child in scope.Children)
                {
                    if (child.Function == Function)
                    {
                        open.Push(child);
                    }
                }
            }
        }
    }

    public void Declare(LocalSymbol local)
    {
        Locals.Add(local);
        _visible[local.Name] = local;
    }

    public LocalSymbol? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._visible.TryGetValue(name, out var local))
            {
                return local;
            }
        }

        return null;
    }

    /// <summary>Names of the types declared here.</summary>
    public IEnumerable<string> TypeNames => _types.Keys;

    /// <summary>A type declared here, not around.</summary>
    public TypeSymbol? FindOwnType(string name) => _types.TryGetValue(name, out var type) ? type : null;

    public void Declare(TypeSymbol type) => _types[type.Name] = type;

    /// <summary>The type of this name that has been declared so far, here or around; the whole block has been bound when types are lowered.</summary>
    public TypeSymbol? FindType(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._types.TryGetValue(name, out var type))
            {
                return type;
            }
        }

        return null;
    }
}
