using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>Turns a bound and analysed chunk into the C# class that does the same.</summary>
internal sealed partial class ChunkLowering
{
    // Deeper expressions are cut into local functions, so that the C# compiler never runs out of stack.
    private const int MaximumDepth = 40;

    // Constant bytes and lists of numbers are data of the assembly, the quickest to load, but an assembly has at most 65 535 different ones. Beyond so many
    // in a chunk, only long ones are: of other texts an assembly has 16 MB.
    private const int MaximumData = 2_048;
    private const int LongData = 128;

    private static readonly CsExpression Lua = new CsAtom("lua", CsType.Other, true);
    internal static readonly CsExpression Nil = new CsAtom("LuaValue.Nil", CsType.Value, true);

    private readonly BoundChunk _general;
    private readonly BoundChunk? _copies;
    private readonly SourceText _source;
    private readonly Dictionary<ExpressionSyntax, int> _lateReads;
    private readonly List<(string TypeName, string Name, string Value)> _constants = [];
    private readonly HashSet<string> _libraryFunctions = [];
    private readonly Dictionary<string, string> _constantNames = new(StringComparer.Ordinal);
    private readonly List<(string TypeName, string Name, string? Value)> _fields = [];
    private readonly List<(IReadOnlyList<CsComment> Comments, CsFunction Method)> _methods = [];
    private readonly TypeLowering _types;
    private BoundChunk _bound;
    private EquatableArray<CommentSyntax> _comments;
    private int _nextComment;
    private int _slots;
    private int _methodCaches;
    private int _data;
    private FunctionSymbol? _longFunction;
    private Frame _frame;

    private ChunkLowering(BoundChunk bound, BoundChunk? copies)
    {
        _bound = bound;
        _general = bound;
        _copies = copies;
        _source = bound.Input.Tree.Source;
        _lateReads = LateReads.Find(bound);
        _comments = bound.Input.Options.KeepComments ? CommentsOutsideLoops(bound) : EquatableArray<CommentSyntax>.Empty;
        _frame = new Frame(bound.Chunk, new Counter());
        _types = new TypeLowering(bound);
        _fieldFunctions = FieldFunctions.Find(bound);
    }

    /// <summary>The class of a chunk.</summary>
    public static CsClass Lower(BoundChunk bound, BoundChunk? copies, string @namespace)
    {
        NameAllocator.Run(bound);
        bound.SettledTypes = [];
        var lowering = new ChunkLowering(bound, copies);
        if (copies is not null)
        {
            NameAllocator.Run(copies);
            copies.SettledTypes = [];
            lowering.FindGeneralLocals(bound, copies);
        }

        return lowering.LowerChunk(@namespace);
    }

    private CsClass LowerChunk(string @namespace)
    {
        var chunk = _bound.Chunk;
        _methods.Add(default);
        CsBlock body;
        var start = new List<CsStatement>();
        _frame.Out = start;
        start.Add(new CsDeclare(0, "LuaValues", "varargs", new CsAtom("LuaValues.Empty", CsType.Values)));
        KeepCallers(chunk);
        if (_bound.HasParts && !chunk.NeedsCallers)
        {
            LowerParts(chunk.Block);
        }
        else
        {
            LowerStatements(chunk.Block);
        }

        AddComments(int.MaxValue);
        AddEnd(chunk);
        if (!UsesVararg(chunk.Block))
        {
            start.RemoveAt(0);
        }

        body = new CsBlock(0, start);
        if (chunk.IsAsync)
        {
            _methods[0] = ([], new CsFunction(0, "public override async", "LuaTask<LuaValues>", "RunChunk", [], body));
        }
        else
        {
            var call = new CsCall(CsType.Other, new CsAtom("LuaTask<LuaValues>", CsType.Other), "FromResult", new CsCall(CsType.Values, null, "Chunk"));
            _methods[0] = ([], new CsFunction(0, "public override", "LuaTask<LuaValues>", "RunChunk", [], new CsBlock(0, [new CsReturn(0, call)])));
            _methods.Insert(1, ([], new CsFunction(0, "private", "LuaValues", "Chunk", [], body)));
        }

        foreach (var local in _bound.Scopes[chunk.Block].Locals)
        {
            if (local.KnownFunction is { Placement: FunctionPlacement.Method } function)
            {
                if (function.IsUsedAsValue)
                {
                    _fields.Add(("LuaFunction", function.CsValueName, "null!"));
                }
            }
            else if (local.IsField)
            {
                _fields.Add((TypeName(CsTypeOf(local)), local.CsName, CsTypeOf(local) is CsType.String or CsType.Table ? "null!" : null));
            }
        }

        AddFieldCalls();
        return new CsClass(@namespace, _bound.Input.ClassName, _bound.Input.Id, _constants, _slots, _methodCaches, _fields, _methods, _closures, _types.Finish())
        {
            LongFunction = _longFunction,
        };
    }

