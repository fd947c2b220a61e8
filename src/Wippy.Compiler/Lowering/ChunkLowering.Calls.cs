using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Calls.</content>
internal sealed partial class ChunkLowering
{
    /// <summary>What is done with the results of a call.</summary>
    private enum CallUse
    {
        /// <summary>The first is used.</summary>
        First,

        /// <summary>All are used.</summary>
        All,

        /// <summary>The first two are used, where the call can give them one by one; else all.</summary>
        Two,

        /// <summary>All are handed on to another call, as its last arguments.</summary>
        Open,

        /// <summary>None is used.</summary>
        Statement,

        /// <summary>All are returned, perhaps as a pending tail call.</summary>
        Tail,
    }

    private bool IsOpen(ExpressionSyntax value) => FunctionAnalysis.IsOpen(_bound, value);

    /// <summary>All values of a call or <c>...</c>.</summary>
    private CsExpression LowerMultiple(ExpressionSyntax expression) => expression switch
    {
        VarargExpressionSyntax => new CsAtom("varargs", CsType.Values),
        CastExpressionSyntax cast => LowerMultiple(cast.Operand),
        NonNilExpressionSyntax nonNil => LowerMultiple(nonNil.Operand),
        _ => Coerce(LowerCall(expression, CallUse.All), CsType.Values),
    };

    /// <summary>Keeps the values of a call or <c>...</c> of which so many are used.</summary>
    private CsExpression KeepMultiple(ExpressionSyntax expression, int used, int line)
    {
        if (used != 2 || expression is not (CallExpressionSyntax or MethodCallExpressionSyntax))
        {
            return Keep(LowerMultiple(expression), line);
        }

        var result = LowerCall(expression, CallUse.Two);
        return result is CsPair pair ? Keep(pair, line) : Keep(Coerce(result, CsType.Values), line);
    }

    private CsPair Keep(CsPair pair, int line)
    {
        if (pair.Frame is null)
        {
            _frame.Out.Add(new CsDeclare(line, "LuaValue", pair.First.Text, pair.Call));
            return pair;
        }

        var both = new CsAtom($"({pair.First.Text}, {pair.Second.Text})", CsType.Other);
        var wait = new CsBlock(0, [new CsEvaluate(line, new CsAssign(both, new CsAwait(CsType.Values, new CsNew(CsType.Other, "LuaTwo", [pair.Frame]))))]);
        _frame.Out.Add(new CsIf(line, new CsKeep(pair.Call, pair.Frame.Text, true), wait, null));
        return pair;
    }

    /// <summary>One of several values.</summary>
    private static CsExpression Element(CsExpression values, int index) => (values, index) switch
    {
        (CsPair pair, 0) => pair.First,
        (CsPair pair, _) => pair.Second,
        (_, 0) => new CsMember(CsType.Value, values, "First"),
        (_, 1) => new CsMember(CsType.Value, values, "Second"),
        _ => new CsElement(CsType.Value, values, Integer(index)),
    };

    /// <summary>A list of values: arguments, results, <c>...</c>.</summary>
    private CsExpression LowerList(EquatableArray<ExpressionSyntax> values, int start = 0)
    {
        var items = new List<CsExpression>();
        CsExpression? tail = null;
        for (var i = start; i < values.Count; i++)
        {
            if (i == values.Count - 1 && IsOpen(values[i]))
            {
                tail = LowerMultiple(values[i]);
            }
            else
            {
                items.Add(Lower(values[i]));
            }
        }

        return MakeList(items, tail);
    }

    private static CsExpression MakeList(List<CsExpression> items, CsExpression? tail)
    {
        if (items.Count == 0)
        {
            return tail ?? new CsAtom("LuaValues.Empty", CsType.Values);
        }

        if (tail is { HasAwait: true })
        {
            // A span cannot be kept while the tail waits: two by two, from the end.
            for (var i = items.Count; i > 0; i -= 2)
            {
                tail = i == 1
                    ? new CsCall(CsType.Values, new CsAtom("LuaValues", CsType.Other), "Append", items[0], tail)
                    : new CsCall(CsType.Values, new CsAtom("LuaValues", CsType.Other), "Append", items[i - 2], items[i - 1], tail);
            }

            return tail;
        }

        if (tail is not null)
        {
            var arguments = items.Count <= 2 ? new List<CsExpression>(items) : [new CsArray(items)];
            arguments.Add(tail);
            return new CsCall(CsType.Values, new CsAtom("LuaValues", CsType.Other), "Append", arguments.ToArray());
        }

        return new CsNew(CsType.Values, "LuaValues", items.Count <= 2 ? items : [new CsArray(items)]);
    }

