using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Functions.</content>
internal sealed partial class ChunkLowering
{
    private const string MethodImplementation =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.";

    // Rarely called: within the method that it takes over from it would only take registers from it.
    private const string Apart = MethodImplementation + "NoInlining)] private";

    private readonly Dictionary<LocalSymbol, string> _parameterNames = [];
    private readonly Dictionary<FunctionSymbol, string> _startLabels = [];
    private readonly HashSet<FunctionSymbol> _usedValues = [];
    private readonly Dictionary<FunctionSymbol, string> _sharedFunctions = [];

    // In functions that jump to their start, parameters that closures hold are copied into fresh variables on each pass.
    private string ParameterName(LocalSymbol parameter) =>
        _parameterNames.TryGetValue(parameter, out var name) ? name : parameter.CsName;

    private string StartLabel(FunctionSymbol function) => _startLabels[function];

    private static string ReturnTypeName(FunctionSymbol function) =>
        function is { IsAsync: true, IsResumable: false } ? $"LuaTask<{TypeName(ResultTypeOf(function))}>" : TypeName(ResultTypeOf(function));

    /// <summary>Declares a function that a local holds for good.</summary>
    private void DeclareFunction(LocalSymbol local, int line)
    {
        var function = local.KnownFunction;
        if (function is null)
        {
            // The name is assigned again later: an ordinary variable, visible inside the function.
            var body = ((LocalFunctionStatementSyntax?)FindDeclaration(local))!.Body;
            if (!local.IsField)
            {
                _frame.Out.Add(new CsDeclare(line, "LuaValue", local.CsName, Nil));
            }

            _frame.Out.Add(new CsEvaluate(line, new CsAssign(Variable(local), FunctionValue(_bound.FunctionOf[body], body))));
            return;
        }

        if (function.Placement == FunctionPlacement.Lambda)
        {
            _frame.Out.Add(new CsDeclare(line, "LuaFunction", function.CsValueName, FunctionValue(function, function.Body!)));
            return;
        }

        if (function.IsLifted)
        {
            LowerLifted(function.General ?? function, line);
        }
        else if (function.Placement == FunctionPlacement.Method)
        {
            LowerMethod(function, line);
        }
        else
        {
            var declaration = LowerDirect(function, string.Empty, line);
            if (_usedValues.Contains(function))
            {
                // Its own body uses the value, which C# wants declared before.
                _frame.Out.Add(new CsDeclare(line, "LuaFunction", function.CsValueName, new CsAtom("null!", CsType.Function)));
            }

            _frame.Out.Add(declaration);
        }

        if (function.IsUsedAsValue)
        {
            CsExpression value = MethodObject(function);
            value = function.IsShared ? Shared(function, value) : value;
            _frame.Out.Add(function.Placement == FunctionPlacement.Method || _usedValues.Contains(function)
                ? new CsEvaluate(line, new CsAssign(new CsAtom(function.CsValueName, CsType.Function), value))
                : new CsDeclare(line, "LuaFunction", function.CsValueName, value));
        }
    }

    private StatementSyntax? FindDeclaration(LocalSymbol local)
    {
        foreach (var pair in _bound.Scopes)
        {
            if (pair.Value != local.Scope)
            {
                continue;
            }

            foreach (var statement in pair.Key.Statements)
            {
                if (statement is LocalFunctionStatementSyntax function && function.Name == local.Declaration)
                {
                    return statement;
                }
            }
        }

        return null;
    }

    /// <summary>The value of a function expression.</summary>
    private CsExpression FunctionValue(FunctionSymbol function, FunctionBodySyntax body)
    {
        if (function.Placement == FunctionPlacement.Method)
        {
            LowerMethod(function, LineOf(body));
            return Stored(function, MethodObject(function));
        }

        CsExpression value = function.IsClosedByValue
            ? Closure(function, LineOf(body))
            : new CsNew(CsType.Function, ClassOf(function), [Quoted(function.Name), LowerLambda(function)]);
        return function.IsShared ? Shared(function, value) : value;
    }