    private static bool UsesVararg(BlockSyntax block) =>
        SyntaxWalk.StatementsOf(block).Any(static s => SyntaxWalk.ExpressionsOf(s).Any(static e => UsesVararg(e.Expression)));

    private static bool UsesVararg(ExpressionSyntax expression)
    {
        if (expression is VarargExpressionSyntax)
        {
            return true;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            if (UsesVararg(child))
            {
                return true;
            }
        }

        return false;
    }

    private static CsType CsTypeOf(LuaTypes types) => types switch
    {
        LuaTypes.Integer => CsType.Long,
        LuaTypes.Float => CsType.Double,
        LuaTypes.Boolean => CsType.Bool,
        LuaTypes.String => CsType.String,
        LuaTypes.Table => CsType.Table,
        _ => CsType.Value,
    };

    private static CsType CsTypeOf(LocalSymbol local) => CsTypeOf(local.Types);

    private static CsType ResultTypeOf(FunctionSymbol function) =>
        function.Shape switch
        {
            _ when function.IsResumable => CsType.Result,
            ResultShape.Single => function.IsAsync ? CsType.Value : CsTypeOf(function.ResultTypes),
            ResultShape.Void => CsType.Void,
            ResultShape.Open => CsType.Result,
            _ => CsType.Values,
        };

    internal static string TypeName(CsType type) => type switch
    {
        CsType.Long => "long",
        CsType.Double => "double",
        CsType.Bool => "bool",
        CsType.String => "LuaString",
        CsType.Table => "LuaTable",
        CsType.Values => "LuaValues",
        CsType.Result => "LuaResult",
        CsType.Void => "void",
        _ => "LuaValue",
    };

    private static CsExpression Integer(long value) => new CsAtom(CSharpText.Number(value), CsType.Long, true);

    private static CsExpression Text(string? description) =>
        new CsAtom(description is null ? "null" : CSharpText.Quote(description), CsType.Other, true);

    private int LineOf(SyntaxNode node) => LineOf(node.Span.Start);

    private int LineOf(int offset) => _source.GetLine(offset) + 1;

    private CsExpression At(int offset) => new CsBinary(CsType.Other, "+", new CsAtom("At", CsType.Other, true), Integer(LineOf(offset)));

    // Where an element or a field is read: stock Lua reads it when it has seen what stands behind it.
    private CsExpression At(FieldExpressionSyntax read) => At(_lateReads.TryGetValue(read, out var late) ? late : read.Name.Span.Start);

    private CsExpression At(IndexExpressionSyntax read) => At(_lateReads.TryGetValue(read, out var late) ? late : read.Span.End - 1);

    // Where values are stored: behind the last of them.
    private CsExpression At(AssignmentStatementSyntax assignment) => At(assignment.Values[assignment.Values.Count - 1].Span.End - 1);

    private CsExpression AtMethodCall(int offset) => new CsBinary(
        CsType.Other, "+", new CsAtom("At + LuaChunk.MethodCall", CsType.Other, true), Integer(LineOf(offset)));

    private CsExpression NextSlot() => new CsAtom("ref s" + CSharpText.Number(++_slots), CsType.Other);

    private CsExpression NextMethodCache() => new CsAtom("ref " + CsClass.MethodCacheName(++_methodCaches), CsType.Other);

    private string NextTemporary()
    {
        if (++_frame.Temporaries.Value > ChunkRules.MaxTemporaries)
        {
            _longFunction ??= _frame.Function;
        }

        return "t" + CSharpText.Number(_frame.Temporaries.Value);
    }

    /// <summary>A variable declared before the statement at work, to be assigned inside it.</summary>
    private CsExpression DeclareTemporary(CsType type)
    {
        var name = NextTemporary();
        _frame.Out.Add(new CsDeclare(0, TypeName(type), name, null));
        return new CsAtom(name, type);
    }

    private CsAtom Constant(EquatableArray<byte> bytes)
    {
        var text = LuaText.TryDecode(bytes);
        var key = text ?? "\uffff" + BitConverter.ToString(bytes.ToArray());
        if (!_constantNames.TryGetValue(key, out var name))
        {
            var identifier = text is not null && LuaText.IsIdentifier(text) && text.Length <= 60;
            name = "k_" + (identifier ? text : CSharpText.Number(_constants.Count + 1));
            _constantNames.Add(key, name);
            _constants.Add(("LuaString", name, text is not null
                ? $"LuaString.Literal({(TakeData(text.Length) ? CSharpText.Utf8(text) : CSharpText.Quote(text))})"
                : $"LuaString.Literal(new byte[] {{ {string.Join(", ", bytes)} }})"));
        }

        return new CsAtom(name, CsType.String, true);
    }

