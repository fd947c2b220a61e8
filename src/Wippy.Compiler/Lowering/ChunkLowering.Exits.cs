using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Ways out of typed copies, and the methods that go on from there in the general way.</content>
internal sealed partial class ChunkLowering
{
    // A copy that was left this often is not entered any more.
    private const int MaximumExits = 8;
    private const int GuardsInOneTest = 8;

    private readonly Dictionary<ExpressionSyntax, CsAtom> _guardValues = [];
    private readonly Dictionary<LocalSymbol, LocalSymbol> _generalLocals = [];
    private readonly Dictionary<LocalSymbol, NumericForStatementSyntax> _loopOf = [];

    private static string TestOf(LuaTypes type) => type switch
    {
        LuaTypes.Integer => "IsInteger",
        LuaTypes.Float => "IsFloat",
        LuaTypes.Boolean => "IsBoolean",
        LuaTypes.String => "IsString",
        _ => "IsTable",
    };

    private void FindGeneralLocals(BoundChunk general, BoundChunk copies)
    {
        foreach (var pair in copies.Scopes)
        {
            for (var i = 0; i < pair.Value.Locals.Count; i++)
            {
                _generalLocals[pair.Value.Locals[i]] = general.Scopes[pair.Key].Locals[i];
            }
        }
    }

    /// <summary>The typed copy of a function, and the method that takes over from it.</summary>
    private void LowerCopy(FunctionSymbol function, FunctionSymbol copy, int line)
    {
        _bound = _copies!;
        _frame = new Frame(copy, new Counter()) { Exits = copy.HasExits ? new ExitMap(copy.CsResumeName, copy.CsResumeName + "d") : null };
        var exits = _frame.Exits;
        var index = _methods.Count;
        _methods.Add(default);
        _methods[index] = ([], LowerDirect(copy, "private", line));
        LowerNested(copy, line);
        _bound = _general;
        if (exits is null)
        {
            return;
        }

        _fields.Add(("static int", exits.Counter, null));
        _frame = new Frame(function, new Counter { Value = exits.LoopCount }) { Exits = exits, IsFlat = true };
        PrepareParameters(function);
        var outer = _frame;
        _frame = new Frame(function, outer.Temporaries) { Exits = exits, IsFlat = true };
        var body = new List<CsStatement>();
        _frame.Out = body;
        LowerBody(function);
        var parameters = new List<(string TypeName, string Name)> { ("int", ExitMap.Selector) };
        var names = new List<string>();
        foreach (var (typeName, name) in exits.State)
        {
            // References are always handed over, and stand first.
            if (typeName.StartsWith("ref ", System.StringComparison.Ordinal))
            {
                parameters.Insert(1, (typeName, name));
            }
            else
            {
                parameters.Add((typeName, name + (typeName is "LuaString" or "LuaTable" ? " = default!" : " = default")));
            }

            names.Add(name);
        }

        var statements = new List<CsStatement>
        {
            new CsIf(0, new CsAtom(ExitMap.Selector + " > 0", CsType.Bool), new CsBlock(0, [new CsEvaluate(0, new CsAtom(exits.Counter + "++", CsType.Other))]), null),
        };
        statements.AddRange(FlatBody.Make(WithChecks(function, body), exits.PointCount, ExitMap.Selector, names));

        _methods.Add(([], new CsFunction(line, Apart, ReturnTypeName(function), exits.Name, parameters, new CsBlock(0, statements) { EndLine = EndLine(function) })));
    }

    // A copy that is always left again would only cost time.
    private void AddExitCheck(FunctionSymbol copy, int line)
    {
        foreach (var parameter in copy.Parameters)
        {
            Declare(parameter);
        }

        foreach (var local in copy.Held)
        {
            Declare(local);
        }

        if (_frame.Exits is { } exits)
        {
            _frame.Out.Add(new CsIf(
                line, new CsAtom($"{exits.Counter} > {CSharpText.Number(MaximumExits)}", CsType.Bool), new CsBlock(0, Exit(0, line)), null));
        }
    }

    /// <summary>Remembers a variable that is in scope from now on.</summary>
    private void Declare(LocalSymbol local)
    {
        if (_frame.Exits is not null && !_frame.IsFlat && local is { IsField: false, KnownFunction: null })
        {
            _frame.Declared.Add(local);
        }
    }

    private bool IsTypedFrame => _frame.Exits is not null && !_frame.IsFlat;

