using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>What follows the name of a function: parameters, result types and block (spec/lua.md section 9, <c>funcbody</c>).</summary>
public sealed class FunctionBodySyntax(
    TextSpan span, EquatableArray<TypeParameterSyntax> typeParameters, EquatableArray<ParameterSyntax> parameters, VarargSyntax? vararg, ReturnTypesSyntax? returnTypes, BlockSyntax block, TextSpan endSpan)
    : SyntaxNode(span)
{
    /// <summary>Generic parameters.</summary>
    public EquatableArray<TypeParameterSyntax> TypeParameters { get; } = typeParameters;

    /// <summary>Named parameters; an implicit <c>self</c> is not among them.</summary>
    public EquatableArray<ParameterSyntax> Parameters { get; } = parameters;

    /// <summary>The <c>...</c>, when there is one.</summary>
    public VarargSyntax? Vararg { get; } = vararg;

    /// <summary>Declared results, when there are.</summary>
    public ReturnTypesSyntax? ReturnTypes { get; } = returnTypes;

    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;

    /// <summary>The closing <c>end</c>.</summary>
    public TextSpan EndSpan { get; } = endSpan;

    /// <summary>Whether it was made of a loop, and so stands inside the text of another function (<see cref="Analysis.LoopExtraction"/>).</summary>
    internal bool IsLoop { get; init; }
}

/// <summary>A parameter: <c>name</c>, <c>name: T</c> or <c>name?: T</c>.</summary>
public sealed class ParameterSyntax(TextSpan span, IdentifierSyntax name, bool isOptional, TypeSyntax? type) : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Whether callers may omit it.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>Its type, when declared.</summary>
    public TypeSyntax? Type { get; } = type;
}

/// <summary>The <c>...</c> of a parameter list.</summary>
public sealed class VarargSyntax(TextSpan span, TypeSyntax? type) : SyntaxNode(span)
{
    /// <summary>Type of each extra argument, when declared.</summary>
    public TypeSyntax? Type { get; } = type;
}

/// <summary>A generic parameter: <c>T</c> or <c>T: C</c>.</summary>
public sealed class TypeParameterSyntax(TextSpan span, IdentifierSyntax name, TypeSyntax? constraint) : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>What it must be assignable to.</summary>
    public TypeSyntax? Constraint { get; } = constraint;
}

/// <summary>Declared results of a function; <c>()</c> is the empty list.</summary>
public sealed class ReturnTypesSyntax(TextSpan span, EquatableArray<TypeSyntax> types) : SyntaxNode(span)
{
    /// <summary>The types in order.</summary>
    public EquatableArray<TypeSyntax> Types { get; } = types;
}

/// <summary>A declared local or loop variable: <c>name</c> or <c>name: T</c>.</summary>
public sealed class VariableSyntax(TextSpan span, IdentifierSyntax name, TypeSyntax? type) : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Its type, when declared.</summary>
    public TypeSyntax? Type { get; } = type;

    /// <summary>The operand whose value it keeps, when it was made for that (<see cref="Analysis.CallResults"/>): nobody knows it by its name.</summary>
    internal ExpressionSyntax? Operand { get; init; }
}
