using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Lowering;

/// <summary>Static C# types of lowered expressions.</summary>
internal enum CsType
{
    /// <summary><c>LuaValue</c>.</summary>
    Value,

    /// <summary><c>long</c>.</summary>
    Long,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>LuaString</c>.</summary>
    String,

    /// <summary><c>LuaTable</c>.</summary>
    Table,

    /// <summary>A function object.</summary>
    Function,

    /// <summary><c>LuaValues</c>.</summary>
    Values,

    /// <summary><c>LuaResult</c>.</summary>
    Result,

    /// <summary>No value.</summary>
    Void,

    /// <summary>Anything else; never converted.</summary>
    Other,
}

/// <summary>An expression of the C# intermediate representation.</summary>
/// <param name="Type">Its static type.</param>
internal abstract record CsExpression(CsType Type)
{
    /// <summary>Nesting, bounded by the lowering.</summary>
    public int Depth { get; protected init; }

    /// <summary>Whether it waits.</summary>
    public bool HasAwait { get; protected init; }

    protected static int Above(IReadOnlyList<CsExpression> children)
    {
        var depth = 0;
        foreach (var child in children)
        {
            depth = System.Math.Max(depth, child.Depth);
        }

        return depth + 1;
    }

    protected static bool AnyAwait(IReadOnlyList<CsExpression> children)
    {
        foreach (var child in children)
        {
            if (child.HasAwait)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Text that needs no parentheses: a name or a literal.</summary>
/// <param name="Text">The text.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsConstant">Whether evaluating it later gives the same value.</param>
internal sealed record CsAtom(string Text, CsType Type, bool IsConstant = false) : CsExpression(Type);

/// <summary><c>target.Method(arguments)</c> or <c>Method(arguments)</c>.</summary>
internal sealed record CsCall : CsExpression
{
    public CsCall(CsType type, CsExpression? target, string method, params CsExpression[] arguments)
        : base(type)
    {
        Target = target;
        Method = method;
        Arguments = arguments;
        Depth = System.Math.Max(Above(arguments), target is null ? 0 : target.Depth + 1);
        HasAwait = AnyAwait(arguments) || target is { HasAwait: true };
    }

    public CsExpression? Target { get; }

    public string Method { get; }

    public IReadOnlyList<CsExpression> Arguments { get; }
}

/// <summary>
/// A call of a method that gives an error back as the failure of the state. It is raised here, <c>lua.Checked(call)</c>, unless
/// <see cref="FailureChecks"/> has put a statement behind the call that gives it back too.
/// </summary>
internal sealed record CsFallible : CsExpression
{
    public CsFallible(CsCall call)
        : base(call.Type)
    {
        Call = call;
        Depth = call.Depth;
        HasAwait = call.HasAwait;
    }

    public CsCall Call { get; }
}

/// <summary><c>target.Member</c>.</summary>
internal sealed record CsMember : CsExpression
{
    public CsMember(CsType type, CsExpression target, string name)
        : base(type)
    {
        Target = target;
        Name = name;
        Depth = target.Depth + 1;
        HasAwait = target.HasAwait;
    }

    public CsExpression Target { get; }

    public string Name { get; }
}

/// <summary><c>target[index]</c>.</summary>
internal sealed record CsElement : CsExpression
{
    public CsElement(CsType type, CsExpression target, CsExpression index)
        : base(type)
    {
        Target = target;
        Index = index;
        Depth = System.Math.Max(target.Depth, index.Depth) + 1;
        HasAwait = target.HasAwait || index.HasAwait;
    }

    public CsExpression Target { get; }

    public CsExpression Index { get; }
}

/// <summary><c>new Name(arguments) { [key] = value, ... }</c>.</summary>
internal sealed record CsNew : CsExpression
{
    public CsNew(CsType type, string name, IReadOnlyList<CsExpression> arguments, IReadOnlyList<(CsExpression Key, CsExpression Value)>? items = null)
        : base(type)
    {
        Name = name;
        Arguments = arguments;
        Items = items ?? [];
        Depth = Above(arguments);
        HasAwait = AnyAwait(arguments);
        foreach (var (key, value) in Items)
        {
            Depth = System.Math.Max(Depth, System.Math.Max(key.Depth, value.Depth) + 1);
            HasAwait |= key.HasAwait || value.HasAwait;
        }
    }

    public string Name { get; }

    public IReadOnlyList<CsExpression> Arguments { get; }

    public IReadOnlyList<(CsExpression Key, CsExpression Value)> Items { get; }
}

/// <summary><c>new LuaValue[] { ... }</c>, or <c>[...]</c> for a span.</summary>
internal sealed record CsArray : CsExpression
{
    public CsArray(IReadOnlyList<CsExpression> items, CsType element = CsType.Value)
        : base(CsType.Other)
    {
        Items = items;
        Element = element;
        Depth = Above(items);
        HasAwait = AnyAwait(items);
    }

    public IReadOnlyList<CsExpression> Items { get; }

    /// <summary>The type of the items.</summary>
    public CsType Element { get; }

    /// <summary>A span cannot be kept over a wait and must not fill the stack. One of constant numbers lies in the assembly.</summary>
    public bool NeedsHeap => HasAwait || (Items.Count > 32 && (Element == CsType.Value || Items.Any(static i => i is not CsAtom { IsConstant: true })));
}

/// <summary><c>await e</c>.</summary>
internal sealed record CsAwait : CsExpression
{
    public CsAwait(CsType type, CsExpression operand)
        : base(type)
    {
        Operand = operand;
        Depth = operand.Depth + 1;
        HasAwait = true;
    }

    public CsExpression Operand { get; }
}

/// <summary>
/// The first two results of a call, kept by a statement of their own: <c>LuaValue first = call(..., out LuaValue second);</c>, or where it may wait
/// <c>if (call(..., out LuaValue first, out LuaValue second) is { } frame) { (first, second) = await frame; }</c>.
/// </summary>
internal sealed record CsPair : CsExpression
{
    public CsPair(CsExpression call, CsAtom first, CsAtom second, CsAtom? frame)
        : base(CsType.Other)
    {
        Call = call;
        First = first;
        Second = second;
        Frame = frame;
        Depth = call.Depth + 1;
        HasAwait = call.HasAwait || frame is not null;
    }

    public CsExpression Call { get; }

    public CsAtom First { get; }

    public CsAtom Second { get; }

    public CsAtom? Frame { get; }
}

/// <summary><c>left op right</c>.</summary>
internal sealed record CsBinary : CsExpression
{
    public CsBinary(CsType type, string op, CsExpression left, CsExpression right)
        : base(type)
    {
        Operator = op;
        Left = left;
        Right = right;
        Depth = System.Math.Max(left.Depth, right.Depth) + 1;
        HasAwait = left.HasAwait || right.HasAwait;
    }

    public string Operator { get; }

    public CsExpression Left { get; }

    public CsExpression Right { get; }
}

/// <summary><c>op e</c>; a cast is an operator too.</summary>
internal sealed record CsUnary : CsExpression
{
    public CsUnary(CsType type, string op, CsExpression operand)
        : base(type)
    {
        Operator = op;
        Operand = operand;
        Depth = operand.Depth + 1;
        HasAwait = operand.HasAwait;
    }

    public string Operator { get; }

    public CsExpression Operand { get; }
}

/// <summary><c>condition ? a : b</c>.</summary>
internal sealed record CsConditional : CsExpression
{
    public CsConditional(CsType type, CsExpression condition, CsExpression whenTrue, CsExpression whenFalse)
        : base(type)
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
        Depth = System.Math.Max(condition.Depth, System.Math.Max(whenTrue.Depth, whenFalse.Depth)) + 1;
        HasAwait = condition.HasAwait || whenTrue.HasAwait || whenFalse.HasAwait;
    }

    public CsExpression Condition { get; }

    public CsExpression WhenTrue { get; }

    public CsExpression WhenFalse { get; }
}

/// <summary><c>e is var name</c>: keeps a value for later in the same expression; <c>e is { } name</c> does when it is not null.</summary>
internal sealed record CsKeep : CsExpression
{
    public CsKeep(CsExpression operand, string name, bool notNull = false)
        : base(CsType.Bool)
    {
        Operand = operand;
        Name = name;
        NotNull = notNull;
        Depth = operand.Depth + 1;
        HasAwait = operand.HasAwait;
    }

    public CsExpression Operand { get; }

    public string Name { get; }

    public bool NotNull { get; }
}

/// <summary><c>target = value</c>.</summary>
internal sealed record CsAssign : CsExpression
{
    public CsAssign(CsExpression target, CsExpression value)
        : base(target.Type)
    {
        Target = target;
        Value = value;
        Depth = System.Math.Max(target.Depth, value.Depth) + 1;
        HasAwait = target.HasAwait || value.HasAwait;
    }

    public CsExpression Target { get; }

    public CsExpression Value { get; }
}

/// <summary><c>name: value</c> as an argument.</summary>
internal sealed record CsNamed : CsExpression
{
    public CsNamed(string name, CsExpression value)
        : base(value.Type)
    {
        Name = name;
        Value = value;
        Depth = value.Depth;
        HasAwait = value.HasAwait;
    }

    public string Name { get; }

    public CsExpression Value { get; }
}

/// <summary><c>(parameters) => body</c>.</summary>
/// <param name="Parameters">Names of the parameters.</param>
/// <param name="IsAsync">Whether it is an async lambda.</param>
/// <param name="Expression">The body, when it is an expression.</param>
/// <param name="Body">The body, when it is a block.</param>
internal sealed record CsLambda(IReadOnlyList<string> Parameters, bool IsAsync, CsExpression? Expression, CsBlock? Body) : CsExpression(CsType.Other)
{
    /// <summary>Whether it holds nothing of its surroundings.</summary>
    public bool IsStatic { get; init; }
}