    /// <summary>Statements that go on in the general way before or after a statement.</summary>
    private List<CsStatement> Exit(SyntaxNode node, bool isAfter, int line, params (LocalSymbol Local, CsExpression Value)[] values) =>
        Exit(_frame.Exits!.PointAt(node, isAfter), line, values);

    private List<CsStatement> Exit(int point, int line, params (LocalSymbol Local, CsExpression Value)[] values)
    {
        var exits = _frame.Exits!;
        var arguments = new List<CsExpression> { Integer(point) };
        void Add(LocalSymbol local, CsExpression value)
        {
            var general = _generalLocals[local];
            if (IsReference(_frame.Function, local))
            {
                exits.AddState(HeldParameter(_frame.Function.General!, general).TypeName, general.CsName);
                arguments.Add(new CsNamed(general.CsName, Reference(local)));
                return;
            }

            exits.AddState(TypeName(CsTypeOf(general)), general.CsName);
            arguments.Add(new CsNamed(general.CsName, Coerce(value, CsTypeOf(general))));
        }

        foreach (var local in _frame.Declared)
        {
            if (!System.Array.Exists(values, v => v.Local == local))
            {
                Add(local, new CsAtom(local.CsName, CsTypeOf(local)));
            }
        }

        foreach (var (local, value) in values)
        {
            Add(local, value);
        }

        foreach (var (syntax, typeName, state) in _frame.Loops)
        {
            var name = exits.LoopAt(syntax);
            exits.AddState(typeName, name);
            arguments.Add(new CsNamed(name, state));
        }

        var function = _frame.Function.General!;
        var call = new CsCall(ResultTypeOf(function), null, exits.Name, arguments.ToArray());
        return function.Shape == ResultShape.Void
            ? [new CsEvaluate(line, call), new CsReturn(line, null)]
            : [new CsReturn(line, Coerce(call, ResultTypeOf(_frame.Function)))];
    }

    /// <summary>Lowers the body of a loop whose state may have to be handed over.</summary>
    private CsBlock LowerLoopBody(SyntaxNode loop, string typeName, CsExpression state, BlockSyntax block, System.Action before, System.Action? after = null)
    {
        _frame.Loops.Add((loop, typeName, state));
        var body = LowerBlock(block, before, after);
        _frame.Loops.RemoveAt(_frame.Loops.Count - 1);
        return body;
    }

    /// <summary>The label of a place where the general method is entered.</summary>
    private void AddPoint(SyntaxNode node, bool isAfter)
    {
        if (_frame.IsFlat && _frame.Exits!.FindPoint(node, isAfter) is { } point)
        {
            _frame.Out.Add(new CsLabel(0, ExitMap.Label(point)));
        }
    }

    /// <summary>Asks whether what a statement reads has the types that it relies on.</summary>
    private void AddGuards(SyntaxNode node, bool isAfter, int line)
    {
        AddPoint(node, isAfter);
        if (!IsTypedFrame || !_bound.GuardsOf.TryGetValue(node, out var guards))
        {
            return;
        }

        AddGuards(guards, new(System.StringComparer.Ordinal), () => Exit(node, isAfter, line), line);
    }

