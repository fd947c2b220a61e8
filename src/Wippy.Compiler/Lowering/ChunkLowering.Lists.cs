using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Lists in typed copies. Where the elements of a list lie is found before a loop that does nothing else that may change a list, so that a read in the loop is
/// one comparison and a load: before the outermost such loop in which it is the same list, or before statements that use it several times. Only an innermost loop with many passes has a second version for lists that are known
/// to have elements of one kind.
/// </content>
internal sealed partial class ChunkLowering
{
    // Loops with this many passes or more have a second version.
    private const int ShortLoop = 8;

    // In longer functions what finds lists again is not expanded in each place, so that the JIT has registers left for what the loops use.
    private const int LongFunction = 1000;

    private static readonly CsAtom NoTable = new("null", CsType.Table, true);

    /// <summary>Lowers a loop; in a typed copy behind what finds the lists of those that have one version.</summary>
    private void LowerLoop(StatementSyntax loop, int line, Action lower)
    {
        var (outer, around) = (_frame.Lists, _frame.Around);
        _frame.Around = IsTypedFrame && ListUses.Find(_bound, loop, _frame.Declared) is { } innermost && !(IsShort(loop) && innermost is { Grown: null, Fields.Count: 0 }) ? innermost : null;
        if (IsTypedFrame && _frame.Around is null && ListUses.FindOnce(_bound, loop, _frame.Declared, IsListLoop) is { } uses)
        {
            FindLists(uses, new KnownLists(uses, outer, true) { Loop = loop }, line);
        }

        lower();
        (_frame.Lists, _frame.Around) = (outer, around);
    }

    // Whether a loop has few passes, so that asking before it what all of them will find would take longer than asking in each.
    private static bool IsShort(StatementSyntax loop) =>
        loop is NumericForStatementSyntax numeric && ConstantInteger(numeric.Initial) is { } initial && ConstantInteger(numeric.Limit) is { } limit
            && Math.Abs((decimal)limit - initial) < ShortLoop;

    // Finds lists that statements from here on use several times. Gives the number of these statements.
    private int FindRun(BlockSyntax block, int start, int end)
    {
        if (!IsTypedFrame || ListUses.FindRun(_bound, block.Statements, (start, end), _frame.Declared, IsListLoop, IsFound, out var count) is not { } uses)
        {
            return 0;
        }

        FindLists(uses, new KnownLists(uses, _frame.Lists, true), LineOf(block.Statements[start]));
        return count;

        // What stays the same in each pass of a loop is looked for before that.
        bool IsFound(ListUse use) => _frame.Lists?.Has(use) == true || _frame.Around?.KeyOf(use.List) is not null;
    }

    private void FindLists(ListUses uses, KnownLists lists, int line)
    {
        foreach (var use in uses.Lists)
        {
            DeclareElements(use, lists, line);
        }

        _frame.Lists = lists;
    }

    private bool IsListLoop(GenericForStatementSyntax statement) =>
        HostIteratorOf(statement) is ("ipairs", NameExpressionSyntax list, _) && statement.Variables.Count <= 2 && TypeOf(list) == LuaTypes.Table;

    // Behind what may have moved elements of some types.
    private void RenewLists(LuaTypes types)
    {
        if (_frame.Lists is { } lists)
        {
            _frame.Out.AddRange(lists.RenewalOf(types));
        }
    }

    /// <summary>Lowers a loop, in a typed copy once more for lists that have elements of one kind each.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="line">Its line.</param>
    /// <param name="lower">Adds it to the statements.</param>
    private void LowerWithLists(StatementSyntax loop, int line, Action lower)
    {
        if (_frame.Around is not { FollowsCounter: false } uses || (_frame.Lists is { } outer && (uses.HasStores || uses.Fields.Count == 0) && uses.Lists.All(outer.Has)))
        {
            // Where everything has been looked up before the loops around, one version does.
            lower();
            return;
        }

        // Passes that ask for all elements need no other version.
        var isUnasked = uses.Fields.Count == 0 && PassChecks.Find(_bound, loop) is not null;
        var lists = new KnownLists(uses, _frame.Lists, isUnasked);
        CsExpression? test = null;
        foreach (var use in uses.Lists)
        {
            var elements = DeclareElements(use, lists, line);
            if (use.IsRead)
            {
                test = And(test, IsThere(elements));
            }
        }

        if (isUnasked)
        {
            With(lists, lower);
            return;
        }

        var (fast, general) = LowerTwice(
            lists,
            () =>
            {
                test = uses.HasStores ? test : ReadFields(uses, lists, test!, line);
                lower();
            },
            lower);
        _frame.Out.Add(new CsIf(line, test!, fast, general));
    }

