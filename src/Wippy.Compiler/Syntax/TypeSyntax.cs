using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>A type (spec/lua.md section 9). Parentheses leave no node.</summary>
public abstract class TypeSyntax(TextSpan span) : SyntaxNode(span);

/// <summary><c>Name</c>, <c>module.Name</c> or <c>Name&lt;A, B&gt;</c>.</summary>
public sealed class NamedTypeSyntax(
    TextSpan span, EquatableArray<IdentifierSyntax> names, EquatableArray<TypeSyntax> typeArguments)
    : TypeSyntax(span)
{
    /// <summary>The qualified name; at least one part.</summary>
    public EquatableArray<IdentifierSyntax> Names { get; } = names;

    /// <summary>Arguments of a generic type.</summary>
    public EquatableArray<TypeSyntax> TypeArguments { get; } = typeArguments;
}

/// <summary><c>nil</c>, <c>true</c>, <c>false</c>, a number or a string as a type.</summary>
public sealed class LiteralTypeSyntax(TextSpan span, ExpressionSyntax value) : TypeSyntax(span)
{
    /// <summary>The literal; a minus sign is part of the number.</summary>
    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>T?</c>: T or nil.</summary>
public sealed class OptionalTypeSyntax(TextSpan span, TypeSyntax inner) : TypeSyntax(span)
{
    /// <summary>The type.</summary>
    public TypeSyntax Inner { get; } = inner;
}

/// <summary><c>A | B</c>.</summary>
public sealed class UnionTypeSyntax(TextSpan span, EquatableArray<TypeSyntax> members) : TypeSyntax(span)
{
    /// <summary>Two or more types.</summary>
    public EquatableArray<TypeSyntax> Members { get; } = members;
}

/// <summary><c>A &amp; B</c>.</summary>
public sealed class IntersectionTypeSyntax(TextSpan span, EquatableArray<TypeSyntax> members) : TypeSyntax(span)
{
    /// <summary>Two or more types.</summary>
    public EquatableArray<TypeSyntax> Members { get; } = members;
}

/// <summary><c>{T}</c> or <c>T[]</c>.</summary>
public sealed class ArrayTypeSyntax(TextSpan span, TypeSyntax element) : TypeSyntax(span)
{
    /// <summary>Type of the items.</summary>
    public TypeSyntax Element { get; } = element;
}

/// <summary><c>{[K]: V}</c>.</summary>
public sealed class MapTypeSyntax(TextSpan span, TypeSyntax key, TypeSyntax value) : TypeSyntax(span)
{
    /// <summary>Type of the keys.</summary>
    public TypeSyntax Key { get; } = key;

    /// <summary>Type of the values.</summary>
    public TypeSyntax Value { get; } = value;
}

/// <summary><c>{a: A, b?: B}</c>; <c>{}</c> has no field.</summary>
public sealed class RecordTypeSyntax(TextSpan span, EquatableArray<RecordFieldSyntax> fields) : TypeSyntax(span)
{
    /// <summary>The fields in order.</summary>
    public EquatableArray<RecordFieldSyntax> Fields { get; } = fields;
}

/// <summary><c>interface {a: A}</c>.</summary>
public sealed class InterfaceTypeSyntax(TextSpan span, EquatableArray<RecordFieldSyntax> fields) : TypeSyntax(span)
{
    /// <summary>The fields in order.</summary>
    public EquatableArray<RecordFieldSyntax> Fields { get; } = fields;
}

/// <summary><c>T["field"]</c>: the type of a field.</summary>
public sealed class IndexedAccessTypeSyntax(TextSpan span, TypeSyntax @object, StringLiteralSyntax key) : TypeSyntax(span)
{
    /// <summary>The record.</summary>
    public TypeSyntax Object { get; } = @object;