    /// <summary>Lowers a call; the type of the result tells whether it is one value, a list or nothing.</summary>
    private CsExpression LowerCall(ExpressionSyntax expression, CallUse use)
    {
        switch (expression)
        {
            case CallExpressionSyntax call:
                {
                    var site = _bound.Calls[call];
                    return site.Target is { } target ? LowerKnownCall(call, target, use) : LowerUnknownCall(call, site, use);
                }

            case MethodCallExpressionSyntax call:
                return LowerMethodCall(call, _bound.Calls[call], use);
            default:
                return Lower(expression);
        }
    }

    private CsExpression LowerKnownCall(CallExpressionSyntax call, FunctionSymbol target, CallUse use)
    {
        var function = target;
        target = TypeInference.Resolve(_bound, call, target);
        var isExpanded = target == _frame.Function && !_frame.IsNested && target.CsNestedName.Length > 0;
        var arguments = KnownArguments(call.Arguments, target);
        AddHeld(arguments, function, target);
        var result = Fallible(target, new CsCall(ResultTypeOf(target), null, isExpanded ? target.CsNestedName : target.CsName, arguments.ToArray()));
        if (target.IsResumable)
        {
            return use == CallUse.Tail ? result : Start(result, use is CallUse.First or CallUse.Statement ? "Pending" : "PendingAll", [], use);
        }

        if (target.IsAsync)
        {
            if (target.MayReturnTailCall && use != CallUse.Tail)
            {
                result = new CsCall(CsType.Values, new CsAtom("LuaState", CsType.Other), "FinishAsync", result);
            }

            return Results(use == CallUse.Tail ? new CsAwait(CsType.Values, result) : Await(result, ResultTypeOf(target), use), use);
        }

        return Results(result, use);
    }

    // A statement makes the pending call too.
    private static CsExpression Results(CsExpression result, CallUse use) =>
        (use == CallUse.First && result.Type is CsType.Values or CsType.Result) || (use == CallUse.Statement && result.Type == CsType.Result)
            ? Coerce(result, CsType.Value)
            : result;

    private List<CsExpression> KnownArguments(EquatableArray<ExpressionSyntax> arguments, FunctionSymbol target)
    {
        var result = new List<CsExpression>();
        var count = target.Parameters.Count;
        CsExpression? open = null;
        var openAt = 0;
        for (var i = 0; i < count; i++)
        {
            var type = CsTypeOf(target.Parameters[i]);
            if (i >= arguments.Count)
            {
                result.Add(open is null ? Nil : Element(open, i - openAt));
            }
            else if (i == arguments.Count - 1 && IsOpen(arguments[i]) && (i < count - 1 || target.HasVararg))
            {
                open = DeclareTemporary(CsType.Values);
                openAt = i;
                result.Add(Coerce(Element(new CsAssign(open, LowerMultiple(arguments[i])), 0), type));
            }
            else
            {
                result.Add(Coerce(Lower(arguments[i]), type));
            }
        }

        if (target.HasVararg)
        {
            result.Add(open is not null
                ? new CsCall(CsType.Values, open, "From", Integer(count - openAt))
                : LowerList(arguments, Math.Min(count, arguments.Count)));
            return result;
        }

        // Arguments beyond the parameters are evaluated and dropped.
        var kept = new List<CsExpression>();
        for (var i = count; i < arguments.Count; i++)
        {
            if (!IsPure(arguments[i]))
            {
                kept.Add(Lower(arguments[i]));
            }
        }

        if (kept.Count > 0 && count > 0)
        {
            kept.Insert(0, result[count - 1]);
            var type = CsTypeOf(target.Parameters[count - 1]);
            result[count - 1] = Coerce(Element(MakeList(kept, null), 0), type);
        }

        return result;
    }

