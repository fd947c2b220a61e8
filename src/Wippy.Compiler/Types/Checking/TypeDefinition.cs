using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Types.Checking;

/// <summary>A declared type; resolved when first needed, so that types may name each other.</summary>
internal sealed class TypeDefinition(string name, IReadOnlyList<string> parameters, Func<TypeDefinition, StaticType> resolve)
{
    private StaticType? _body;
    private bool _resolving;

    public string Name { get; } = name;

    /// <summary>What declares it, when the chunk itself does.</summary>
    public TypeSymbol? Symbol { get; init; }

    /// <summary>The alias of the library that declares it; null when the chunk itself does.</summary>
    public string? Library { get; init; }

    /// <summary>Generic parameters.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;

    /// <summary>What it stands for; any while it is being resolved.</summary>
    public StaticType Body
    {
        get
        {
            if (_body is null && !_resolving)
            {
                _resolving = true;
                _body = resolve(this);
                _resolving = false;
            }

            return _body ?? StaticType.Any;
        }
    }
}
