using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <content>Table constructors with many fields.</content>
internal sealed partial class ChunkLowering
{
    /// <summary>
    /// The code of a long constructor: a local function that makes the table and calls others, each of which stores a part of the fields. What is lowered from the
    /// beginning of a part to its end stands in that part.
    /// </summary>
    private sealed class LongTable
    {
        /// <summary>How many fields a constructor has at most in one piece: that is the quickest to compile, but the stack of its method grows with it.</summary>
        public const int MaximumFields = 2_000;

        /// <summary>How many fields a part stores: a method with many more takes long to compile and a stack that threads do not have.</summary>
        public const int MaximumStores = 500;

        private readonly ChunkLowering _lowering;
        private readonly List<CsStatement> _around;
        private readonly List<CsStatement> _body = [];
        private readonly CsAtom _table;

        public LongTable(ChunkLowering lowering)
        {
            _lowering = lowering;
            _around = lowering._frame.Out;
            _table = new CsAtom(lowering.NextTemporary(), CsType.Table);
            lowering._frame.Out = [];
        }

        /// <summary>A variable that all parts share.</summary>
        public CsAtom DeclareShared()
        {
            var name = _lowering.NextTemporary();
            _body.Add(new CsDeclare(0, "LuaValue", name, Nil));
            return new CsAtom(name, CsType.Value);
        }

        /// <summary>Ends a part, which stores these fields, and begins the next.</summary>
        public void EndPart(List<(CsExpression Key, CsExpression Value)> items, int line)
        {
            var part = _lowering._frame.Out;
            part.AddRange(items.ConvertAll(i => new CsEvaluate(line, new CsAssign(new CsElement(CsType.Value, _table, i.Key), i.Value))));
            part.Add(new CsReturn(0, _table));
            _body.Add(new CsEvaluate(0, Call(part, _body)));
            _lowering._frame.Out = [];
        }

        /// <summary>The table, when all parts have ended.</summary>
        public CsExpression Make(CsNew empty)
        {
            _lowering._frame.Out = _around;
            _body.Insert(0, new CsDeclare(0, "LuaTable", _table.Text, empty));
            _body.Add(new CsReturn(0, _table));
            return Call(_body, _around);
        }

        // Adds a local function that gives the table, and calls it.
        private CsExpression Call(List<CsStatement> body, List<CsStatement> target)
        {
            var isAsync = _lowering._frame.Function.IsAsync;
            var name = _lowering.NextTemporary();
            target.Add(new CsFunction(0, isAsync ? "async" : string.Empty, isAsync ? "LuaTask<LuaTable>" : "LuaTable", name, [], new CsBlock(0, body)));
            var call = new CsCall(CsType.Table, null, name);
            return isAsync ? new CsAwait(CsType.Table, call) : call;
        }
    }
}
