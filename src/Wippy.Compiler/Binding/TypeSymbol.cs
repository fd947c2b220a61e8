using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Binding;

/// <summary>A declared type.</summary>
internal sealed class TypeSymbol(string name, StatementSyntax declaration, Scope scope)
{
    public string Name { get; } = name;

    /// <summary>A <see cref="TypeDeclarationSyntax"/> or an <see cref="InterfaceDeclarationSyntax"/>.</summary>
    public StatementSyntax Declaration { get; } = declaration;

    /// <summary>The block that declares it.</summary>
    public Scope Scope { get; } = scope;
}
