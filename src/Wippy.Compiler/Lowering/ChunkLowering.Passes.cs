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
    // So often a pass may begin again: a loop that adds elements to a list, say, is better off in the general way.
    private const int MaximumRestarts = 8;

    /// <summary>Lowers the body of a loop, with a loop in front that runs the passes of which all elements are there.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="line">Its line.</param>
    /// <param name="lower">Lowers the body of a pass.</param>
    /// <param name="makeLoop">Makes the loop that goes on from a pass, of its body.</param>
    private CsBlock LowerPasses(StatementSyntax loop, int line, Func<CsBlock> lower, Func<CsBlock, CsStatement> makeLoop)
    {
        if (ListsOf(loop) is not { } uses || !HasChecks(loop, _frame.Lists))
        {
            return lower();
        }

        var restarts = DeclareRestarts(line);
        CsBlock? pass = null;
        string? label = null;
        List<CsStatement> ends = [];
        var (among, _) = LowerTwice(() => label = LowerWithRestart(() => ends = WithCopies(uses, line, () => _frame.Out.Add(makeLoop(lower())))), () => pass = lower());
        return new CsBlock(line, [MayRestart(label!, restarts, null, [.. among.Statements, new CsBreak(line)], ends, line), pass!]);
    }

    // Whether the passes of a loop ask for all elements first, and one of them is asked for in a list that was found.
    private bool HasChecks(StatementSyntax loop, KnownLists? lists)
    {
        return IsTypedFrame && lists is not null && PassChecks.Find(_bound, loop) is { } elements
            && elements.Any(e => TypeOf(e.Element.Key) == LuaTypes.Integer && lists.FindKnown(e.Element) is null
                && ListOf(e.Element) is { } list && lists.Find(list, e.Type, _bound.Truths.Contains(e.Element)) is not null);

        CsExpression? ListOf(IndexExpressionSyntax element) =>
            element.Object is NameExpressionSyntax name ? TypeOf(name) == LuaTypes.Table ? LowerTyped(name) : null : lists.FindRow(element.Object)?.Row;
    }

    private CsAtom DeclareRestarts(int line)
    {
        var restarts = new CsAtom(NextTemporary(), CsType.Other, true);
        _frame.Out.Add(new CsDeclare(line, "int", restarts.Text, new CsAtom("0", CsType.Other)));
        return restarts;
    }

    // Begins the pass again where a test fails; null for passes that do not.
    private CsIf? Otherwise(CsExpression test, int line) =>
        _frame.Restart is { } label ? new CsIf(line, new CsUnary(CsType.Bool, "!", test), new CsBlock(0, [new CsGoto(line, label)]), null) : null;

    // Gives the label where a pass begins again.
    private string LowerWithRestart(Action lower)
    {
        var label = _frame.Temporaries.NewLabel("restart");
        _frame.Restart = label;
        lower();
        _frame.Restart = null;
        return label;
    }

    // Runs the passes of which all elements are there, unless too many have begun again; with what is done where one does.
    private static CsIf MayRestart(string label, CsAtom restarts, CsExpression? test, CsStatement[] passes, IEnumerable<CsStatement> atRestart, int line)
    {
        var mayRun = new CsBinary(CsType.Bool, "<", restarts, Integer(MaximumRestarts));
        return new(
            line,
            test is null ? mayRun : And(mayRun, test),
            new CsBlock(0, [.. passes, new CsLabel(line, label), .. atRestart, new CsEvaluate(line, new CsAtom(restarts.Text + "++", CsType.Other))]),
            null);
    }
}
