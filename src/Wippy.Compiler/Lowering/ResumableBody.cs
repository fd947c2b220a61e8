using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// The two methods of a function that may wait: a plain one, which runs until a call does wait, and an async one that takes over its variables, awaits that call
/// and goes on. So a call that does not wait costs no more than that of a plain method.
/// </summary>
internal sealed class ResumableBody
{
    /// <summary>The parameter for the frame to await.</summary>
    private const string Awaited = "awaited";

    private readonly string _name;
    private readonly bool _mayBeTail;
    private readonly List<(string TypeName, string Name)> _state = [];
    private readonly HashSet<string> _inState = [];
    private int _points;

    private ResumableBody(string name, bool mayBeTail)
    {
        _name = name;
        _mayBeTail = mayBeTail;
    }

    /// <summary>Makes both methods.</summary>
    /// <param name="function">The function.</param>
    /// <param name="body">Its statements, which await.</param>
    /// <param name="parameters">The parameters of the plain method.</param>
    /// <param name="modifiers">Modifiers of the async method.</param>
    /// <param name="name">Name of the async method.</param>
    /// <param name="nextTemporary">Names new variables.</param>
    public static (List<CsStatement> Plain, CsFunction Resumed) Make(
        FunctionSymbol function, List<CsStatement> body, List<(string TypeName, string Name)> parameters, string modifiers, string name, Func<string> nextTemporary)
    {
        var names = parameters.ConvertAll(static p => p.Name);
        var split = new ResumableBody(name, function.MayReturnTailCall);
        var type = $"LuaTask<{ChunkLowering.TypeName(CsType.Values)}>";
        modifiers = (modifiers + " async").TrimStart();
        if (WaitStatements.Make(body, names, nextTemporary) is { } statements)
        {
            var live = LiveVariables.Find(statements, parameters);
            if (live is { IsEmpty: false, IsTooMuch: false })
            {
                var plain = split.Plain(statements, live);
                var state = new List<(string TypeName, string Name)> { ("int", ExitMap.Selector), ("LuaFrame<LuaValues>?", Awaited) };
                split._state.ForEach(s => state.Add((s.TypeName, s.Name + (s.TypeName is "LuaString" or "LuaTable" or "LuaFunction" ? " = default!" : " = default"))));
                var flat = ReachableCode.Of(FlatBody.Make(Returning(statements), split._points, ExitMap.Selector, split._inState), split._points);
                return (plain, new CsFunction(0, modifiers, type, name, state, new CsBlock(0, flat)));
            }
        }

        var arguments = names.ConvertAll(static n => (CsExpression)new CsAtom(n, CsType.Other)).ToArray();
        return (
            [new CsReturn(0, split.Wait(arguments))],
            new CsFunction(0, modifiers, type, name, parameters, new CsBlock(0, Returning(body))));
    }

    /// <summary>The variable that an argument declares: <c>out T name</c>.</summary>
    public static (string TypeName, string Name)? DeclaredBy(CsExpression argument) =>
        argument is CsAtom { Type: CsType.Other } atom && atom.Text.Split(' ') is { Length: 3 } words && words[0] == "out" ? (words[1], words[2]) : null;

    /// <summary>The wait that a method is entered with.</summary>
    public static CsStatement Enter(CsWait wait) => Await(wait, Awaited + "!");

    /// <summary>A wait where control can come in behind: what it declares is declared before.</summary>
    public static CsStatement Await(CsWait wait, Action<string, string> declare)
    {
        var arguments = new List<CsExpression>();
        foreach (var argument in wait.Call.Arguments)
        {
            arguments.Add(argument);
            if (DeclaredBy(argument) is var (typeName, name))
            {
                declare(typeName, name);
                arguments[arguments.Count - 1] = new CsAtom("out " + name, CsType.Other);
            }
        }

        var call = new CsCall(CsType.Other, wait.Call.Target, wait.Call.Method, arguments.ToArray());
        return new CsIf(wait.Line, new CsKeep(call, wait.Frame, true), new CsBlock(0, [Await(wait, wait.Frame)]), null);
    }

    private static CsEvaluate Await(CsWait wait, string frameName)
    {
        var frame = new CsAtom(frameName, CsType.Other);
        CsExpression wanted = new CsAwait(CsType.Values, wait.Part is { } part ? new CsNew(CsType.Other, part, [frame]) : frame);
        return new CsEvaluate(0, wait.Target is { } target ? new CsAssign(target, wanted) : wanted);
    }

