using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Calls of methods and of functions in fields. A method of the class takes the function value that was found; when that is one that the chunk stores under
/// the name, its body is called, else the value.
/// </content>
internal sealed partial class ChunkLowering
{
    private const string Inlined = MethodImplementation + "AggressiveInlining)] private";

    private static readonly CsAtom Callee = new("callee", CsType.Value);
    private readonly IReadOnlyDictionary<string, List<FunctionSymbol>> _fieldFunctions;
    private readonly Dictionary<string, string> _fieldCalls = new(StringComparer.Ordinal);
    private readonly List<Func<CsFunction>> _fieldCallMethods = [];

    /// <summary>A call of what was found in a field; null when the function there is not probably known.</summary>
    private CsExpression? CallField(
        string name, List<CsExpression> call, CsExpression? tail, CsExpression at, string? what, CallSite site, CallUse use)
    {
        if (_frame.Callers is not null || tail is { HasAwait: true } || !_fieldFunctions.TryGetValue(name, out var functions))
        {
            return null;
        }

        if (site.MayWait)
        {
            return tail is null && use is CallUse.First or CallUse.Statement ? StartField(name, functions, call, at, what, use) : null;
        }

        use = use == CallUse.Two ? CallUse.All : use;
        var types = ArgumentTypes(call);
        if (tail is not null)
        {
            types.Add(tail.Type == CsType.Result ? CsType.Result : CsType.Values);
        }

        var method = FieldCallMethod("call_", name, string.Join(" ", types) + " " + use, what, m => FieldCall(m, functions, types, what, use));
        var all = new List<CsExpression>(call);
        if (tail is not null)
        {
            all.Add(tail.Type == CsType.Result ? tail : Coerce(tail, CsType.Values));
        }

        all.Add(at);
        var result = new CsCall(FieldCallType(use), null, method, all.ToArray());
        return functions.Exists(static f => f.ErrorExit == ErrorExit.Failure) ? new CsFallible(result) : result;
    }

    // The same where another value that is found there may wait: gives the frame to await, or the first result.
    private CsExpression StartField(string name, List<FunctionSymbol> functions, List<CsExpression> call, CsExpression at, string? what, CallUse use)
    {
        var types = ArgumentTypes(call);
        var method = FieldCallMethod("start_", name, string.Join(" ", types), what, m => FieldStart(m, functions, types, what));
        return Start(null, method, [.. call, at], use);
    }

    // The method of the class that makes such a call; the same for all calls that differ in nothing but values.
    private string FieldCallMethod(string prefix, string name, string signature, string? what, Func<string, CsFunction> lower)
    {
        var key = string.Join(" ", prefix, name, signature, what);
        if (!_fieldCalls.TryGetValue(key, out var method))
        {
            method = prefix + CSharpText.Number(_fieldCalls.Count + 1) + "_" + name;
            _fieldCalls.Add(key, method);
            var lowered = lower(method);
            _fieldCallMethods.Add(() => lowered);
        }

        return method;
    }

    private static List<CsType> ArgumentTypes(List<CsExpression> call) =>
        call.GetRange(1, call.Count - 1).ConvertAll(static a => a.Type is CsType.Function or CsType.Other ? CsType.Value : a.Type);

    private static CsType FieldCallType(CallUse use) => use switch
    {
        CallUse.Statement => CsType.Void,
        CallUse.First => CsType.Value,
        CallUse.All => CsType.Values,
        _ => CsType.Result,
    };

    private CsFunction FieldCall(string name, List<FunctionSymbol> functions, List<CsType> types, string? what, CallUse use)
    {
        var (parameters, arguments, tail) = FieldCallParameters(types);
        return CallOfCallee(name, parameters, functions.ConvertAll<CsStatement>(f => IfStored(f, DirectCall(f, arguments, tail, use, null))), arguments, tail, what, use);
    }

    // The method of these statements, and of a call of the value behind them.
    private static CsFunction CallOfCallee(
        string name, List<(string TypeName, string Name)> parameters, List<CsStatement> statements, List<CsExpression> arguments, CsExpression? tail, string? what, CallUse use)
    {
        var all = CallValue([Callee, .. arguments], tail, new CsAtom("at", CsType.Other), use != CallUse.All);
        if (what is not null)
        {
            all.Add(Text(what));
        }

        var call = Call(all, use);
        statements.Add(use == CallUse.Statement ? new CsEvaluate(0, call) : new CsReturn(0, call));
        return new CsFunction(0, Inlined, TypeName(FieldCallType(use)), name, parameters, new CsBlock(0, statements));
    }

    private CsFunction FieldStart(string name, List<FunctionSymbol> functions, List<CsType> types, string? what)
    {
        var (parameters, arguments, _) = FieldCallParameters(types);
        parameters.Add(("out LuaValue", "value"));
        var result = new CsAtom("value", CsType.Value);
        var statements = functions.ConvertAll<CsStatement>(f => IfStored(f, DirectCall(f, arguments, null, CallUse.First, result)));
        var all = CallValue([Callee, .. arguments], null, new CsAtom("at", CsType.Other), false);
        all.Add(Text(what));
        all.Add(new CsAtom("out value", CsType.Other));
        statements.Add(new CsReturn(0, new CsCall(CsType.Other, Lua, "Start", all.ToArray())));
        return new CsFunction(0, Inlined, "LuaFrame<LuaValues>?", name, parameters, new CsBlock(0, statements));
    }

