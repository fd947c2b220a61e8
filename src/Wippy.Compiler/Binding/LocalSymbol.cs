using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Binding;

/// <summary>How a local variable came to be.</summary>
internal enum LocalKind
{
    Local,
    Parameter,
    Loop,
}

/// <summary>One declaration of a local variable; a second <c>local x</c> is another symbol.</summary>
internal sealed class LocalSymbol(string name, LocalKind kind, Scope scope, SyntaxNode declaration)
{
    public string Name { get; } = name;

    public LocalKind Kind { get; } = kind;

    public Scope Scope { get; } = scope;

    public SyntaxNode Declaration { get; } = declaration;

    /// <summary>The function whose frame holds the variable.</summary>
    public FunctionSymbol Owner => Scope.Function;

    /// <summary>Whether an inner function uses it.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>Whether an inner function assigns it.</summary>
    public bool IsAssignedInside { get; set; }

    /// <summary>Whether methods of inner functions take it by reference. Its type is the same in general and in typed copies.</summary>
    public bool IsByReference { get; set; }

    /// <summary>Number of assignments besides the declaration.</summary>
    public int Writes { get; set; }

    /// <summary>The function that alone uses it, after its declaration, and of which there is one object for the variable; null when there is none.</summary>
    public FunctionSymbol? Keeper { get; set; }

    /// <summary>The function it is declared with; meaningful for calls while <see cref="Writes"/> is 0.</summary>
    public FunctionSymbol? Function { get; set; }

    /// <summary>Whether its one assignment defines the <see cref="Function"/>, before anything can have used it.</summary>
    public bool IsDefinedLater { get; set; }

    /// <summary>The function it always holds, or null.</summary>
    public FunctionSymbol? KnownFunction => Writes == 0 || IsDefinedLater ? Function : null;

    /// <summary>Whether its name is used other than as callee.</summary>
    public bool IsUsedAsValue { get; set; }

    /// <summary>Whether a type names it, as in <c>lib.Config</c>.</summary>
    public bool IsNamedInType { get; set; }

    /// <summary>The expression it is declared with, when there is one of its own.</summary>
    public ExpressionSyntax? InitialValue { get; set; }

    /// <summary>Whether it is a field of the emitted class.</summary>
    public bool IsField { get; set; }

    /// <summary>What it may hold.</summary>
    public LuaTypes Types { get; set; }

    /// <summary>What the copy of a function takes this parameter for; nothing when any value is right.</summary>
    public LuaTypes Guess { get; set; }

    /// <summary>Whether what is done with a parameter is faster when it has the type of its <see cref="Guess"/>.</summary>
    public bool IsGuessUsed { get; set; }

    /// <summary>Its name in C#.</summary>
    public string CsName { get; set; } = name;
}