    /// <summary>The one value of a function that is the same wherever it is evaluated: made when it is needed first.</summary>
    private CsBinary Shared(FunctionSymbol function, CsExpression value)
    {
        var general = function.General ?? function;
        if (!_sharedFunctions.TryGetValue(general, out var name))
        {
            name = "shared_" + CSharpText.Number(_sharedFunctions.Count + 1);
            _sharedFunctions.Add(general, name);
            _fields.Add(("LuaFunction?", name, null));
        }

        return new CsBinary(CsType.Function, "??=", new CsAtom(name, CsType.Function), value);
    }

    private static CsAtom Quoted(string text) => new(CSharpText.Quote(text), CsType.Other, true);

    private static string ClassOf(FunctionSymbol function)
    {
        if (function is { IsAsync: true, IsResumable: false, MayReturnTailCall: true })
        {
            return "LuaAsyncTailFunction";
        }

        var kind = function.IsResumable ? "LuaResumableFunction" : function.IsAsync ? "LuaAsyncFunction" : function.IsProtected ? "LuaOpenFunction" : function.Shape switch
        {
            ResultShape.Single => "LuaFunction",
            ResultShape.Open => "LuaOpenFunction",
            _ => "LuaMultiFunction",
        };
        return kind + (function.TakesList ? "N" : CSharpText.Number(function.Parameters.Count));
    }

    // The function object around a method or local function: an object of a class of its own for an order.
    private CsNew MethodObject(FunctionSymbol function)
    {
        if (function is not { Placement: FunctionPlacement.Method, IsOrder: true, IsProtected: false, Shape: ResultShape.Single, ErrorExit: ErrorExit.Exception })
        {
            return FunctionObject(function);
        }

        var closure = NewClosure(function, NextClosureName());
        _closures.Add(closure);
        return new CsNew(CsType.Function, closure.Name, [new CsAtom("this", CsType.Other, true)]);
    }

    // The function object around a method or local function: one with a delegate.
    private static CsNew FunctionObject(FunctionSymbol function)
    {
        var direct = !function.TakesList || (function.HasVararg && function.Parameters.Count == 0);
        if (direct && function.ErrorExit != ErrorExit.Failure && (function.IsAsync || ResultTypeOf(function) is CsType.Value or CsType.Values or CsType.Result))
        {
            return new CsNew(CsType.Function, ClassOf(function), [Quoted(function.Name), new CsAtom(function.CsName, CsType.Other)]);
        }

        var parameters = new List<string>();
        var arguments = new List<CsExpression>();
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            if (function.TakesList)
            {
                arguments.Add(new CsElement(CsType.Value, new CsAtom("args", CsType.Values), Integer(i)));
            }
            else
            {
                parameters.Add("a" + CSharpText.Number(i));
                arguments.Add(new CsAtom("a" + CSharpText.Number(i), CsType.Value));
            }
        }

        if (function.TakesList)
        {
            parameters.Add("args");
        }

        if (function.HasVararg)
        {
            arguments.Add(new CsCall(CsType.Values, new CsAtom("args", CsType.Values), "From", Integer(function.Parameters.Count)));
        }