    private (List<(string TypeName, string Name)> Parameters, List<CsExpression> Arguments, CsExpression? Tail) FieldCallParameters(List<CsType> types)
    {
        var parameters = new List<(string TypeName, string Name)> { ("LuaValue", Callee.Text) };
        var arguments = new List<CsExpression>();
        CsExpression? tail = null;
        foreach (var type in types)
        {
            var parameter = new CsAtom("a" + CSharpText.Number(parameters.Count), type);
            parameters.Add((TypeName(type), parameter.Text));
            if (type is CsType.Values or CsType.Result)
            {
                tail = parameter;
            }
            else
            {
                arguments.Add(parameter);
            }
        }

        parameters.Add(("long", "at"));
        return (parameters, arguments, tail);
    }

    private static CsIf IfStored(FunctionSymbol function, List<CsStatement> statements) =>
        IfCallee(function, new CsCall(CsType.Bool, Callee, "Is", new CsAtom(StoredName(function), CsType.Other)), statements);

    private static CsIf IfCallee(FunctionSymbol function, CsExpression test, List<CsStatement> statements)
    {
        if (function.Calls.Count > 0)
        {
            // Deep recursion is left to the call of the value.
            test = new CsBinary(CsType.Bool, "&&", test, new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, Lua, "IsStackLow")));
        }

        return new CsIf(0, test, new CsBlock(0, statements), null);
    }

    // A call of the body. Returns the results, or the failure; or stores the first result and returns no frame.
    private static List<CsStatement> DirectCall(FunctionSymbol function, List<CsExpression> arguments, CsExpression? tail, CallUse use, CsAtom? result)
    {
        var target = function.TypedCopy is { } copy && Takes(copy, arguments) ? copy : function;
        var statements = new List<CsStatement>();
        if (tail is { Type: CsType.Result } && (target.HasVararg || target.Parameters.Count > arguments.Count + 1))
        {
            statements.Add(new CsDeclare(0, "LuaValues", "args", Coerce(tail, CsType.Values)));
            tail = new CsAtom("args", CsType.Values);
        }

        var passed = new List<CsExpression>();
        for (var i = 0; i < target.Parameters.Count; i++)
        {
            var argument = i < arguments.Count ? arguments[i]
                : tail is { Type: CsType.Result } ? Coerce(tail, CsType.Value)
                : tail is not null ? Element(tail, i - arguments.Count)
                : Nil;
            passed.Add(Coerce(argument, CsTypeOf(target.Parameters[i])));
        }

        if (target.HasVararg)
        {
            var missing = target.Parameters.Count - arguments.Count;
            passed.Add(missing <= 0 ? MakeList(arguments.GetRange(target.Parameters.Count, -missing), tail)
                : tail is null ? MakeList([], null)
                : new CsCall(CsType.Values, tail, "From", Integer(missing)));
        }

        var direct = new CsCall(ResultTypeOf(target), null, target.CsName, passed.ToArray());
        var call = result is null ? direct : Fallible(target, direct);
        if (use == CallUse.Statement)
        {
            return [.. statements, new CsEvaluate(0, Results(call, use)), new CsReturn(0, null)];
        }

        var type = FieldCallType(use);
        if (target.Shape == ResultShape.Void)
        {
            statements.Add(new CsEvaluate(0, call));
            call = type switch
            {
                CsType.Value => Nil,
                CsType.Result => new CsAtom("LuaResult.None", type),
                _ => new CsAtom("LuaValues.Empty", type),
            };
        }

        call = Coerce(call, type);
        return result is null
            ? [.. statements, new CsReturn(0, call)]
            : [.. statements, new CsEvaluate(0, new CsAssign(result, call)), new CsReturn(0, new CsAtom("null", CsType.Other))];
    }

    private static bool Takes(FunctionSymbol copy, List<CsExpression> arguments)
    {
        for (var i = 0; i < copy.Parameters.Count; i++)
        {
            if (copy.Parameters[i].Guess is var guess && guess != LuaTypes.None && (i >= arguments.Count || arguments[i].Type != CsTypeOf(guess)))
            {
                return false;
            }
        }

        return true;
    }

    // The field that holds the function value which was stored last.
    private static string StoredName(FunctionSymbol function) => "stored_" + function.CsName.TrimStart('@');

    // The value of a function that goes to a field; remembered for the calls of that name.
    private CsExpression Stored(FunctionSymbol function, CsExpression value) =>
        function.FieldName is { } name && _fieldFunctions.TryGetValue(name, out var functions) && functions.Contains(function)
            ? new CsAssign(new CsAtom(StoredName(function), CsType.Function), value)
            : value;

    private void AddFieldCalls()
    {
        foreach (var functions in _fieldFunctions.Values)
        {
            foreach (var function in functions)
            {
                _fields.Add(("LuaFunction?", StoredName(function), null));
            }
        }

        foreach (var method in _fieldCallMethods)
        {
            _methods.Add(([], method()));
        }
    }
}
