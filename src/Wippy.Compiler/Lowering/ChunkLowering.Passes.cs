using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Passes of innermost loops that ask for all elements of lists before they change anything (<see cref="PassChecks"/>). They are a loop of their own, in which a
/// read or store is a comparison and no more. Where an element is absent, the pass begins again in the loop around, which knows all ways to read and store.
/// </content>
internal sealed partial class ChunkLowering
{
    // So often a pass may begin again; where a counter tells, only those count that are the first to be tried. A loop that adds elements to a list, say, is better off in
    // the general way.
    private const int MaximumRestarts = 16;

    /// <summary>Lowers the body of a loop, with a loop in front that runs the passes of which all elements are there.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="line">Its line.</param>
    /// <param name="lower">Lowers the body of a pass.</param>
    /// <param name="makeLoop">Makes the loop that goes on from a pass, of its body.</param>
    /// <param name="counter">What differs in each pass, if the loop has it.</param>
    private CsBlock LowerPasses(StatementSyntax loop, int line, Func<CsBlock> lower, Func<CsBlock, CsStatement> makeLoop, CsAtom? counter = null)
    {
        if (FindChecks(loop, _frame.Lists) is not { } checks || _frame.Around is not { } uses)
        {
            return lower();
        }

        return LowerPasses(checks, line, counter, () => WithCopies(uses, line, () => _frame.Out.Add(makeLoop(lower()))), lower, static () => null);
    }

    /// <summary>Lowers a pass, with a loop in front that runs those of which all elements are there, unless too many have begun again.</summary>
    /// <param name="checks">What a pass asks for.</param>
    /// <param name="line">The line of the loop.</param>
    /// <param name="counter">What differs in each pass, if the loop has it.</param>
    /// <param name="lowerLoop">Lowers the loop in front; gives the statements at its end, which are needed where a pass begins again, too.</param>
    /// <param name="lowerPass">Lowers the body of a pass.</param>
    /// <param name="test">What else the loop in front needs, asked for when that has been lowered.</param>
    private CsBlock LowerPasses(PassChecks checks, int line, CsAtom? counter, Func<List<CsStatement>> lowerLoop, Func<CsBlock> lowerPass, Func<CsExpression?> test)
    {
        var restarts = new CsAtom(NextTemporary(), CsType.Other, true);
        _frame.Out.Add(new CsDeclare(line, "int", restarts.Text, new CsAtom("0", CsType.Other)));
        var label = _frame.Temporaries.NewLabel("restart");
        List<CsStatement> ends = [];
        CsBlock? pass = null;
        var (loop, _) = LowerTwice(
            () =>
            {
                _frame.Restart = (label, checks);
                ends = lowerLoop();
                _frame.Restart = null;
            },
            () => pass = lowerPass());
        List<CsStatement> statements = [.. loop.Statements, new CsBreak(line), new CsLabel(line, label), .. ends];
        CsStatement count = new CsEvaluate(line, new CsAtom(restarts.Text + "++", CsType.Other));
        if (counter is not null)
        {
            var tried = new CsAtom(NextTemporary(), counter.Type);
            statements.Insert(0, new CsDeclare(line, TypeName(counter.Type), tried.Text, counter));
            count = new CsIf(line, new CsBinary(CsType.Bool, "==", counter, tried), new CsBlock(0, [count]), null);
        }

        statements.Add(count);
        CsExpression mayRun = new CsBinary(CsType.Bool, "<", restarts, Integer(MaximumRestarts));
        return new CsBlock(line, [new CsIf(line, test() is { } condition ? And(mayRun, condition) : mayRun, new CsBlock(0, statements), null), pass!]);
    }

    // What the passes of a loop ask for, if they do so first, and look for an element in a list that was found.
    private PassChecks? FindChecks(StatementSyntax loop, KnownLists? lists)
    {
        return IsTypedFrame && lists is not null && PassChecks.Find(_bound, loop) is { } checks
            && checks.Elements.Any(e => TypeOf(e.Element.Key) == LuaTypes.Integer && !checks.IsAskedAgain(e.Element) && lists.FindKnown(e.Element) is null
                && ListOf(e.Element) is { } list && lists.Find(list, e.Type, _bound.Truths.Contains(e.Element)) is not null) ? checks : null;

        CsExpression? ListOf(IndexExpressionSyntax element) =>
            element.Object is NameExpressionSyntax name && !_bound.Guards.ContainsKey(name) ? TypeOf(name) == LuaTypes.Table ? LowerTyped(name) : null : lists.FindRow(element.Object)?.Row;
    }

    // Begins the pass again where a test of an element fails; null where it does not.
    private CsIf? Otherwise(CsExpression test, IndexExpressionSyntax element, int line) =>
        MayRestart(element) ? new CsIf(line, new CsUnary(CsType.Bool, "!", test), new CsBlock(0, [Restart(line)]), null) : null;

    private bool MayRestart(IndexExpressionSyntax element) => _frame.Restart is { } restart && !restart.Checks.IsAskedAgain(element);

    private CsGoto Restart(int line) => new(line, _frame.Restart!.Value.Label);
}