    // Whether a constant of some length may be data of the assembly.
    private bool TakeData(int length) => ++_data <= MaximumData || length > LongData;

    private CsAtom Constant(string text) => Constant(new EquatableArray<byte>(System.Text.Encoding.UTF8.GetBytes(text)));

    // Those in loops that have become functions go there.
    private static EquatableArray<CommentSyntax> CommentsOutsideLoops(BoundChunk bound)
    {
        var loops = bound.Functions.FindAll(static f => f.Body is { IsLoop: true });
        var comments = bound.Input.Tree.Chunk.Comments;
        return loops.Count == 0 ? comments : comments.Where(c => !loops.Exists(l => Holds(l, c))).ToEquatableArray();
    }

    private static bool Holds(FunctionSymbol function, CommentSyntax comment) =>
        comment.Span.Start >= function.Body!.Span.Start && comment.Span.End <= function.Body.Span.End;

    // Comments that stand before an offset and have not been copied yet.
    private void AddComments(int before)
    {
        foreach (var comment in TakeComments(before))
        {
            _frame.Out.Add(comment);
        }
    }

    private List<CsComment> TakeComments(int before)
    {
        var result = new List<CsComment>();
        while (_nextComment < _comments.Count && _comments[_nextComment].Span.Start < before)
        {
            result.Add(new CsComment(CommentText(_comments[_nextComment++])));
        }

        return result;
    }

    private static string CommentText(CommentSyntax comment)
    {
        var text = comment.Text.Replace("\r\n", "\n").Replace('\r', '\n').TrimEnd('\n');
        if (comment.Kind == CommentKind.Line)
        {
            return "//" + Printable(text.StartsWith("--", StringComparison.Ordinal) ? text.Substring(2) : text);
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = ("// " + Printable(lines[i].TrimEnd())).TrimEnd();
        }

        return string.Join("\n", lines);
    }

    // What C# takes for the end of a line must not end the comment.
    private static string Printable(string text) =>
        text.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ').Replace('\v', ' ').Replace('\f', ' ').TrimEnd();

    /// <summary>The function at work.</summary>
    private sealed class Frame(FunctionSymbol function, Counter temporaries)
    {
        public FunctionSymbol Function { get; } = function;

        /// <summary>Shared by everything in one method.</summary>
        public Counter Temporaries { get; } = temporaries;

        /// <summary>Where statements go.</summary>
        public List<CsStatement> Out { get; set; } = [];

        /// <summary>C# names of the labels in scope.</summary>
        public Dictionary<LabelStatementSyntax, string> Labels { get; } = [];

        /// <summary>The labels of the blocks around the statement at work by name, the innermost last; null for a block without.</summary>
        public List<Dictionary<string, LabelStatementSyntax>?> Blocks { get; } = [];

        /// <summary>In a typed copy: where it is left. In the method that takes over: where that is entered.</summary>
        public ExitMap? Exits { get; set; }

        /// <summary>Whether this is the method that takes over.</summary>
        public bool IsFlat { get; set; }

        /// <summary>Whether this is the second method of a function, in which the first is expanded.</summary>
        public bool IsNested { get; init; }

        /// <summary>Variables in scope that are handed over.</summary>
        public List<LocalSymbol> Declared { get; } = [];

        /// <summary>Whether variables of the function are floats; null before someone asks.</summary>
        public bool? HasFloats { get; set; }

        /// <summary>In a typed copy: what is known of records.</summary>
        public KnownRecords Records { get; set; } = new();

        /// <summary>In a typed copy: lists whose elements have been found before a loop around, or before statements that use them several times.</summary>
        public KnownLists? Lists { get; set; }

        /// <summary>In an innermost loop of a typed copy: what it does with lists, if that is all that it may do with tables.</summary>
        public ListUses? Around { get; set; }

        /// <summary>In a pass that asks for all elements before it changes anything: the label where it begins again when one is absent.</summary>
        public (string Label, PassChecks Checks)? Restart { get; set; }

        /// <summary>Loops around the statement at work, and their state as the general method has it.</summary>
        public List<(SyntaxNode Syntax, string TypeName, CsExpression State)> Loops { get; } = [];

        /// <summary>The local that keeps the positions of the callers.</summary>
        public string? Callers { get; set; }
    }

    private sealed class Counter
    {
        public int Value { get; set; }

        private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

        /// <summary>A C# label of this name, or one like it: no two in a method are the same.</summary>
        public string NewLabel(string name) => NameAllocator.Escape(NumberedName.Unique(_labels, name));
    }
}
