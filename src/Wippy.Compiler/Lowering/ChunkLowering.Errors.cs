using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <content>Errors that are raised here, and those that are given back (<see cref="ErrorExit"/>).</content>
internal sealed partial class ChunkLowering
{
    private bool GivesErrorsBack => _frame.Function.ErrorExit != ErrorExit.Exception;

    // Whether an expression is a call of error that raises, or fails, in place.
    private bool IsError(ExpressionSyntax expression) =>
        ErrorAnalysis.IsError(_bound, expression) || (GivesErrorsBack && ErrorAnalysis.IsOtherError(_bound, expression));

    // A call of error as a statement ends the function.
    private void LowerError(CallExpressionSyntax call, int line)
    {
        if (!GivesErrorsBack)
        {
            _frame.Out.Add(new CsThrow(line, new CsCall(CsType.Other, Lua, "Error", ErrorArguments(call))));
            return;
        }

        _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Value, Lua, "Fail", ErrorArguments(call))));
        _frame.Out.Add(new CsReturn(line, FailedResult(_frame.Function)));
    }

    // Calls of error inside an expression, where errors are given back, and of assert.
    private CsExpression? LowerRaisingCall(CallExpressionSyntax call, CallUse use)
    {
        if (GivesErrorsBack && IsError(call))
        {
            return new CsFallible(new CsCall(CsType.Value, Lua, "Fail", ErrorArguments(call)));
        }

        if (!ErrorAnalysis.IsAssertion(_bound, call))
        {
            return null;
        }

        var at = At(call.ArgumentsSpan.Start);
        if (use is not (CallUse.First or CallUse.Statement) || IsOpen(call.Arguments[call.Arguments.Count - 1]))
        {
            return GivesErrorsBack ? Results(new CsFallible(new CsCall(CsType.Values, Lua, "Assert", LowerList(call.Arguments), at)), use) : null;
        }

        var arguments = new List<CsExpression>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add(AsValue(Lower(argument)));
        }

        arguments.Add(at);
        return new CsFallible(new CsCall(CsType.Value, Lua, "Assert", arguments.ToArray()));
    }

    private CsExpression[] ErrorArguments(CallExpressionSyntax call)
    {
        var isList = !ErrorAnalysis.IsError(_bound, call) && call.Arguments.Count == 1;
        var value = isList ? LowerMultiple(call.Arguments[0]) : Lower(call.Arguments[0]);
        var at = At(call.Span.Start);
        return (call.Arguments.Count == 2 ? ((NumberLiteralSyntax)call.Arguments[1]).IntegerValue : 1) switch
        {
            0 => [value, at, Integer(0)],
            1 => [value, at],
            var level => [value, at, new CsAtom(_frame.Callers!, CsType.Other, true), Integer(level)],
        };
    }

    // What a function gives whose error is the failure of the state.
    private static CsExpression? FailedResult(FunctionSymbol function) => function switch
    {
        { ErrorExit: ErrorExit.Result, IsAsync: true } => new CsCall(CsType.Values, Lua, "FailedValues"),
        { ErrorExit: ErrorExit.Result } => new CsCall(CsType.Result, Lua, "FailedResult"),
        { Shape: ResultShape.Void } => null,
        _ => new CsAtom(ResultTypeOf(function) is CsType.String or CsType.Table ? "default!" : "default", CsType.Other),
    };

    // A call of the body of a known function. Whoever does not give a failure on must not use it without this.
    private static CsExpression Fallible(FunctionSymbol function, CsCall call) =>
        function.ErrorExit == ErrorExit.Failure ? new CsFallible(call) : call;

    // The statements of a body, with errors given back.
    private List<CsStatement> WithChecks(FunctionSymbol function, List<CsStatement> body) =>
        function.ErrorExit == ErrorExit.Exception ? body : FailureChecks.Add(body, function, FailedResult(function), NextTemporary);

    // A call of a value that may give an error back.
    private static CsExpression CallOrFail(CsCall call, CallSite site) =>
        site is { MayGiveBack: true, Caller.ErrorExit: not ErrorExit.Exception } && FailingOperators.Of(call) is { } failing ? new CsFallible(failing) : call;
}