    private CsExpression LowerUnknownCall(CallExpressionSyntax call, CallSite site, CallUse use)
    {
        if (use != CallUse.Statement && _bound.Guards.ContainsKey(call))
        {
            return _guardValues[call];
        }

        if (LowerRaisingCall(call, use) is { } raising)
        {
            return raising;
        }

        if (use != CallUse.Statement && LowerIntrinsic(call) is { } intrinsic)
        {
            return intrinsic;
        }

        if ((LowerLibraryCall(call, At(call.Span.Start), use) ?? LowerCoroutineCall(call, use) ?? LowerSelect(call, use)) is { } special)
        {
            return special;
        }

        if (LowerLibraryFunction(call, call.Arguments, null, FromHere(At(call.Span.Start), use, false), site, use) is { } function)
        {
            return function;
        }

        var arguments = new List<CsExpression> { Lower(call.Callee) };
        var tail = AddArguments(arguments, call.Arguments);
        var what = DescribeLoaded(call.Callee);
        if (tail is null && CallProbable(call, arguments, use) is { } probable)
        {
            return probable;
        }

        return (call.Callee is FieldExpressionSyntax field ? CallField(field.Name.Text, arguments, tail, At(call.Span.Start), what, site, use) : null)
            ?? Invoke(arguments, tail, FromHere(At(call.Span.Start), use, _bound.IsLeveledError(call)), what, site, use);
    }

    // What the library would do on a longer way: yields, and functions of coroutine.wrap that can be called like any other.
    private CsExpression? LowerCoroutineCall(CallExpressionSyntax call, CallUse use)
    {
        var path = _bound.GetHostPath(call.Callee);
        var single = call.Arguments.Count == 1 && !IsOpen(call.Arguments[0]);
        if (path is "coroutine.wrap" && single && !_bound.CanBlock)
        {
            return new CsCall(CsType.Value, Lua, "Wrap", Lower(call.Arguments[0]), At(call.ArgumentsSpan.Start));
        }

        if (path is not "coroutine.yield" || !_bound.KnowsHostResults)
        {
            return null;
        }

        var arguments = new List<CsExpression>();
        if (call.Arguments.Count > 0)
        {
            arguments.Add(single ? Lower(call.Arguments[0]) : LowerList(call.Arguments));
        }

        arguments.Add(At(call.ArgumentsSpan.Start));
        CsExpression yield = new CsCall(CsType.Other, Lua, "Yield", arguments.ToArray());
        return use is CallUse.First or CallUse.Statement
            ? new CsAwait(CsType.Value, new CsMember(CsType.Other, yield, "One"))
            : new CsAwait(CsType.Values, yield);
    }

    // select over the arguments of the function or the results of a call, which need not become a list of their own.
    private CsExpression? LowerSelect(CallExpressionSyntax call, CallUse use)
    {
        if (use == CallUse.Statement || !_bound.KnowsHostResults || call.Arguments.Count != 2 || !IsOpen(call.Arguments[1])
            || _bound.GetHostPath(call.Callee) is not "select")
        {
            return null;
        }

        if (call.Arguments[0] is StringLiteralSyntax text && LuaText.Decode(text.Value) == "#")
        {
            return new CsUnary(CsType.Long, "(long)", new CsMember(CsType.Other, LowerMultiple(call.Arguments[1]), "Count"));
        }

        var method = use == CallUse.First ? "SelectOne" : "Select";
        return new CsCall(
            use == CallUse.First ? CsType.Value : CsType.Values, Lua, method, LowerTyped(call.Arguments[0]), LowerMultiple(call.Arguments[1]), At(call.ArgumentsSpan.Start));
    }

    // for ... in pairs(t) and ipairs(t), when those are the functions of the library.
    private (string Path, ExpressionSyntax Argument, int At)? HostIteratorOf(GenericForStatementSyntax statement) =>
        _bound.KnowsHostResults && statement.Values.Count == 1
            && statement.Values[0] is CallExpressionSyntax { Arguments: { Count: 1 } arguments } call && !IsOpen(arguments[0])
            && _bound.GetHostPath(call.Callee) is ("pairs" or "ipairs") and var path
            ? (path, arguments[0], call.ArgumentsSpan.Start)
            : null;

    private CsExpression? LowerHostIterator(GenericForStatementSyntax statement) =>
        HostIteratorOf(statement) is var (path, argument, at)
            ? new CsCall(CsType.Other, new CsAtom("LuaIterator", CsType.Other), path == "pairs" ? "Pairs" : "List", Lua, Lower(argument), At(at))
            : null;