    /// <summary>
    /// Lowers the body of a loop whose uses of lists follow its counter. Before each pass it is asked whether all elements of this one and of those that follow
    /// are there; then they are a loop of their own, without further questions.
    /// </summary>
    /// <param name="statement">The loop.</param>
    /// <param name="uses">What it does with lists.</param>
    /// <param name="line">Its line.</param>
    /// <param name="range">The counter, what it has in the first pass, and in the last one at most, and what is added to it, with its value where that is known.</param>
    /// <param name="loop">Makes the loop of the passes that follow of their body, and of what the counter has in the last one.</param>
    /// <param name="lower">Lowers the body of a pass; with the flag whether the counter may be at the end of all integers.</param>
    private CsBlock LowerFollowing(
        StatementSyntax statement, ListUses uses, int line, (CsAtom Counter, CsExpression Initial, CsExpression Limit, CsExpression Step, long? KnownStep) range, Func<CsBlock, CsExpression, CsStatement> loop,
        Func<bool, CsBlock> lower)
    {
        var lists = new KnownLists(uses, _frame.Lists);
        CsExpression? test = null;
        var isFar = false;
        var limit = range.Limit;
        if (range.KnownStep is < 0)
        {
            // Places that end at 0 or below are no elements: the passes that get there are for the outer loop.
            foreach (var place in uses.Lists.SelectMany(static u => u.Places.Values).Where(p => uses.Follows(p) && IsOutsideOfList(p)))
            {
                limit = Keep(new CsCall(CsType.Long, null, "LastElement", limit, PlaceAt(place, limit)), line);
            }
        }

        // A list that grows has not got its elements yet, which is the shortest answer.
        foreach (var use in uses.Lists.OrderByDescending(static u => u.IsStored))
        {
            if (use == uses.Grown)
            {
                var list = FindList(use, lists, line);
                var elements = new CsAtom(NextTemporary(), CsType.Other, true);
                lists.Add(use, list, elements);
                var place = use.Places[use.StorePlaces.Single()];
                if (use.GrowsInPlace)
                {
                    Reserve(list, use.Type, PlaceAt(place, range.Initial), PlaceAt(place, range.Limit), line);
                }

                var method = "RoomFor" + NameOf(use);
                var room = new CsCall(CsType.Other, null, method, list, PlaceAt(place, range.Counter), PlaceAt(place, limit));
                test = And(And(test, new CsKeep(room, elements.Text)), IsThere(elements));
                foreach (var read in use.Places.Where(p => use.ReadPlaces.Contains(p.Key)))
                {
                    test = And(test, new CsBinary(CsType.Bool, ">=", PlaceAt(read.Value, range.Counter), Integer(1)));
                }

                continue;
            }

            var (known, found) = FindElements(use, lists, line);
            if (found is not null)
            {
                test = And(test, new CsKeep(found, known.Text));
            }

            if (use.Places.Count == 0)
            {
                test = And(test, IsThere(known));
            }

            foreach (var place in use.Places.Values)
            {
                var here = PlaceAt(place, range.Counter);
                var there = PlaceAt(place, limit);
                isFar |= place.Unwrap() is { } key && uses.IsCounter(key);
                test = And(test, new CsCall(CsType.Bool, known, "Covers", range.KnownStep switch
                {
                    null => [here, there, range.Step],
                    < 0 => [there, here],
                    _ => [here, there],
                }));
            }
        }

        if (limit == range.Limit && uses.Grown is null && FindChecks(statement, lists) is { } checks)
        {
            // Elements at other places are asked for in each pass.
            List<CsStatement> LowerAmong()
            {
                List<CsStatement> ends = [];
                With(lists, () => ends = LowerFast());
                return ends;
            }

            return LowerPasses(checks, line, range.Counter, LowerAmong, () => lower(true), () => test);
        }

        CsBlock? pass = null;
        var (fast, _) = LowerTwice(lists, () => LowerFast(), () => pass = lower(true));
        CsStatement next = limit == range.Limit ? new CsBreak(line) : new CsEvaluate(line, new CsAssign(range.Counter, new CsBinary(CsType.Long, "+", range.Counter, Integer(unchecked(-range.KnownStep!.Value)))));
        return new CsBlock(line, [new CsIf(line, test!, new CsBlock(0, [.. fast.Statements, next]), pass)]);

        List<CsStatement> LowerFast() => WithCopies(uses, line, () =>
        {
            test = ReadFields(uses, lists, test!, line);
            AddColumns();
            AddLoop();
            if (uses.Grown is { } grown)
            {
                _frame.Out.AddRange(lists.Outer?.RenewalOf(grown.Type) ?? []);
            }
        });

        // Where rows were found, the loop reads columns without questions.
        void AddLoop()
        {
            CsExpression? found = null;
            foreach (var (column, rows) in lists.Columns)
            {
                found = And(found, new CsCall(CsType.Bool, rows, "Covers", PlaceAt(lists.RowOf(column).Key, range.Counter), PlaceAt(lists.RowOf(column).Key, limit), LowerTyped(column.Key)));
            }

            if (found is null)
            {
                _frame.Out.Add(loop(lower(!isFar), limit));
                return;
            }

            var (among, others) = LowerTwice(() => Add(true), () => Add(false));
            _frame.Out.Add(new CsIf(line, found, among, others));

            void Add(bool hasRows)
            {
                lists.HasRows = hasRows;
                _frame.Out.Add(loop(lower(!isFar), limit));
            }
        }

        void AddColumns()
        {
            foreach (var column in uses.Columns)
            {
                var type = _bound.Guards[column];
                if (lists.FindColumn(column, type) is not null)
                {
                    continue;
                }

                var row = uses.RowOf(column)!;
                var (elements, _) = lists.FindKnown(row)!.Value;
                var first = Coerce(new CsCall(CsType.Value, elements, "At", PlaceAt(row.Key, range.Counter)), CsType.Table);
                var method = type == LuaTypes.Integer ? "RowOfIntegers" : "RowOfFloats";
                var form = new CsAtom(NextTemporary(), CsType.Other, true);
                _frame.Out.Add(new CsDeclare(line, "LuaRowForm", form.Text, new CsCall(CsType.Other, null, method, first, LowerTyped(column.Key))));
                lists.AddColumn(column, type, form, range.KnownStep is not > 0 ? null : lists.Outer?.FindRows(row.Object, elements, type, () => new CsAtom(NextTemporary(), CsType.Other, true)));
            }
        }

        CsExpression PlaceAt(ExpressionSyntax place, CsExpression counter) => place.Unwrap() switch
        {
            { } name when uses.IsCounter(name) => counter,
            { } name when uses.ValueOf(name) is { } value => PlaceAt(value, counter),
            BinaryExpressionSyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => new CsBinary(
                CsType.Long, sum.Operator == BinaryOperator.Add ? "+" : "-", PlaceAt(sum.Left, counter), PlaceAt(sum.Right, counter)),
            _ => Coerce(LowerTyped(place), CsType.Long),
        };
    }