    private CsCall Wait(CsExpression[] arguments) => new(
        CsType.Result, new CsAtom("LuaResult", CsType.Other), _mayBeTail ? "WaitTail" : "Wait", new CsCall(CsType.Other, null, _name, arguments));

    // The plain method: hands over where a call waits.
    private List<CsStatement> Plain(IReadOnlyList<CsStatement> statements, LiveVariables live)
    {
        var result = new List<CsStatement>();
        foreach (var statement in statements)
        {
            result.Add(statement switch
            {
                CsWait wait => HandOver(wait, live),
                CsDeclare { Value: null } declare when live.Contains(declare.Name) =>
                    declare with { Value = new CsAtom(declare.TypeName is "LuaString" or "LuaTable" or "LuaFunction" ? "default!" : "default", CsType.Other) },
                CsBlock block => Plain(block, live),
                CsIf @if => Plain(@if, live),
                CsWhile @while => @while with { Body = Plain(@while.Body, live) },
                CsDo @do => @do with { Body = Plain(@do.Body, live) },
                CsFor @for => @for with { Body = Plain(@for.Body, live) },
                _ => statement,
            });
        }

        return result;
    }

    private CsBlock Plain(CsBlock block, LiveVariables live) => block with { Statements = Plain(block.Statements, live) };

    private CsIf Plain(CsIf statement, LiveVariables live) => statement with
    {
        Then = Plain(statement.Then, live),
        Else = statement.Else switch
        {
            CsBlock block => Plain(block, live),
            CsIf @if => Plain(@if, live),
            _ => null,
        },
    };

    private CsIf HandOver(CsWait wait, LiveVariables live)
    {
        var arguments = new List<CsExpression>
        {
            new CsAtom(CSharpText.Number(++_points), CsType.Other),
            new CsAtom(wait.Frame, CsType.Other),
        };
        foreach (var (typeName, name) in live.At(wait))
        {
            arguments.Add(new CsNamed(name, new CsAtom(name, CsType.Other)));
            if (_inState.Add(name))
            {
                _state.Add((typeName, name));
            }
        }

        return new CsIf(wait.Line, new CsKeep(wait.Call, wait.Frame, true), new CsBlock(0, [new CsReturn(0, Wait(arguments.ToArray()))]), null);
    }

    // The async method gives a list of values, or a pending tail call.
    private static List<CsStatement> Returning(IReadOnlyList<CsStatement> statements)
    {
        var result = new List<CsStatement>();
        foreach (var statement in statements)
        {
            result.Add(Returning(statement));
        }

        return result;
    }

    private static CsStatement Returning(CsStatement statement) => statement switch
    {
        CsReturn { Value: { } value } => new CsReturn(statement.Line, ListOf(value)),
        CsBlock block => Returning(block),
        CsIf @if => @if with { Then = Returning(@if.Then), Else = @if.Else is { } other ? Returning(other) : null },
        CsWhile @while => @while with { Body = Returning(@while.Body) },
        CsDo @do => @do with { Body = Returning(@do.Body) },
        CsFor @for => @for with { Body = Returning(@for.Body) },
        _ => statement,
    };

    private static CsBlock Returning(CsBlock block) => block with { Statements = Returning(block.Statements) };

    private static CsExpression ListOf(CsExpression value) => value switch
    {
        CsAtom { Text: "LuaResult.None" } => new CsAtom("LuaValues.Empty", CsType.Values),
        CsCall { Target: CsAtom { Text: "LuaResult" }, Method: "Of" } list => list.Arguments[0],

        // The frame of this method stays while the call waits: of many such calls one behind the other some are left to the caller.
        CsCall { Target: CsAtom { Text: "lua" }, Method: "StartTail" } tail => new CsAwait(CsType.Values, new CsCall(CsType.Other, tail.Target, "TailCallAsync", [.. tail.Arguments])),
        { Type: CsType.Result } => new CsAwait(CsType.Values, new CsCall(CsType.Other, value, "Task")),
        CsAtom { Type: CsType.Other } => new CsNew(CsType.Values, "LuaValues", [ChunkLowering.Nil]),
        _ => new CsNew(CsType.Values, "LuaValues", [value]),
    };
}