    // The result of a task: only one that does wait is awaited.
    private CsExpression Await(CsExpression task, CsType type, CallUse use)
    {
        var isStatement = use == CallUse.Statement;
        var result = new CsAtom(isStatement ? "_" : NextTemporary(), type);
        var frame = NextTemporary();
        var pending = new CsCall(CsType.Other, task, "Pending", new CsAtom(isStatement ? "out _" : $"out {TypeName(type)} {result.Text}", CsType.Other));
        var conditional = new CsConditional(
            type, new CsKeep(pending, frame, true), new CsAwait(type, new CsAtom(frame, CsType.Other)), isStatement ? new CsAtom("default", type) : result);
        return isStatement ? new CsAssign(result, conditional) : conditional;
    }

    // A call that may wait: only a callee that does wait costs more than a call.
    private CsExpression Start(List<CsExpression> arguments, CallUse use) =>
        Start(Lua, use is CallUse.All or CallUse.Two or CallUse.Open ? "StartAll" : "Start", arguments, use);

    private CsExpression Start(CsExpression? owner, string method, List<CsExpression> arguments, CallUse use)
    {
        var all = use is CallUse.All or CallUse.Two or CallUse.Open;
        var type = all ? CsType.Values : CsType.Value;
        var result = use == CallUse.Statement ? "_" : NextTemporary();
        arguments.Add(new CsAtom(use == CallUse.Statement ? "out _" : $"out {TypeName(type)} {result}", CsType.Other));
        var frame = NextTemporary();
        var conditional = new CsConditional(
            type,
            new CsKeep(new CsCall(CsType.Other, owner, method, arguments.ToArray()), frame, true),
            new CsAwait(type, all ? new CsAtom(frame, CsType.Other) : new CsNew(CsType.Other, "LuaFirst", [new CsAtom(frame, CsType.Other)])),
            use == CallUse.Statement ? Nil : new CsAtom(result, type));
        return use == CallUse.Statement ? new CsAssign(new CsAtom("_", type), conditional) : conditional;
    }

    // A call of a value for its first two results; where it may wait, by the method of the state that is named.
    private CsPair CallTwo(List<CsExpression> arguments, string? start)
    {
        var first = new CsAtom(NextTemporary(), CsType.Value);
        var second = new CsAtom(NextTemporary(), CsType.Value);
        if (start is not null)
        {
            arguments.Add(new CsAtom("out LuaValue " + first.Text, CsType.Other));
        }

        arguments.Add(new CsAtom("out LuaValue " + second.Text, CsType.Other));
        return start is not null
            ? new CsPair(new CsCall(CsType.Other, Lua, start, arguments.ToArray()), first, second, new CsAtom(NextTemporary(), CsType.Other))
            : new CsPair(new CsCall(CsType.Value, Lua, "CallTwo", arguments.ToArray()), first, second, null);
    }

    private CsExpression LowerMethodCall(MethodCallExpressionSyntax call, CallSite site, CallUse use)
    {
        var callAt = AtMethodCall(call.Span.Start);
        if (LowerLibraryCall(call, callAt, use) is { } library)
        {
            return library;
        }

        var receiver = Lower(call.Object);
        if (LowerLibraryFunction(call, call.Arguments, receiver, FromHere(callAt, use, false), site, use) is { } function)
        {
            return function;
        }

        CsExpression first;
        if (receiver is CsAtom { IsConstant: true } || (call.Object.Unwrap() is NameExpressionSyntax name
            && _bound.Locals.TryGetValue(name, out var local) && (local.Writes == 0 || !local.IsCaptured)))
        {
            first = receiver;
        }
        else
        {
            receiver = Coerce(receiver, CsType.Value);
            first = DeclareTemporary(CsType.Value);
            receiver = new CsAssign(first, receiver);
        }

        var at = At(call.Name.Span.Start);
        var operation = ChannelOperation(call, site, use);
        var arguments = new List<CsExpression>
        {
            Waits(Metamethods.Index)
                ? Start(null, "StartMethod", [receiver, Constant(call.Name.Text), NextMethodCache(), NextSlot(), at, Text(Describe(call.Object))], CallUse.First)
                : new CsCall(CsType.Value, null, operation + "Method", receiver, Constant(call.Name.Text), NextMethodCache(), NextSlot(), at, Text(Describe(call.Object))),
            first,
        };
        var tail = AddArguments(arguments, call.Arguments);
        var what = $"method '{call.Name.Text}'";
        return CallField(call.Name.Text, arguments, tail, callAt, what, site, use)
            ?? Invoke(arguments, tail, FromHere(callAt, use, false), what, site, use, operation);
    }

