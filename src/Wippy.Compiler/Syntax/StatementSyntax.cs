using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>A statement.</summary>
public abstract class StatementSyntax(TextSpan span) : SyntaxNode(span);

/// <summary><c>local a, b: T = x, y</c>.</summary>
public sealed class LocalStatementSyntax(
    TextSpan span, EquatableArray<VariableSyntax> variables, EquatableArray<ExpressionSyntax> values)
    : StatementSyntax(span)
{
    /// <summary>The locals.</summary>
    public EquatableArray<VariableSyntax> Variables { get; } = variables;

    /// <summary>The initial values; may be fewer or more.</summary>
    public EquatableArray<ExpressionSyntax> Values { get; } = values;
}

/// <summary><c>local function f() end</c>.</summary>
public sealed class LocalFunctionStatementSyntax(TextSpan span, IdentifierSyntax name, FunctionBodySyntax body) : StatementSyntax(span)
{
    /// <summary>The local, in scope inside the body.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>The function.</summary>
    public FunctionBodySyntax Body { get; } = body;
}

/// <summary><c>function a.b.c:m() end</c>.</summary>
public sealed class FunctionStatementSyntax(
    TextSpan span, EquatableArray<IdentifierSyntax> names, IdentifierSyntax? method, FunctionBodySyntax body)
    : StatementSyntax(span)
{
    /// <summary>The variable and the fields behind it; at least one.</summary>
    public EquatableArray<IdentifierSyntax> Names { get; } = names;

    /// <summary>The name after the colon; the body then has an implicit <c>self</c>.</summary>
    public IdentifierSyntax? Method { get; } = method;

    /// <summary>The function.</summary>
    public FunctionBodySyntax Body { get; } = body;
}

/// <summary><c>a, b.c = x, y</c>.</summary>
public sealed class AssignmentStatementSyntax(
    TextSpan span, EquatableArray<ExpressionSyntax> targets, EquatableArray<ExpressionSyntax> values)
    : StatementSyntax(span)
{
    /// <summary>Names, fields and index expressions.</summary>
    public EquatableArray<ExpressionSyntax> Targets { get; } = targets;

    /// <summary>The values.</summary>
    public EquatableArray<ExpressionSyntax> Values { get; } = values;
}

/// <summary>A call as a statement.</summary>
public sealed class CallStatementSyntax(TextSpan span, ExpressionSyntax call) : StatementSyntax(span)
{
    /// <summary>A <see cref="CallExpressionSyntax"/> or <see cref="MethodCallExpressionSyntax"/>.</summary>
    public ExpressionSyntax Call { get; } = call;
}

/// <summary><c>do end</c>.</summary>
public sealed class DoStatementSyntax(TextSpan span, BlockSyntax block) : StatementSyntax(span)
{
    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;
}

/// <summary><c>while c do end</c>.</summary>
public sealed class WhileStatementSyntax(TextSpan span, ExpressionSyntax condition, BlockSyntax block) : StatementSyntax(span)
{
    /// <summary>Tested before each round.</summary>
    public ExpressionSyntax Condition { get; } = condition;

    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;
}

/// <summary><c>repeat until c</c>.</summary>
public sealed class RepeatStatementSyntax(TextSpan span, BlockSyntax block, ExpressionSyntax condition) : StatementSyntax(span)
{
    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;

    /// <summary>Tested after each round; sees the locals of the block.</summary>
    public ExpressionSyntax Condition { get; } = condition;
}

/// <summary><c>if c then elseif c then else end</c>.</summary>
public sealed class IfStatementSyntax(TextSpan span, EquatableArray<IfClauseSyntax> clauses, BlockSyntax? @else) : StatementSyntax(span)
{
    /// <summary>More clauses are handled in groups of so many: phases and the C# compiler nest each clause in the one before.</summary>
    public const int UsualClauses = 64;

    /// <summary>The <c>if</c> and each <c>elseif</c>.</summary>
    public EquatableArray<IfClauseSyntax> Clauses { get; } = clauses;

    /// <summary>The <c>else</c>, when there is one.</summary>
    public BlockSyntax? Else { get; } = @else;
}

/// <summary><c>for i = a, b, c do end</c>.</summary>
public sealed class NumericForStatementSyntax(
    TextSpan span, VariableSyntax variable, ExpressionSyntax initial, ExpressionSyntax limit, ExpressionSyntax? step, TextSpan doSpan, BlockSyntax block)
    : StatementSyntax(span)
{
    /// <summary>The control variable.</summary>
    public VariableSyntax Variable { get; } = variable;

    /// <summary>First value.</summary>
    public ExpressionSyntax Initial { get; } = initial;

    /// <summary>Last value.</summary>
    public ExpressionSyntax Limit { get; } = limit;

    /// <summary>Distance; 1 when absent.</summary>
    public ExpressionSyntax? Step { get; } = step;

    /// <summary>Where <c>do</c> is.</summary>
    public TextSpan DoSpan { get; } = doSpan;

    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;
}