    /// <summary>The field.</summary>
    public StringLiteralSyntax Key { get; } = key;
}

/// <summary><c>readonly T</c>.</summary>
public sealed class ReadonlyTypeSyntax(TextSpan span, TypeSyntax inner) : TypeSyntax(span)
{
    /// <summary>The type.</summary>
    public TypeSyntax Inner { get; } = inner;
}

/// <summary><c>(a: A, ...B) -&gt; R</c> or <c>fun(a: A): R</c>.</summary>
public sealed class FunctionTypeSyntax(
    TextSpan span, EquatableArray<TypeParameterSyntax> typeParameters, EquatableArray<FunctionTypeParameterSyntax> parameters, VarargSyntax? vararg, ReturnTypesSyntax? returnTypes)
    : TypeSyntax(span)
{
    /// <summary>Generic parameters.</summary>
    public EquatableArray<TypeParameterSyntax> TypeParameters { get; } = typeParameters;

    /// <summary>Parameters.</summary>
    public EquatableArray<FunctionTypeParameterSyntax> Parameters { get; } = parameters;

    /// <summary>The <c>...</c>, when there is one.</summary>
    public VarargSyntax? Vararg { get; } = vararg;

    /// <summary>Results; null when <c>fun</c> does not declare them.</summary>
    public ReturnTypesSyntax? ReturnTypes { get; } = returnTypes;
}

/// <summary><c>typeof(e)</c>.</summary>
public sealed class TypeofTypeSyntax(TextSpan span, ExpressionSyntax expression) : TypeSyntax(span)
{
    /// <summary>Whose static type is meant; never evaluated.</summary>
    public ExpressionSyntax Expression { get; } = expression;
}

/// <summary><c>keyof(T)</c>.</summary>
public sealed class KeyofTypeSyntax(TextSpan span, TypeSyntax inner) : TypeSyntax(span)
{
    /// <summary>The record.</summary>
    public TypeSyntax Inner { get; } = inner;
}

/// <summary><c>A extends B ? C : D</c>.</summary>
public sealed class ConditionalTypeSyntax(
    TextSpan span, TypeSyntax @checked, TypeSyntax extends, TypeSyntax whenTrue, TypeSyntax whenFalse)
    : TypeSyntax(span)
{
    /// <summary>The tested type.</summary>
    public TypeSyntax Checked { get; } = @checked;

    /// <summary>What it is tested against.</summary>
    public TypeSyntax Extends { get; } = extends;

    /// <summary>Result when it is assignable.</summary>
    public TypeSyntax WhenTrue { get; } = whenTrue;

    /// <summary>Result when not.</summary>
    public TypeSyntax WhenFalse { get; } = whenFalse;
}

/// <summary><c>asserts x</c> or <c>asserts x is T</c>; only as a result.</summary>
public sealed class AssertsTypeSyntax(TextSpan span, IdentifierSyntax parameter, TypeSyntax? type) : TypeSyntax(span)
{
    /// <summary>The parameter.</summary>
    public IdentifierSyntax Parameter { get; } = parameter;

    /// <summary>What it is after the call; not nil or false when absent.</summary>
    public TypeSyntax? Type { get; } = type;
}

/// <summary><c>T @min(1) @max(2)</c>.</summary>
public sealed class AnnotatedTypeSyntax(
    TextSpan span, TypeSyntax inner, EquatableArray<TypeAnnotationSyntax> annotations)
    : TypeSyntax(span)
{
    /// <summary>The type.</summary>
    public TypeSyntax Inner { get; } = inner;

    /// <summary>The validators in order.</summary>
    public EquatableArray<TypeAnnotationSyntax> Annotations { get; } = annotations;
}

/// <summary>What could not be read as a type; a diagnostic covers it.</summary>
public sealed class ErrorTypeSyntax(TextSpan span) : TypeSyntax(span);

/// <summary><c>name: T</c> or <c>name?: T</c>.</summary>
public sealed class RecordFieldSyntax(TextSpan span, IdentifierSyntax name, bool isOptional, TypeSyntax type) : SyntaxNode(span)
{
    /// <summary>The field; keywords are allowed.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Whether it may be absent.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>Its type.</summary>
    public TypeSyntax Type { get; } = type;
}

/// <summary>A parameter of a function type: <c>T</c>, <c>name: T</c> or <c>name?: T</c>.</summary>
public sealed class FunctionTypeParameterSyntax(TextSpan span, IdentifierSyntax? name, bool isOptional, TypeSyntax type) : SyntaxNode(span)
{
    /// <summary>Its name, when given.</summary>
    public IdentifierSyntax? Name { get; } = name;

    /// <summary>Whether callers may omit it.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>Its type.</summary>
    public TypeSyntax Type { get; } = type;
}

/// <summary>A validator: <c>@name</c> or <c>@name(1, "x")</c>.</summary>
public sealed class TypeAnnotationSyntax(
    TextSpan span, IdentifierSyntax name, EquatableArray<ExpressionSyntax> arguments)
    : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Literals.</summary>
    public EquatableArray<ExpressionSyntax> Arguments { get; } = arguments;
}