    private void AddGuards(List<ExpressionSyntax> guards, Dictionary<string, CsAtom> known, System.Func<List<CsStatement>> exit, int line)
    {
        CsExpression? test = null;
        var count = 0;
        var restarts = false;
        void Flush()
        {
            if (test is not null)
            {
                _frame.Out.Add(new CsIf(line, test, new CsBlock(0, restarts ? [Restart(line)] : exit()), null));
                test = null;
                count = 0;
            }
        }

        void Require(CsExpression condition) => RequireOr(condition, false);

        void RequireOr(CsExpression condition, bool restart)
        {
            if (restart != restarts)
            {
                Flush();
                restarts = restart;
            }

            CsExpression failed = condition is CsUnary { Operator: "!" } negated ? negated.Operand : new CsUnary(CsType.Bool, "!", condition);
            test = test is null ? failed : new CsBinary(CsType.Bool, "||", test, failed);
            if (++count == GuardsInOneTest)
            {
                Flush();
            }
        }

        foreach (var guard in guards)
        {
            if (guard is BinaryExpressionSyntax binary)
            {
                Flush();
                AddConditionalGuards(binary, known, exit, line);
                continue;
            }

            if (guard is FieldExpressionSyntax stored && _bound.Stores.Contains(stored))
            {
                AddStoreGuard(stored, Require);
                continue;
            }

            if (_frame.Lists?.FindRow(guard) is var (row, mayBeNull))
            {
                _guardValues[guard] = row;
                if (mayBeNull && !known.ContainsKey(row.Text))
                {
                    known.Add(row.Text, row);
                    Require(IsRow(row));
                }

                continue;
            }

            if (_frame.Lists?.FindField(guard) is { } number)
            {
                _guardValues[guard] = number;
                continue;
            }

            var type = CsTypeOf(_bound.Guards[guard]);
            var parts = GuardedParts(guard, out var method);
            var key = method + string.Join("|", parts.ConvertAll(static p => p is CsAtom atom ? atom.Text : null));
            if (parts.TrueForAll(static p => p is CsAtom) && known.TryGetValue(key, out var same))
            {
                _guardValues[guard] = same;
                continue;
            }

            var field = guard as FieldExpressionSyntax;
            var record = field is null ? null : FindRecord(field, parts[0], Require);
            if (record?.ValueAt(_bound.Records[field!].Index, _bound.Guards[guard]) is { } kept)
            {
                _guardValues[guard] = kept;
                continue;
            }

            var value = new CsAtom(NextTemporary(), type, true);
            known[key] = value;
            _guardValues[guard] = value;
            if (record is not null)
            {
                AddFieldGuard(field!, record, value, Require, line);
                continue;
            }

            if (guard is IndexExpressionSyntax element && parts[1].Type == CsType.Long)
            {
                if (_frame.Lists?.IsRowOfColumn(element) == true)
                {
                    continue; // Nobody looks at it: its elements are known.
                }

                if (ReadKnown(element, parts[1]) is { } there)
                {
                    _frame.Out.Add(new CsDeclare(line, TypeName(type), value.Text, there));
                }
                else
                {
                    var (read, restart) = ReadElement(element, parts[0], parts[1], _bound.Guards[guard], method, value);
                    RequireOr(read, restart);
                }

                continue;
            }

            AddSlot(guard, parts);
            parts.Add(new CsAtom($"out {TypeName(type)} {value.Text}", CsType.Other));
            Require(new CsCall(CsType.Bool, null, method, parts.ToArray()));
        }

        Flush();
    }

    // The condition is evaluated here: the right side asks for its types only when it is reached.
    private void AddConditionalGuards(BinaryExpressionSyntax binary, Dictionary<string, CsAtom> known, System.Func<List<CsStatement>> exit, int line)
    {
        var value = new CsAtom(NextTemporary(), CsType.Bool, true);
        _frame.Out.Add(new CsDeclare(line, "bool", value.Text, Condition(binary.Left)));
        var outer = _frame.Out;
        var right = new List<CsStatement>();
        var records = _frame.Records.Copy();
        _frame.Out = right;
        AddGuards(_bound.GuardsOf[binary], new(known, System.StringComparer.Ordinal), exit, line);
        right.Add(new CsEvaluate(line, new CsAssign(value, Condition(binary.Right))));
        _frame.Out = outer;
        _frame.Records = records;
        outer.Add(new CsIf(line, binary.Operator == BinaryOperator.And ? value : new CsUnary(CsType.Bool, "!", value), new CsBlock(0, right), null));
        _guardValues[binary] = value;
    }

    // A field is found through the cache of its place in the code, or in the shape that its table probably has.
    private void AddSlot(ExpressionSyntax guard, List<CsExpression> parts)
    {
        if (parts.Count == 2 && parts[1].Type == CsType.String)
        {
            parts.Add(NextSlot());
            if (guard is FieldExpressionSyntax field && PlaceOf(field) is var (shape, index))
            {
                parts.Insert(1, shape);
                parts.Insert(2, index);
            }
        }
    }

