using System;
using System.Collections.Generic;
using Wippy.Compiler.Diagnostics;

namespace Wippy.Compiler.Syntax;

// The rules of Lua 5.3 for goto, labels, break and '...' (Lua manual 3.3.4).
public sealed partial class LuaParser
{
    private FunctionScope _function;

    private BlockScope Block => _function.Block;

    private void OpenFunction(bool isVararg) => _function = new FunctionScope(_function, isVararg) { ErrorsBefore = _errors };

    private void CloseFunction()
    {
        CloseBlock(endsScope: true);
        _function = _function.Outer ?? _function;
    }

    private void OpenBlock(bool isLoop) =>
        _function.Block = new BlockScope(Block, _function.Locals.Count, isLoop || Block.InLoop);

    // "endsScope": labels at the end count as outside the scope of the block's locals; not so before 'until'.
    private void CloseBlock(bool endsScope)
    {
        var block = Block;
        SettleLabels(endsScope ? block.FirstLocal : _function.Locals.Count);
        _function.Locals.RemoveRange(block.FirstLocal, _function.Locals.Count - block.FirstLocal);
        if (block.Outer is null)
        {
            foreach (var jump in block.Pending)
            {
                // After a syntax error the label may have been lost with it.
                if (_errors == _function.ErrorsBefore)
                {
                    Report(DiagnosticDescriptors.LabelNotFound, jump.Label.Span, jump.Label.Text, LineNumber(jump.Label.Span.Start));
                }
            }

            return;
        }

        _function.Block = block.Outer;
        foreach (var jump in block.Pending)
        {
            AddGoto(jump with { Locals = Math.Min(jump.Locals, block.FirstLocal) });
        }
    }

    private void Declare(IdentifierSyntax name) => _function.Locals.Add(name.Text);

    private void AddGoto(PendingGoto jump)
    {
        // A label that has been passed is in scope with fewer locals than now, or it would not be visible.
        if (!Block.Labels.ContainsKey(jump.Label.Text) || Block.Unsettled.Contains(jump.Label.Text))
        {
            Block.Pending.Add(jump);
        }
    }

    private void AddLabel(IdentifierSyntax name)
    {
        if (Block.Labels.TryGetValue(name.Text, out var first))
        {
            Report(DiagnosticDescriptors.DuplicateLabel, name.Span, name.Text, LineNumber(first.Span.Start));
            return;
        }

        Block.Labels.Add(name.Text, name);
        Block.Unsettled.Add(name.Text);
    }

    // Called at the first statement after labels, or at the end of their block: only then the locals in scope are known.
    private void SettleLabels(int locals)
    {
        var block = Block;
        if (block.Unsettled.Count == 0)
        {
            return;
        }

        if (block.Pending.Count > 0)
        {
            block.Pending.RemoveAll(jump =>
            {
                if (!block.Unsettled.Contains(jump.Label.Text))
                {
                    return false;
                }

                if (jump.Locals < locals)
                {
                    Report(DiagnosticDescriptors.JumpIntoScope, jump.Label.Span,
                        jump.Label.Text, LineNumber(jump.Label.Span.Start), _function.Locals[jump.Locals]);
                }

                return true;
            });
        }

        block.Unsettled.Clear();
    }

    private sealed record PendingGoto(IdentifierSyntax Label, int Locals);

    private sealed class FunctionScope
    {
        public FunctionScope(FunctionScope? outer, bool isVararg)
        {
            Outer = outer;
            IsVararg = isVararg;
            Block = new BlockScope(null, 0, inLoop: false);
        }

        public FunctionScope? Outer { get; }

        public bool IsVararg { get; set; }

        public int ErrorsBefore { get; init; }

        public List<string> Locals { get; } = [];

        public BlockScope Block { get; set; }
    }

    private sealed class BlockScope(BlockScope? outer, int firstLocal, bool inLoop)
    {
        public BlockScope? Outer { get; } = outer;

        public int FirstLocal { get; } = firstLocal;

        public bool InLoop { get; } = inLoop;

        public Dictionary<string, IdentifierSyntax> Labels { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Unsettled { get; } = new(StringComparer.Ordinal);

        public List<PendingGoto> Pending { get; } = [];
    }
}
