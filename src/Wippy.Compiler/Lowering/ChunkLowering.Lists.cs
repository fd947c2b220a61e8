using System.Collections.Generic;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Lists in typed copies. Where the elements of a list lie is found before an innermost loop that does nothing else that may change a list, so that a read in
/// the loop is one comparison and a load.
/// </content>
internal sealed partial class ChunkLowering
{
    /// <summary>Lowers a loop, in a typed copy once more for lists that have elements of one kind each.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="line">Its line.</param>
    /// <param name="lower">Adds it to the statements.</param>
    /// <param name="range">The counter of a loop with a step of 1, and the first and the last value that it may have.</param>
    private void LowerWithLists(StatementSyntax loop, int line, System.Action lower, (string Counter, CsAtom First, CsExpression Last)? range = null)
    {
        if (!IsTypedFrame || LoopLists.Find(_bound, loop, _frame.Declared) is not { } uses)
        {
            lower();
            return;
        }

        var lists = new KnownLists(uses);
        var rows = new Dictionary<string, CsAtom>(System.StringComparer.Ordinal);
        CsExpression? test = null;
        foreach (var use in uses.Lists)
        {
            var list = use.List is IndexExpressionSyntax row ? FindRow(row, use.Key, lists, rows, line) : (CsAtom)LowerTyped(use.List);
            var elements = new CsAtom(NextTemporary(), CsType.Other, true);
            var (typeName, method) = use.Type switch
            {
                LuaTypes.Integer => ("long", "Integers"),
                LuaTypes.Float => ("double", "Floats"),
                LuaTypes.String => ("LuaValue", "Strings"),
                _ => ("LuaValue", "Tables"),
            };
            var found = new CsCall(CsType.Other, null, method, list);
            _frame.Out.Add(new CsDeclare(line, $"LuaElements<{typeName}>", elements.Text, found));
            lists.Add(list, use.Type, elements);
            lists.Renewal.Add(new CsEvaluate(line, new CsAssign(elements, found)));
            if (use.IsRead)
            {
                CsExpression isThere = new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, elements, "IsEmpty"));
                if (use.IsReadInTurn && range is var (counter, first, last))
                {
                    isThere = new CsCall(CsType.Bool, elements, "Covers", first, last);
                    lists.Covered.Add(elements, counter);
                }

                test = test is null ? isThere : new CsBinary(CsType.Bool, "&&", test, isThere);
            }
        }

        var records = _frame.Records.Copy();
        _frame.Lists = lists;
        var fast = LowerApart(lower);
        _frame.Lists = null;
        (records, _frame.Records) = (_frame.Records, records);
        var general = LowerApart(lower);
        _frame.Records.Meet(records);
        _frame.Out.Add(new CsIf(line, test!, fast, general));
    }

    // The variable that holds a list which is an element of another; null when there is none.
    private CsAtom FindRow(IndexExpressionSyntax row, string key, KnownLists lists, Dictionary<string, CsAtom> rows, int line)
    {
        if (!rows.TryGetValue(key, out var variable))
        {
            rows.Add(key, variable = new CsAtom(NextTemporary(), CsType.Table, true));
            var parts = GuardedParts(row, out var method);
            CsEvaluate Find(string declared) =>
                new(line, new CsCall(CsType.Bool, null, method, parts[0], parts[1], new CsAtom("out " + declared + variable.Text, CsType.Other)));

            _frame.Out.Add(Find("LuaTable "));
            lists.AddRow(key, variable);
            lists.Renewal.Add(Find(""));
        }

        return variable;
    }

    private CsBlock LowerApart(System.Action lower)
    {
        var outer = _frame.Out;
        var statements = new List<CsStatement>();
        _frame.Out = statements;
        lower();
        _frame.Out = outer;
        return new CsBlock(0, statements);
    }

    /// <summary>Reads the element whose turn it is in a loop all of whose elements are there; false for others.</summary>
    private bool TryReadInTurn(CsExpression list, CsExpression key, LuaTypes type, CsAtom value, int line)
    {
        if (_frame.Lists is not { } lists || lists.Find(list, type) is not { } elements || !lists.Covered.TryGetValue(elements, out var counter)
            || key is not CsAtom { Text: var read } || read != counter)
        {
            return false;
        }

        var element = new CsCall(type is LuaTypes.Integer or LuaTypes.Float ? value.Type : CsType.Value, elements, "At", key);
        _frame.Out.Add(new CsDeclare(line, TypeName(value.Type), value.Text, Coerce(element, value.Type)));
        return true;
    }

    /// <summary>The test that reads an element; where it was found to lie, if it was. An element that may be none of the list is looked for in the table then.</summary>
    private CsExpression ReadElement(CsExpression list, CsExpression key, LuaTypes type, string method, CsAtom value)
    {
        CsCall Read(string name, CsExpression from, string declared) => new(CsType.Bool, null, name, from, key, new CsAtom($"out {declared}{value.Text}", CsType.Other));

        var declaration = TypeName(value.Type) + " ";
        if (_frame.Lists?.Find(list, type) is not { } elements)
        {
            return Read(method, list, declaration);
        }

        var read = Read("TryIndex", elements, declaration);
        return method == "TryIndex" ? read : new CsBinary(CsType.Bool, "||", read, Read(method, list, ""));
    }

    /// <summary>Stores an element in a loop with known lists.</summary>
    private void StoreAmongLists(KnownLists lists, CsExpression[] parts, CsExpression value, CsExpression at, CsExpression what, int line)
    {
        var type = value.Type switch { CsType.Long => LuaTypes.Integer, CsType.Double => LuaTypes.Float, _ => LuaTypes.None };
        if (value.Type == CsType.Value)
        {
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, "SetIndex", parts[0], parts[1], value, at, what)));
            _frame.Out.AddRange(lists.Renewal);
            return;
        }

        var arguments = new List<CsExpression> { parts[0], parts[1], value, at, what };
        if (lists.Find(parts[0], type) is { } elements)
        {
            arguments.Insert(0, elements);
        }

        var isInPlace = new CsCall(CsType.Bool, null, "SetInPlace", arguments.ToArray());
        _frame.Out.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", isInPlace), new CsBlock(0, lists.Renewal), null));
    }

    // Moves an element that is probably a number; it is the general way that moves another one, or the nil behind the last.
    private void LowerMove(AssignmentStatementSyntax statement, LuaTypes type, int line)
    {
        var (target, parts) = PrepareTarget(statement.Targets[0], false);
        var source = (IndexExpressionSyntax)statement.Values[0];
        var list = LowerTyped(source.Object);
        var key = Once(LowerTyped(source.Key));
        parts[1] = Once(parts[1]);
        var general = LowerApart(() => Store(
            target, parts, new CsCall(CsType.Value, null, "Index", list, key, At(source.Key.Span.Start), Text(Describe(source.Object))), line));
        var value = new CsAtom(NextTemporary(), CsTypeOf(type), true);
        var typed = LowerApart(() => Store(target, parts, value, line));
        _frame.Out.Add(new CsIf(line, ReadElement(list, key, type, "TryIndex", value), typed, general));

        CsExpression Once(CsExpression part) => part is CsAtom ? part : Keep(part, line);
    }
}