    // Reads numbers in fields into variables, for a loop that changes none. Gives the test that they are there.
    private CsExpression ReadFields(ListUses uses, KnownLists lists, CsExpression test, int line)
    {
        void Require(CsExpression condition) => test = And(test, condition);
        foreach (var pair in uses.Fields)
        {
            var field = pair.Value;
            var type = _bound.Guards[field];
            var parts = GuardedParts(field, out var method);
            var record = FindRecord(field, parts[0], Require);
            var value = record?.ValueAt(_bound.Records[field].Index, type);
            if (value is null)
            {
                value = new CsAtom(NextTemporary(), CsTypeOf(type), true);
                if (record is not null)
                {
                    AddFieldGuard(field, record, value, Require, line);
                }
                else
                {
                    AddSlot(field, parts);
                    Require(new CsCall(CsType.Bool, null, method, [.. parts, new CsAtom($"out {TypeName(value.Type)} {value.Text}", CsType.Other)]));
                }
            }

            lists.AddField(pair.Key, value);
        }

        return test;
    }

    // Floats that a loop assigns are in variables of their own there. The other version of it has calls (it stores elements by some), and the JIT keeps a float
    // in memory wherever it is assigned when a call comes back anywhere in its life. Gives the statements behind the loop that assign the variables, which are added.
    private List<CsStatement> WithCopies(ListUses uses, int line, Action lower)
    {
        var copies = new List<(LocalSymbol Local, string Name)>();
        if (uses is { HasJumps: false } && (uses.HasStores || uses.HasCalls || _frame.Restart is not null))
        {
            foreach (var local in uses.Assigned.Where(l => CsTypeOf(l) == CsType.Double && l is { IsCaptured: false, IsField: false }))
            {
                var copy = NextTemporary();
                _frame.Out.Add(new CsDeclare(line, "double", copy, Variable(local)));
                copies.Add((local, local.CsName));
                local.CsName = copy;
            }
        }

        lower();
        var ends = new List<CsStatement>();
        foreach (var (local, name) in copies)
        {
            var copy = Variable(local);
            local.CsName = name;
            ends.Add(new CsEvaluate(line, new CsAssign(Variable(local), copy)));
        }

        _frame.Out.AddRange(ends);
        return ends;
    }