        var call = new CsCall(ResultTypeOf(function), null, function.CsName, arguments.ToArray());
        return new CsNew(CsType.Function, ClassOf(function), [Quoted(function.Name), FunctionBody(function, call, parameters)]);
    }

    // The delegate of a function object. What it gives back has no failure beside it.
    private static CsLambda FunctionBody(FunctionSymbol function, CsCall call, List<string> parameters)
    {
        var isProtected = function is { IsProtected: true, ErrorExit: ErrorExit.Failure };
        if (function.Shape == ResultShape.Void && !function.IsAsync)
        {
            CsExpression nothing = isProtected ? new CsCall(CsType.Result, Lua, "Ended", new CsAtom("LuaResult.None", CsType.Result)) : new CsAtom("LuaValues.Empty", CsType.Values);
            return new CsLambda(parameters, false, null, new CsBlock(0, [new CsEvaluate(0, isProtected ? call : Fallible(function, call)), new CsReturn(0, nothing)]));
        }

        return new CsLambda(
            parameters, false, isProtected ? new CsCall(CsType.Result, Lua, "Ended", Coerce(call, CsType.Result)) : Fallible(function, call), null);
    }

    private void LowerMethod(FunctionSymbol function, int line)
    {
        // Comments before the statement have already gone to the statements; those belong to the method.
        var comments = new List<CsComment>();
        while (_frame.Out.Count > 0 && _frame.Out[_frame.Out.Count - 1] is CsComment comment)
        {
            comments.Insert(0, comment);
            _frame.Out.RemoveAt(_frame.Out.Count - 1);
        }

        var (around, next) = (_comments, _nextComment);
        if (function.Body is { IsLoop: true })
        {
            _comments = _bound.Input.Options.KeepComments ? _bound.Input.Tree.Chunk.Comments.Where(c => Holds(function, c)).ToEquatableArray() : around;
            _nextComment = 0;
        }

        var index = _methods.Count;
        LowerMethods(function, line);
        if (function.Body is { IsLoop: true })
        {
            (_comments, _nextComment) = (around, next);
        }

        _methods[index] = (comments, _methods[index].Method);
    }

    // The method that callers know, and those that only it calls.
    private void LowerMethods(FunctionSymbol function, int line)
    {
        var outer = _frame;
        _frame = new Frame(function, new Counter());
        if (function.TypedCopy is not { IsUnguarded: true })
        {
            var modifiers = ModifiersOf(function);
            if (function.TypedCopy is { } guarded)
            {
                _methods.Add(([], LowerEntry(function, guarded, modifiers, line)));
                modifiers = "private";
            }

            var body = _methods.Count;
            _methods.Add(default);
            _methods[body] = ([], LowerDirect(function, modifiers, line));
            LowerNested(function, line);
        }

        if (function.TypedCopy is { } copy)
        {
            LowerCopy(function, copy, line);
        }

        _frame = outer;
    }

    // The object of a closure has one call of the body.
    private static string ModifiersOf(FunctionSymbol function) => function.Placement == FunctionPlacement.Lambda ? Inlined : "private";

    private void LowerNested(FunctionSymbol function, int line)
    {
        if (function.CsNestedName.Length > 0)
        {
            _frame = new Frame(function, new Counter()) { IsNested = true };
            _methods.Add(([], LowerDirect(function, Inlined, line)));
        }
    }

    // The method that all callers know: the typed copy when all arguments are what it takes, or else the general method. The body is not in it, so
    // that only the one of the two that runs is ever optimised.
    private CsFunction LowerEntry(FunctionSymbol function, FunctionSymbol copy, string modifiers, int line)
    {
        CsExpression? condition = null;
        var parameters = new List<(string TypeName, string Name)>();
        var arguments = new List<CsExpression>();
        var converted = new List<CsExpression>();
        void Add(string name, LocalSymbol parameter, LocalSymbol typed, LuaTypes expected)
        {
            var type = CsTypeOf(parameter);
            var argument = new CsAtom(name, type);
            parameters.Add((TypeName(type), argument.Text));
            arguments.Add(argument);
            converted.Add(Coerce(argument, CsTypeOf(typed)));
            if (expected != LuaTypes.None)
            {
                var test = new CsMember(CsType.Bool, argument, TestOf(expected));
                condition = condition is null ? test : new CsBinary(CsType.Bool, "&&", condition, test);
            }
        }

        for (var i = 0; i < copy.Parameters.Count; i++)
        {
            Add(ParameterName(function.Parameters[i]), function.Parameters[i], copy.Parameters[i], copy.Parameters[i].Guess);
        }

        var held = function.Held;
        for (var i = 0; i < held.Count; i++)
        {
            if (IsReference(function, held[i]))
            {
                parameters.Add(HeldParameter(function, held[i]));
                arguments.Add(Reference(held[i]));
                converted.Add(Reference(held[i]));
            }
            else
            {
                Add(held[i].CsName, held[i], copy.Held[i], copy.HeldTypes[i]);
            }
        }

        var typed = new CsCall(ResultTypeOf(copy), null, copy.CsName, converted.ToArray());
        var general = new CsCall(ResultTypeOf(function), null, function.CsGeneralName, arguments.ToArray());
        List<CsStatement> body = function.Shape == ResultShape.Void
            ? [new CsIf(line, condition!, new CsBlock(0, [new CsEvaluate(line, typed)]), new CsBlock(0, [new CsEvaluate(line, general)]))]
            : [new CsReturn(line, new CsConditional(ResultTypeOf(function), condition!, Coerce(typed, ResultTypeOf(function)), general))];
        return new CsFunction(line, modifiers, ReturnTypeName(function), function.CsName, parameters, new CsBlock(0, body) { EndLine = EndLine(function) });
    }

    /// <summary>A method or local function with the exact parameters.</summary>
    private CsFunction LowerDirect(FunctionSymbol function, string modifiers, int line)
    {
        var outer = _frame;
        _frame = new Frame(function, outer.Temporaries) { Exits = outer.Function == function ? outer.Exits : null, IsNested = outer.IsNested };
        PrepareParameters(function);
        var parameters = new List<(string TypeName, string Name)>();
        foreach (var parameter in function.Parameters)
        {
            parameters.Add((TypeName(CsTypeOf(parameter)), ParameterName(parameter)));
        }

        if (function.HasVararg)
        {
            parameters.Add(("LuaValues", "varargs"));
        }

        foreach (var local in function.Held)
        {
            if (local.Keeper != function)
            {
                parameters.Add(HeldParameter(function, local));
            }
        }

        if (function.Kept.Count > 0)
        {
            parameters.Add((function.CsClassName, Holder));
        }

        var body = new List<CsStatement>();
        _frame.Out = body;
        AddExitCheck(function, line);
        var check = function.IsRecursive && (function.IsResumable || !function.IsAsync) && !_frame.IsNested ? StackCheck(function, line) : null;
        if (function.IsResumable)
        {
            body = LowerResumable(function, parameters, check is null ? body : [.. body, check]);
        }
        else
        {
            var start = body.Count;
            LowerBody(function);
            if (check is not null)
            {
                // What ends without a call needs no room for one.
                body.Insert(start + body.Skip(start).TakeWhile(CsTree.IsSimpleEnd).Count(), check);
            }

            if (modifiers == "private" && check is null && function.Parameters.TrueForAll(p => CsTypeOf(p) is CsType.Long or CsType.Double) && CsTree.IsFormula(body))
            {
                modifiers = Inlined;
            }

            body = WithChecks(function, body);
        }

        _frame = outer;
        if (function is { IsAsync: true, IsResumable: false })
        {
            modifiers = (modifiers + " async").TrimStart();
        }

        var name = outer.IsNested ? function.CsNestedName : function.CsGeneralName.Length > 0 ? function.CsGeneralName : function.CsName;
        return new CsFunction(line, modifiers, ReturnTypeName(function), name, parameters, new CsBlock(0, body) { EndLine = EndLine(function) });
    }

    // The plain body, behind what stands at its start; the method that goes on from it stands beside it, or inside where it shares variables with functions around it.
    private List<CsStatement> LowerResumable(FunctionSymbol function, List<(string TypeName, string Name)> parameters, List<CsStatement> start)
    {
        var body = new List<CsStatement>();
        _frame.Out = body;
        LowerBody(function);
        var isMethod = function.CsResumeName.Length > 0;
        var (plain, rest) = ResumableBody.Make(
            function, body, parameters, isMethod ? Apart : string.Empty, isMethod ? function.CsResumeName : NextTemporary(), NextTemporary);
        rest = rest with { Body = rest.Body with { EndLine = EndLine(function) } };
        if (!isMethod)
        {
            // In a block: C# lets no label stand in both.
            return [.. start, new CsBlock(0, plain), rest];
        }

        _methods.Add(([], rest));
        return [.. start, .. plain];
    }

    private CsLambda LowerLambda(FunctionSymbol function)
    {
        var outer = _frame;
        _frame = new Frame(function, outer.Temporaries);
        PrepareParameters(function);
        var body = new List<CsStatement>();
        _frame.Out = body;
        var names = new List<string>();
        if (!function.TakesList)
        {
            foreach (var parameter in function.Parameters)
            {
                names.Add(ParameterName(parameter));
            }
        }
        else if (function.Parameters.Count == 0)
        {
            names.Add("varargs");
        }
        else
        {
            names.Add("args");
            for (var i = 0; i < function.Parameters.Count; i++)
            {
                body.Add(new CsDeclare(
                    0, "LuaValue", ParameterName(function.Parameters[i]), new CsElement(CsType.Value, new CsAtom("args", CsType.Values), Integer(i))));
            }

            if (function.HasVararg)
            {
                body.Add(new CsDeclare(
                    0, "LuaValues", "varargs", new CsCall(CsType.Values, new CsAtom("args", CsType.Values), "From", Integer(function.Parameters.Count))));
            }
        }

        if (function.IsResumable)
        {
            var parameters = body.Count == 0 && function.TakesList ? [("LuaValues", "varargs")]
                : body.Count > 0 ? body.ConvertAll(static s => (((CsDeclare)s).TypeName, ((CsDeclare)s).Name))
                : names.ConvertAll(static n => ("LuaValue", n));
            body = LowerResumable(function, parameters, body);
        }
        else
        {
            LowerBody(function);
            body = WithChecks(function, body);
        }

        _frame = outer;
        return new CsLambda(names, function is { IsAsync: true, IsResumable: false }, null, new CsBlock(0, body) { EndLine = EndLine(function) });
    }

    private void PrepareParameters(FunctionSymbol function)
    {
        if (!function.HasSelfTailCall)
        {
            return;
        }

        _startLabels[function] = _frame.Temporaries.NewLabel("start");
        foreach (var parameter in function.Parameters)
        {
            if (parameter.IsCaptured)
            {
                _parameterNames[parameter] = NextTemporary();
            }
        }
    }

    private void KeepCallers(FunctionSymbol function)
    {
        if (function.NeedsCallers)
        {
            _frame.Callers = NextTemporary();
            _frame.Out.Add(new CsDeclare(0, "LuaCallers", _frame.Callers, new CsCall(CsType.Other, Lua, "EnterFunction")));
        }
    }

    private void LowerBody(FunctionSymbol function)
    {
        KeepCallers(function);
        if (function.HasSelfTailCall)
        {
            _frame.Out.Add(new CsLabel(0, StartLabel(function)));
            var pass = new List<CsStatement>();
            _frame.Out.Add(new CsBlock(0, pass));
            _frame.Out = pass;
            foreach (var parameter in function.Parameters)
            {
                if (parameter.IsCaptured)
                {
                    var type = CsTypeOf(parameter);
                    pass.Add(new CsDeclare(0, TypeName(type), parameter.CsName, new CsAtom(ParameterName(parameter), type)));
                }
            }
        }

        LowerStatements(function.Block);
        AddComments(function.Body!.EndSpan.Start);
        AddEnd(function);
    }

    private int EndLine(FunctionSymbol function) => LineOf(function.Body!.EndSpan.Start);

    // What happens when control reaches the end of a function.
    private void AddEnd(FunctionSymbol function)
    {
        var line = function.Body is null ? 0 : EndLine(function);
        if (_frame.Out.Count > 0 && _frame.Out[_frame.Out.Count - 1] is CsReturn or CsThrow)
        {
            return;
        }

        switch (function.Shape)
        {
            case ResultShape.Void:
                break;
            case ResultShape.Single:
                _frame.Out.Add(new CsReturn(line, new CsAtom(ResultTypeOf(function) is CsType.String or CsType.Table ? "default!" : "default", CsType.Other)));
                break;
            case ResultShape.Open:
                _frame.Out.Add(new CsReturn(line, new CsAtom("LuaResult.None", CsType.Result)));
                break;
            default:
                _frame.Out.Add(new CsReturn(line, new CsAtom("LuaValues.Empty", CsType.Values)));
                break;
        }
    }
}