/// <summary><c>for k, v in pairs(t) do end</c>.</summary>
public sealed class GenericForStatementSyntax(
    TextSpan span, EquatableArray<VariableSyntax> variables, EquatableArray<ExpressionSyntax> values, BlockSyntax block)
    : StatementSyntax(span)
{
    /// <summary>The control variable and the others.</summary>
    public EquatableArray<VariableSyntax> Variables { get; } = variables;

    /// <summary>Iterator, state and first control value.</summary>
    public EquatableArray<ExpressionSyntax> Values { get; } = values;

    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;
}

/// <summary><c>return a, b</c>; last of its block.</summary>
public sealed class ReturnStatementSyntax(TextSpan span, EquatableArray<ExpressionSyntax> values) : StatementSyntax(span)
{
    /// <summary>The results.</summary>
    public EquatableArray<ExpressionSyntax> Values { get; } = values;
}

/// <summary><c>break</c>.</summary>
public sealed class BreakStatementSyntax(TextSpan span) : StatementSyntax(span);

/// <summary><c>goto name</c>.</summary>
public sealed class GotoStatementSyntax(TextSpan span, IdentifierSyntax label) : StatementSyntax(span)
{
    /// <summary>The label; the parser has checked that it exists.</summary>
    public IdentifierSyntax Label { get; } = label;
}

/// <summary><c>::name::</c>.</summary>
public sealed class LabelStatementSyntax(TextSpan span, IdentifierSyntax name) : StatementSyntax(span)
{
    /// <summary>The label.</summary>
    public IdentifierSyntax Name { get; } = name;
}

/// <summary><c>type Name&lt;T&gt; = ...</c>.</summary>
public sealed class TypeDeclarationSyntax(
    TextSpan span, IdentifierSyntax name, EquatableArray<TypeParameterSyntax> typeParameters, TypeSyntax type)
    : StatementSyntax(span)
{
    /// <summary>The declared type.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Generic parameters.</summary>
    public EquatableArray<TypeParameterSyntax> TypeParameters { get; } = typeParameters;

    /// <summary>What it stands for.</summary>
    public TypeSyntax Type { get; } = type;
}

/// <summary><c>interface Name: Base ... end</c>.</summary>
public sealed class InterfaceDeclarationSyntax(
    TextSpan span, IdentifierSyntax name, EquatableArray<TypeParameterSyntax> typeParameters, EquatableArray<IdentifierSyntax> bases, EquatableArray<InterfaceMemberSyntax> members)
    : StatementSyntax(span)
{
    /// <summary>The declared type.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>Generic parameters.</summary>
    public EquatableArray<TypeParameterSyntax> TypeParameters { get; } = typeParameters;

    /// <summary>Interfaces it extends.</summary>
    public EquatableArray<IdentifierSyntax> Bases { get; } = bases;

    /// <summary>Methods and fields.</summary>
    public EquatableArray<InterfaceMemberSyntax> Members { get; } = members;
}

/// <summary>What could not be read as a statement; a diagnostic covers it.</summary>
public sealed class ErrorStatementSyntax(TextSpan span) : StatementSyntax(span);

/// <summary>A condition and its block.</summary>
public sealed class IfClauseSyntax(TextSpan span, ExpressionSyntax condition, TextSpan thenSpan, BlockSyntax block) : SyntaxNode(span)
{
    /// <summary>The condition.</summary>
    public ExpressionSyntax Condition { get; } = condition;

    /// <summary>Where <c>then</c> is.</summary>
    public TextSpan ThenSpan { get; } = thenSpan;

    /// <summary>Run when it holds.</summary>
    public BlockSyntax Block { get; } = block;
}

/// <summary>A member of an interface declaration.</summary>
public abstract class InterfaceMemberSyntax(TextSpan span, IdentifierSyntax name) : SyntaxNode(span)
{
    /// <summary>Name of the member.</summary>
    public IdentifierSyntax Name { get; } = name;
}

/// <summary><c>function name(params): T</c> in an interface.</summary>
public sealed class InterfaceMethodSyntax(
    TextSpan span, IdentifierSyntax name, EquatableArray<ParameterSyntax> parameters, VarargSyntax? vararg, ReturnTypesSyntax? returnTypes)
    : InterfaceMemberSyntax(span, name)
{
    /// <summary>Named parameters.</summary>
    public EquatableArray<ParameterSyntax> Parameters { get; } = parameters;

    /// <summary>The <c>...</c>, when there is one.</summary>
    public VarargSyntax? Vararg { get; } = vararg;

    /// <summary>Declared results, when there are.</summary>
    public ReturnTypesSyntax? ReturnTypes { get; } = returnTypes;
}

/// <summary><c>name: T</c> or <c>name?: T</c> in an interface.</summary>
public sealed class InterfaceFieldSyntax(TextSpan span, IdentifierSyntax name, bool isOptional, TypeSyntax type)
    : InterfaceMemberSyntax(span, name)
{
    /// <summary>Whether the field may be absent.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>Type of the field.</summary>
    public TypeSyntax Type { get; } = type;
}