    private List<CsExpression> GuardedParts(ExpressionSyntax guard, out string method)
    {
        method = "TryIndex";
        switch (guard)
        {
            case FieldExpressionSyntax field:
                return [LowerTyped(field.Object), Constant(field.Name.Text)];
            case IndexExpressionSyntax index:
                method = _bound.Truths.Contains(guard) ? "TryTruth" : IsOutsideOfList(index.Key) ? "TryFind" : method;
                return [LowerTyped(index.Object), LowerTyped(index.Key)];
            case NameExpressionSyntax name:
                method = "TryRead";
                return [Variable(_bound.Locals[name])];
            case UnaryExpressionSyntax unary:
                method = "TryLength";
                return [LowerTyped(unary.Operand)];
            case CallExpressionSyntax or MethodCallExpressionSyntax when LibraryCalls.Find(_bound, guard) is { Method: "StringByte" } library:
                method = "TryByte";
                return [LowerTyped(library.Arguments[0]), LowerTyped(library.Arguments[1])];
            default:
                var call = (CallExpressionSyntax)guard;
                method = _bound.GetHostPath(call.Callee) == "math.floor" ? "TryFloor" : "TryCeiling";
                return [LowerTyped(call.Arguments[0])];
        }
    }

    // Keys that begin at zero or below may be no elements of the array part.
    private bool IsOutsideOfList(ExpressionSyntax key) => Least(key, 0) is <= 0;

    // The least value of an integer, as far as literals tell: null when they do not.
    private long? Least(ExpressionSyntax value, int depth)
    {
        if (depth > 8)
        {
            return null;
        }

        switch (value)
        {
            case ParenthesizedExpressionSyntax inner:
                return Least(inner.Expression, depth + 1);
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                return local.Kind != LocalKind.Loop ? local.InitialValue is { } initial ? Least(initial, depth + 1) : null
                    : !_loopOf.TryGetValue(local, out var loop) ? null
                    : Least(loop.Step is { } step && ConstantInteger(step) is < 0 ? loop.Limit : loop.Initial, depth + 1);
            case BinaryExpressionSyntax { Operator: BinaryOperator.Add } sum when ConstantInteger(sum.Right) is { } added:
                return Least(sum.Left, depth + 1) + added;
            case BinaryExpressionSyntax { Operator: BinaryOperator.Subtract } difference when ConstantInteger(difference.Right) is { } taken:
                return Least(difference.Left, depth + 1) - taken;
            case BinaryExpressionSyntax { Operator: BinaryOperator.Subtract, Right: NameExpressionSyntax } difference
                when difference.Left is NameExpressionSyntax same && _bound.Locals.TryGetValue(same, out var counter) && _loopOf.TryGetValue(counter, out var down)
                    && down.Limit is NameExpressionSyntax limit && limit.Name == ((NameExpressionSyntax)difference.Right).Name:
                return 0; // for c = n, w, -1 do ... t[c - w]
            case BinaryExpressionSyntax { Operator: BinaryOperator.Modulo } remainder when ConstantInteger(remainder.Right) is > 0:
                return 0;
            case BinaryExpressionSyntax { Operator: BinaryOperator.BitwiseAnd } masked when ConstantInteger(masked.Right) is >= 0:
                return 0;
            default:
                return ConstantInteger(value);
        }
    }

    // Whether the value that a target gets is asked for its type; a target that is no variable is null.
    private bool IsAsked(LocalSymbol? local, EquatableArray<ExpressionSyntax> values, int place) =>
        IsTypedFrame && local is not null && TypeInference.MayMissGuess(_bound, local, values, place);

    /// <summary>The values for all targets of a statement, which are variables if one of them is asked; leaves the copy behind the statement when one has another type than was guessed.</summary>
    private List<CsExpression> Expect(List<LocalSymbol?> locals, EquatableArray<ExpressionSyntax> syntax, List<CsExpression> values, StatementSyntax statement, int line)
    {
        var kept = new List<CsExpression>(values);
        CsExpression? failed = null;
        for (var i = 0; i < locals.Count; i++)
        {
            if (IsAsked(locals[i], syntax, i))
            {
                if (values[i] is not CsAtom { Type: CsType.Value, IsConstant: false })
                {
                    kept[i] = new CsAtom(NextTemporary(), CsType.Value);
                    _frame.Out.Add(new CsDeclare(line, "LuaValue", ((CsAtom)kept[i]).Text, Coerce(values[i], CsType.Value)));
                }

                CsExpression fails = new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, kept[i], TestOf(locals[i]!.Guess)));
                failed = failed is null ? fails : new CsBinary(CsType.Bool, "||", failed, fails);
            }
        }

        if (failed is not null)
        {
            _frame.Out.Add(new CsIf(line, failed, new CsBlock(0, Exit(statement, true, line, [.. locals.Select((l, i) => (l!, kept[i]))])), null));
        }

        return kept;
    }
}
