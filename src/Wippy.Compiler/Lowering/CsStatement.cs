using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>A statement of the C# intermediate representation.</summary>
/// <param name="Line">Line of the Lua source from 1; 0 for glue.</param>
internal abstract record CsStatement(int Line);

/// <summary><c>e;</c>.</summary>
internal sealed record CsEvaluate(int Line, CsExpression Expression) : CsStatement(Line);

/// <summary><c>T name = value;</c>.</summary>
internal sealed record CsDeclare(int Line, string TypeName, string Name, CsExpression? Value) : CsStatement(Line);

/// <summary><c>{ ... }</c>.</summary>
internal sealed record CsBlock(int Line, IReadOnlyList<CsStatement> Statements) : CsStatement(Line)
{
    /// <summary>Line of the closing word; 0 when it has none.</summary>
    public int EndLine { get; init; }
}

/// <summary><c>if (c) { } else { }</c>; an <c>else</c> with an <c>if</c> alone becomes <c>else if</c>.</summary>
internal sealed record CsIf(int Line, CsExpression Condition, CsBlock Then, CsStatement? Else) : CsStatement(Line);

/// <summary><c>while (c) { }</c>.</summary>
internal sealed record CsWhile(int Line, CsExpression Condition, CsBlock Body) : CsStatement(Line);

/// <summary><c>do { } while (c);</c>.</summary>
internal sealed record CsDo(int Line, CsBlock Body, CsExpression Condition) : CsStatement(Line);

/// <summary><c>for (long i = a; i &lt;= b; i += s) { }</c>.</summary>
internal sealed record CsFor(int Line, string TypeName, string Name, CsExpression Initial, CsExpression Condition, IReadOnlyList<CsExpression> Increments, CsBlock Body)
    : CsStatement(Line);

/// <summary><c>return e;</c>.</summary>
internal sealed record CsReturn(int Line, CsExpression? Value) : CsStatement(Line);

/// <summary><c>throw e;</c>.</summary>
internal sealed record CsThrow(int Line, CsExpression Exception) : CsStatement(Line);

/// <summary><c>break;</c>.</summary>
internal sealed record CsBreak(int Line) : CsStatement(Line);

/// <summary><c>goto label;</c>.</summary>
internal sealed record CsGoto(int Line, string Label) : CsStatement(Line);

/// <summary><c>label: ;</c>.</summary>
internal sealed record CsLabel(int Line, string Label) : CsStatement(Line);

/// <summary>Jumps to the label <c>at_n</c> for each n from 1, after the statement of that case if it has one; goes on behind for 0.</summary>
internal sealed record CsSwitch(string Selector, IReadOnlyList<CsStatement?> Cases) : CsStatement(0);

/// <summary>
/// A call that may wait: <c>if (call is { } frame) { target = await frame; }</c>. In a method that has not waited yet the rest is left to the one that goes on
/// behind the call (<see cref="ResumableBody"/>).
/// </summary>
/// <param name="Line">Its line.</param>
/// <param name="Call">Gives the frame to await, or gives the results to variables that it declares.</param>
/// <param name="Frame">Name for the frame.</param>
/// <param name="Target">What the results are assigned to; null where none is used.</param>
/// <param name="Part">What is made of the frame to await only a part of its results; null for all.</param>
internal sealed record CsWait(int Line, CsCall Call, string Frame, CsAtom? Target, string? Part) : CsStatement(Line);

/// <summary><c>// text</c>.</summary>
internal sealed record CsComment(string Text) : CsStatement(0);

/// <summary>A method or a local function.</summary>
internal sealed record CsFunction(
    int Line, string Modifiers, string ReturnType, string Name, IReadOnlyList<(string TypeName, string Name)> Parameters, CsBlock Body)
    : CsStatement(Line);
