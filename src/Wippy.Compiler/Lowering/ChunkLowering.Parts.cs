using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Lowering;

/// <content>Long chunks: the outermost block in several methods, for the time of the C# compiler grows with the square of a method's length.</content>
internal sealed partial class ChunkLowering
{
    // In characters of the source.
    private const int MaximumPartLength = 20_000;

    /// <summary>The statements of the outermost block, whose variables are all fields of the class.</summary>
    private void LowerParts(BlockSyntax block)
    {
        var chunk = _frame;
        var count = 0;
        var start = 0;
        foreach (var statement in block.Statements)
        {
            var canBePart = CanBePart(statement);
            if (_frame != chunk && (!canBePart || statement.Span.End - start > MaximumPartLength))
            {
                EndPart();
            }

            if (_frame == chunk && canBePart)
            {
                start = statement.Span.Start;
                _frame = new Frame(chunk.Function, new Counter());
            }

            LowerWhole(statement);
        }

        if (_frame != chunk)
        {
            EndPart();
        }

        void EndPart()
        {
            var name = "Chunk" + CSharpText.Number(++count);
            var isAsync = chunk.Function.IsAsync;
            var part = _frame.Out;
            if (isAsync)
            {
                part.Add(new CsReturn(0, new CsAtom("LuaValues.Empty", CsType.Values)));
            }

            _methods.Add(([], new CsFunction(0, isAsync ? "private async" : "private", isAsync ? "LuaTask<LuaValues>" : "void", name, [], new CsBlock(0, part))));
            _frame = chunk;
            var call = new CsCall(isAsync ? CsType.Values : CsType.Void, null, name);
            _frame.Out.Add(new CsEvaluate(0, isAsync ? new CsAwait(CsType.Values, call) : call));
        }
    }

    // What ends the chunk or reads its arguments stays in its method.
    private static bool CanBePart(StatementSyntax statement)
    {
        var block = new BlockSyntax(statement.Span, EquatableArray.Create(statement));
        return !UsesVararg(block) && SyntaxWalk.StatementsOf(block).All(static s => s is not ReturnStatementSyntax);
    }
}
