using System.Collections.Generic;
using Wippy.Compiler.Emit;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Makes a body that can be entered at labels inside its loops and branches: C# has no jumps into blocks, so blocks with such labels become jumps at the
/// outermost level, where their variables are declared too. Variables have names of their own in the whole body.
/// </summary>
internal sealed class FlatBody
{
    private readonly HashSet<string> _declared;
    private readonly List<CsStatement> _declarations = [];
    private readonly List<CsStatement> _statements = [];
    private readonly List<CsStatement> _waits = [];
    private int _labels;

    private FlatBody(IEnumerable<string> declared) => _declared = [.. declared];

    /// <summary>Flattens a body.</summary>
    /// <param name="body">Its statements.</param>
    /// <param name="points">Number of labels to enter it at.</param>
    /// <param name="selector">The parameter that tells at which.</param>
    /// <param name="parameters">Names that are declared already.</param>
    public static List<CsStatement> Make(IReadOnlyList<CsStatement> body, int points, string selector, IEnumerable<string> parameters)
    {
        var flat = new FlatBody(parameters);
        flat.AddAll(body, null);
        if (points > 0)
        {
            flat._declarations.Add(new CsSwitch(selector, flat._waits.Count == points ? flat._waits : new CsStatement?[points]));
        }

        flat._declarations.AddRange(flat._statements);
        return flat._declarations;
    }

    private static bool IsEntered(CsStatement? statement) => statement switch
    {
        CsLabel label => label.Label.StartsWith("at_", System.StringComparison.Ordinal),
        CsWait => true,
        CsBlock block => AnyEntered(block),
        CsIf @if => IsEntered(@if.Then) || IsEntered(@if.Else),
        CsWhile @while => IsEntered(@while.Body),
        CsDo @do => IsEntered(@do.Body),
        CsFor @for => IsEntered(@for.Body),
        _ => false,
    };

    private static bool AnyEntered(CsBlock block)
    {
        foreach (var statement in block.Statements)
        {
            if (IsEntered(statement))
            {
                return true;
            }
        }

        return false;
    }

    private string NextLabel() => "at_end_" + CSharpText.Number(++_labels);

    private void AddAll(IReadOnlyList<CsStatement> statements, string? end)
    {
        foreach (var statement in statements)
        {
            Add(statement, end);
        }
    }

    // The label is the end of the loop around, which "break" means.
    private void Add(CsStatement statement, string? end)
    {
        switch (statement)
        {
            case CsDeclare declare:
                Declare(declare);
                break;
            case CsBlock block when IsEntered(block):
                AddAll(block.Statements, end);
                break;
            case CsIf @if when IsEntered(@if):
                AddIf(@if, end);
                break;
            case CsWait wait:
                _waits.Add(ResumableBody.Enter(wait));
                _statements.Add(ResumableBody.Await(wait, (typeName, name) => Declare(new CsDeclare(0, typeName, name, null))));
                _statements.Add(new CsLabel(0, ExitMap.Label(_waits.Count)));
                break;
            case CsDo @do when IsEntered(@do):
                AddLoop(@do);
                break;
            case CsWhile @while when IsEntered(@while):
                AddLoop(@while.Line, @while.Condition, @while.Body, []);
                break;
            case CsFor @for when IsEntered(@for):
                Declare(new CsDeclare(@for.Line, @for.TypeName, @for.Name, @for.Initial));
                AddLoop(@for.Line, @for.Condition, @for.Body, @for.Increments);
                break;
            default:
                _statements.Add(end is null ? statement : WithBreaks(statement, end));
                break;
        }
    }

    private void Declare(CsDeclare declare)
    {
        if (_declared.Add(declare.Name))
        {
            var initial = declare.TypeName is "LuaString" or "LuaTable" or "LuaFunction" ? "default!" : "default";
            _declarations.Add(new CsDeclare(0, declare.TypeName, declare.Name, new CsAtom(initial, CsType.Other)));
        }

        if (declare.Value is { } value)
        {
            _statements.Add(new CsEvaluate(declare.Line, new CsAssign(new CsAtom(declare.Name, CsType.Other), value)));
        }
    }

    private void AddIf(CsIf statement, string? end)
    {
        var otherwise = NextLabel();
        AddJumpUnless(statement.Line, statement.Condition, otherwise);
        AddAll(statement.Then.Statements, end);
        if (statement.Else is not { } other)
        {
            _statements.Add(new CsLabel(0, otherwise));
            return;
        }

        var after = NextLabel();
        _statements.Add(new CsGoto(0, after));
        _statements.Add(new CsLabel(0, otherwise));
        if (other is CsBlock block)
        {
            AddAll(block.Statements, end);
        }
        else
        {
            Add(other, end);
        }

        _statements.Add(new CsLabel(0, after));
    }

    private void AddLoop(int line, CsExpression condition, CsBlock body, IReadOnlyList<CsExpression> increments)
    {
        var start = NextLabel();
        var end = NextLabel();
        _statements.Add(new CsLabel(line, start));
        AddJumpUnless(line, condition, end);
        AddAll(body.Statements, end);
        foreach (var increment in increments)
        {
            _statements.Add(new CsEvaluate(line, increment));
        }

        _statements.Add(new CsGoto(line, start));
        _statements.Add(new CsLabel(0, end));
    }

    private void AddLoop(CsDo loop)
    {
        var start = NextLabel();
        var end = NextLabel();
        _statements.Add(new CsLabel(0, start));
        AddAll(loop.Body.Statements, end);
        _statements.Add(new CsIf(loop.Line, loop.Condition, new CsBlock(0, [new CsGoto(loop.Line, start)]), null));
        _statements.Add(new CsLabel(0, end));
    }

    private void AddJumpUnless(int line, CsExpression condition, string label)
    {
        if (condition is not CsAtom { Text: "true" })
        {
            _statements.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", condition), new CsBlock(0, [new CsGoto(line, label)]), null));
        }
    }

    private static CsStatement WithBreaks(CsStatement statement, string end) => statement switch
    {
        CsBreak @break => new CsGoto(@break.Line, end),
        CsBlock block => WithBreaks(block, end),
        CsIf @if => @if with { Then = WithBreaks(@if.Then, end), Else = @if.Else is { } other ? WithBreaks(other, end) : null },
        _ => statement,
    };

    private static CsBlock WithBreaks(CsBlock block, string end)
    {
        var statements = new List<CsStatement>();
        foreach (var statement in block.Statements)
        {
            statements.Add(WithBreaks(statement, end));
        }

        return block with { Statements = statements };
    }
}
