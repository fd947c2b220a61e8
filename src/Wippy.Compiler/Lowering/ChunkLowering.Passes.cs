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
        if (ListsOf(loop) is not { } uses || FindChecks(loop, _frame.Lists) is not { } checks)
        {
            return lower();
        }

        var restarts = DeclareRestarts(line);
        CsBlock? pass = null;
        string? label = null;
        List<CsStatement> ends = [];
        var (among, _) = LowerTwice(() => label = LowerWithRestart(checks, () => ends = WithCopies(uses, line, () => _frame.Out.Add(makeLoop(lower())))), () => pass = lower());
        return new CsBlock(line, [WithRestart(label!, restarts, counter, null, [.. among.Statements, new CsBreak(line)], ends, line), pass!]);
    }

    // What the passes of a loop ask for, if they do so first, and look for an element in a list that was found.
    private PassChecks? FindChecks(StatementSyntax loop, KnownLists? lists)
    {
        return IsTypedFrame && lists is not null && PassChecks.Find(_bound, loop) is { } checks
            && checks.Elements.Any(e => TypeOf(e.Element.Key) == LuaTypes.Integer && !checks.IsAskedAgain(e.Element) && lists.FindKnown(e.Element) is null
                && ListOf(e.Element) is { } list && lists.Find(list, e.Type, _bound.Truths.Contains(e.Element)) is not null) ? checks : null;

        CsExpression? ListOf(IndexExpressionSyntax element) =>
            element.Object is NameExpressionSyntax name ? TypeOf(name) == LuaTypes.Table ? LowerTyped(name) : null : lists.FindRow(element.Object)?.Row;
    }

    private CsAtom DeclareRestarts(int line)
    {
        var restarts = new CsAtom(NextTemporary(), CsType.Other, true);
        _frame.Out.Add(new CsDeclare(line, "int", restarts.Text, new CsAtom("0", CsType.Other)));
        return restarts;
    }

    // Begins the pass again where a test of an element fails; null where it does not.
    private CsIf? Otherwise(CsExpression test, IndexExpressionSyntax element, int line) =>
        MayRestart(element) ? new CsIf(line, new CsUnary(CsType.Bool, "!", test), new CsBlock(0, [Restart(line)]), null) : null;

    private bool MayRestart(IndexExpressionSyntax element) => _frame.Restart is { } restart && !restart.Checks.IsAskedAgain(element);

    private CsGoto Restart(int line) => new(line, _frame.Restart!.Value.Label);

    // Gives the label where a pass begins again.
    private string LowerWithRestart(PassChecks checks, Action lower)
    {
        var label = _frame.Temporaries.NewLabel("restart");
        _frame.Restart = (label, checks);
        lower();
        _frame.Restart = null;
        return label;
    }

    // Runs the passes of which all elements are there, unless too many have begun again; with what is done where one does.
    private CsIf WithRestart(string label, CsAtom restarts, CsAtom? counter, CsExpression? test, CsStatement[] passes, IEnumerable<CsStatement> atRestart, int line)
    {
        var mayRun = new CsBinary(CsType.Bool, "<", restarts, Integer(MaximumRestarts));
        CsStatement count = new CsEvaluate(line, new CsAtom(restarts.Text + "++", CsType.Other));
        List<CsStatement> first = [];
        if (counter is not null)
        {
            var tried = new CsAtom(NextTemporary(), counter.Type);
            first.Add(new CsDeclare(line, TypeName(counter.Type), tried.Text, counter));
            count = new CsIf(line, new CsBinary(CsType.Bool, "==", counter, tried), new CsBlock(0, [count]), null);
        }

        return new(line, test is null ? mayRun : And(mayRun, test), new CsBlock(0, [.. first, .. passes, new CsLabel(line, label), .. atRestart, count]), null);
    }
}