    /// <summary>Gives room to lists to which a loop adds an element in each pass. Gives the initial value of its counter.</summary>
    private CsExpression ReserveLists(NumericForStatementSyntax loop, LocalSymbol counter, CsExpression initial, CsExpression limit, long step, int line)
    {
        if (step != 1 || _frame.IsFlat)
        {
            return initial;
        }

        foreach (var (list, type, offset) in LoopGrowth.Find(_bound, loop, counter))
        {
            initial = Once(initial, line);
            Reserve(LowerTyped(list), type, Moved(initial, offset), Moved(limit, offset), line);
        }

        return initial;

        CsExpression Moved(CsExpression key, long offset) => offset == 0 ? key : new CsBinary(CsType.Long, "+", key, Integer(offset));
    }

    private void Reserve(CsExpression list, LuaTypes type, CsExpression first, CsExpression last, int line)
    {
        _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, "Reserve" + NameOf(type), list, first, last)));
        RenewLists(type);
    }

    private CsAtom FindList(ListUse use, KnownLists lists, int line) =>
        use.List is NameExpressionSyntax && !_bound.Guards.ContainsKey(use.List) ? (CsAtom)LowerTyped(use.List) : FindRow(use.List, lists, line);

    // The variable for where elements lie, and what finds them unless a loop around has.
    private (CsAtom Elements, CsCall? Found) FindElements(ListUse use, KnownLists lists, int line)
    {
        var list = FindList(use, lists, line);
        var known = lists.Find(list, use.Type, use.AreTruths);
        var elements = known ?? new CsAtom(NextTemporary(), CsType.Other, true);
        lists.Add(use, list, elements);
        return (elements, known is null ? new CsCall(CsType.Other, null, (use.IsStored ? "Stored" : "") + NameOf(use), list) : null);
    }

    private CsAtom DeclareElements(ListUse use, KnownLists lists, int line)
    {
        var (elements, found) = FindElements(use, lists, line);
        if (found is not null)
        {
            _frame.Out.Add(new CsDeclare(line, ElementsTypeName(use), elements.Text, found));
            var again = _frame.Function.Block.Span.Length > LongFunction ? new CsCall(found.Type, null, "Moved" + found.Method, [.. found.Arguments])
                : new CsCall(found.Type, null, found.Method, [.. found.Arguments, new CsAtom("true", CsType.Bool, true)]);
            lists.AddRenewal(use.Type, new CsEvaluate(line, new CsAssign(elements, again)));
        }

        return elements;
    }

    private static string NameOf(ListUse use) => use.AreTruths ? "Truths" : NameOf(use.Type);

    private static string NameOf(LuaTypes type) => type switch
    {
        LuaTypes.Integer => "Integers",
        LuaTypes.Float => "Floats",
        LuaTypes.Boolean => "Booleans",
        LuaTypes.String => "Strings",
        _ => "Tables",
    };

    private static string ElementsTypeName(ListUse use) => use.Type switch
    {
        LuaTypes.Integer => "LuaElements<long>",
        LuaTypes.Float => "LuaElements<double>",
        LuaTypes.Boolean => use.AreTruths ? "LuaElements<LuaTruth>" : "LuaElements<bool>",
        _ => "LuaElements<LuaValue>",
    };

    private static CsExpression IsThere(CsExpression elements) => new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, elements, "IsEmpty"));

    private static CsExpression And(CsExpression? test, CsExpression condition) =>
        test is null ? condition : new CsBinary(CsType.Bool, "&&", test, condition);

    // Lowers a loop with and without known lists.
    private (CsBlock Fast, CsBlock General) LowerTwice(KnownLists lists, Action fast, Action general) => LowerTwice(() => With(lists, fast), general);

    private void With(KnownLists lists, Action lower)
    {
        _frame.Lists = lists;
        lower();
        _frame.Lists = lists.Outer;
    }

    // Lowers two versions of a loop, of which one will run.
    private (CsBlock First, CsBlock Second) LowerTwice(Action lowerFirst, Action lowerSecond)
    {
        var records = _frame.Records.Copy();
        var first = LowerApart(lowerFirst);
        (records, _frame.Records) = (_frame.Records, records);
        var second = LowerApart(lowerSecond);
        _frame.Records.Meet(records);
        return (first, second);
    }

    // The variable that holds a list which is an element of another, or a field, or in a variable of which nothing is proven; null when there is none.
    private CsAtom FindRow(ExpressionSyntax row, KnownLists lists, int line)
    {
        if (lists.FindRow(row) is var (known, _))
        {
            return known;
        }

        var table = row is FieldExpressionSyntax field ? field.Object : (row as IndexExpressionSyntax)?.Object;
        CsAtom? outer = null;
        if (table is not null && (table is not NameExpressionSyntax || _bound.Guards.ContainsKey(table)))
        {
            _guardValues[table] = outer = FindRow(table, lists, line);
        }

        var variable = new CsAtom(NextTemporary(), CsType.Table, true);
        lists.AddRow(row, variable);
        var parts = GuardedParts(row, out var method);
        AddSlot(row, parts);
        var tables = method == "TryIndex" && row is IndexExpressionSyntax ? lists.Find(parts[0], LuaTypes.Table) : null;
        CsCall Find(string way, CsExpression from, string declared) => new(CsType.Bool, null, way, [from, .. parts.Skip(1), new CsAtom("out " + declared + variable.Text, CsType.Other)]);
        CsEvaluate Read(string declared) => new(
            line,
            tables is null ? Find(method, parts[0], declared)
            : new CsAssign(
                new CsAtom("_", CsType.Bool),
                new CsBinary(
                    CsType.Bool, "||", And(new CsCall(CsType.Bool, null, "Has", tables, parts[1]), Find("Get", tables, declared)), Find(method, parts[0], ""))));
        if (outer is null)
        {
            _frame.Out.Add(Read("LuaTable "));
            lists.AddRenewal(LuaTypes.Table, Read(""));
            return variable;
        }

        var read = new CsIf(line, IsRow(outer), new CsBlock(0, [Read("")]), null);
        _frame.Out.Add(new CsDeclare(line, "LuaTable", variable.Text, NoTable));
        _frame.Out.Add(read);
        lists.AddRenewal(LuaTypes.Table, new CsEvaluate(line, new CsAssign(variable, NoTable)));
        lists.AddRenewal(LuaTypes.Table, read);
        return variable;
    }

    // Whether a row was found.
    private static CsBinary IsRow(CsAtom row) => new(CsType.Bool, "!=", row, NoTable);

    private CsBlock LowerApart(Action lower)
    {
        var outer = _frame.Out;
        var statements = new List<CsStatement>();
        _frame.Out = statements;
        lower();
        _frame.Out = outer;
        return new CsBlock(0, statements);
    }

    /// <summary>Reads an element that is known to be there; null for others.</summary>
    private CsExpression? ReadKnown(IndexExpressionSyntax element, CsExpression key) =>
        _bound.Guards.TryGetValue(element, out var guarded) && _frame.Lists?.FindRows(element, guarded) is { } rows
            ? new CsCall(CsTypeOf(guarded), rows, "At", LowerTyped(_frame.Lists.RowOf(element).Key), key)
            : _frame.Lists?.FindKnown(element) is var (elements, type)
            ? Coerce(new CsCall(type is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean ? CsTypeOf(type) : CsType.Value, elements, "At", key), CsTypeOf(type))
            : null;

    /// <summary>
    /// The test that reads an element; where it was found to lie, if it was. An element that may be none of the list is looked for in the table then, unless the pass can begin again.
    /// </summary>
    private (CsExpression Test, bool Restarts) ReadElement(IndexExpressionSyntax element, CsExpression list, CsExpression key, LuaTypes type, string method, CsAtom value) =>
        _frame.Lists?.FindColumn(element, type) is var (_, form, _) && method == "TryIndex" ? (Read(method, value, key, form, list), false)
        : _frame.Lists?.Find(list, type, _bound.Truths.Contains(element)) is not { } elements ? (Read(WayInMap(method), value, key, list), false)
        : !MayRestart(element) ? (ReadAmong(elements, list, key, method, value), false)
        : (ReadThere(elements, key, value), true);

    // The elements of a map lie among the fields, and those of a queue move there. But a call that comes back into a loop would keep the floats of the loop in memory.
    private string WayInMap(string method) =>
        method == "TryIndex" && !(_frame.HasFloats ??= _bound.Scopes[_frame.Function.Block].LocalsOfFunction.Any(l => CsTypeOf(l) == CsType.Double)) ? "TryFind" : method;

    // The test that reads an element which is probably one of those that were found.
    private static CsBinary ReadAmong(CsExpression elements, CsExpression list, CsExpression key, string method, CsAtom value) =>
        new(CsType.Bool, "||", ReadThere(elements, key, value), new CsCall(CsType.Bool, null, method, list, key, new CsAtom("out " + value.Text, CsType.Other)));

    private static CsExpression ReadThere(CsExpression elements, CsExpression key, CsAtom value) =>
        And(new CsCall(CsType.Bool, null, "Has", elements, key), Read("Get", value, key, elements));

    private static CsCall Read(string method, CsAtom value, CsExpression key, params CsExpression[] from) =>
        new(CsType.Bool, null, method, [.. from, key, new CsAtom($"out {TypeName(value.Type)} {value.Text}", CsType.Other)]);

    /// <summary>Stores an element in a loop with known lists.</summary>
    private void StoreAmongLists(KnownLists lists, IndexExpressionSyntax target, CsExpression[] parts, CsExpression value, CsExpression at, int line)
    {
        if (lists.FindKnown(target) is var (known, elementType))
        {
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, known, "Set", parts[1], Coerce(value, CsTypeOf(elementType)))));
            return;
        }

        var what = Text(Describe(target.Object));
        var type = value.Type switch { CsType.Long => LuaTypes.Integer, CsType.Double => LuaTypes.Float, CsType.Bool => LuaTypes.Boolean, _ => LuaTypes.None };
        if (value.Type is not (CsType.Long or CsType.Double or CsType.Bool or CsType.Table))
        {
            // What is stored in its place may be another list, or none.
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, "SetIndex", parts[0], parts[1], value, at, what)));
            _frame.Out.AddRange(lists.Renewal);
            return;
        }

        var arguments = new List<CsExpression> { parts[0], parts[1], value, at, what };
        if (lists.Find(parts[0], type, true) is { } elements)
        {
            if (Otherwise(new CsCall(CsType.Bool, null, "TrySet", elements, parts[1], value), target, line) is { } set)
            {
                _frame.Out.Add(set);
                return;
            }

            arguments.Insert(0, elements);
        }

        var isInPlace = new CsCall(CsType.Bool, null, "SetInPlace", arguments.ToArray());
        _frame.Out.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", isInPlace), new CsBlock(0, lists.RenewalBehind(parts[0])), null));
    }

    // Moves an element that is probably a number; it is the general way that moves another one, or the nil behind the last.
    private void LowerMove(AssignmentStatementSyntax statement, LuaTypes type, int line)
    {
        var (target, parts) = PrepareTarget(statement.Targets[0]);
        var at = At(statement);
        var source = (IndexExpressionSyntax)statement.Values[0];
        var list = LowerTyped(source.Object);
        var key = Once(LowerTyped(source.Key));
        parts[1] = Once(parts[1]);
        if (ReadKnown(source, key) is { } known)
        {
            Store(target, parts, known, at, line);
            return;
        }

        var value = new CsAtom(NextTemporary(), CsTypeOf(type), true);
        var elements = _frame.Lists?.Find(list, type);
        if (elements is not null && Otherwise(ReadThere(elements, key, value), source, line) is { } read)
        {
            _frame.Out.Add(read);
            Store(target, parts, value, at, line);
            return;
        }

        var general = LowerApart(() => Store(
            target, parts, new CsCall(CsType.Value, null, "Index", list, key, At(source), Text(Describe(source.Object))), at, line));
        var typed = LowerApart(() => Store(target, parts, value, at, line));
        _frame.Out.Add(new CsIf(line, elements is not null ? ReadThere(elements, key, value) : Read("TryIndex", value, key, list), typed, general));

        CsExpression Once(CsExpression part) => part is CsAtom ? part : Keep(part, line);
    }
}