    // What a channel does for a call of this name; empty for others.
    private string ChannelOperation(MethodCallExpressionSyntax call, CallSite site, CallUse use) =>
        !site.MayWait || Waits(Metamethods.Index) || use is not (CallUse.First or CallUse.Two or CallUse.Statement) ? string.Empty
        : (call.Name.Text, call.Arguments.Count) switch
        {
            ("send", 1) when use != CallUse.Two && !IsOpen(call.Arguments[0]) => "Send",
            ("receive", 0) => "Receive",
            _ => string.Empty,
        };

    // The position of a call, evaluated last: where callers are kept, the callee is told of them.
    private CsExpression FromHere(CsExpression at, CallUse use, bool isError) =>
        _frame.Callers is { } callers && (isError || _bound.RaisesAtCallers)
            ? new CsCall(CsType.Long, Lua, use == CallUse.Tail ? "TailFrom" : "From", at, new CsAtom(callers, CsType.Other))
            : at;

    // Adds arguments behind a callee; gives the open end.
    private CsExpression? AddArguments(List<CsExpression> call, EquatableArray<ExpressionSyntax> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i == arguments.Count - 1 && IsOpen(arguments[i]))
            {
                return arguments[i] is CallExpressionSyntax or MethodCallExpressionSyntax ? LowerCall(arguments[i], CallUse.Open) : LowerMultiple(arguments[i]);
            }

            call.Add(Lower(arguments[i]));
        }

        return null;
    }

    // A callee and its arguments: up to three one by one, of which the last may be a result, all others as a list; then the position.
    private static List<CsExpression> CallValue(List<CsExpression> call, CsExpression? tail, CsExpression at, bool takesResult)
    {
        List<CsExpression> arguments = tail is null && call.Count <= 4 ? [.. call]
            : takesResult && tail is { Type: CsType.Result } && call.Count <= 3 ? [.. call, tail]
            : [call[0], MakeList(call.GetRange(1, call.Count - 1), tail is null ? null : Coerce(tail, CsType.Values))];
        arguments.Add(at);
        return arguments;
    }

    // The operation of a channel is that of the method; only calls that may wait have one.
    private CsExpression Invoke(List<CsExpression> call, CsExpression? tail, CsExpression at, string? what, CallSite site, CallUse use, string operation = "")
    {
        var arguments = CallValue(call, tail, at, use is not (CallUse.All or CallUse.Two) && !site.MayWait);
        if (use == CallUse.Two && tail is null && call.Count is 2 or 3)
        {
            arguments.Add(Text(what));
            return CallTwo(arguments, !site.MayWait ? null : operation.Length > 0 ? "Start" + operation : "StartTwo");
        }

        if (site is { MayWait: true, IsKnownHostFunction: false } && use != CallUse.Tail)
        {
            arguments.Add(Text(what));
            return operation.Length > 0 ? Start(Lua, "Start" + operation, arguments, use) : Start(arguments, use);
        }

        if (what is not null)
        {
            arguments.Add(Text(what));
        }

        if (site.MayWait && use == CallUse.Tail && _frame.Function.IsResumable)
        {
            return new CsCall(CsType.Result, Lua, "StartTail", arguments.ToArray());
        }

        if (site.MayWait)
        {
            var method = use == CallUse.Tail ? "TailCallAsync" : "CallAsync";
            return Results(new CsAwait(CsType.Values, new CsCall(CsType.Other, Lua, method, arguments.ToArray())), use);
        }

        return CallOrFail(Call(arguments, use), site);
    }

    // A call of a value that does not wait.
    private static CsCall Call(List<CsExpression> arguments, CallUse use) => use switch
    {
        CallUse.All or CallUse.Two => new CsCall(CsType.Values, Lua, "CallAll", arguments.ToArray()),
        CallUse.Open => new CsCall(CsType.Result, Lua, "CallOpen", arguments.ToArray()),
        CallUse.Tail => new CsCall(CsType.Result, Lua, "TailCall", arguments.ToArray()),
        _ => new CsCall(CsType.Value, Lua, "Call", arguments.ToArray()),
    };
}
