using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <content>Errors that are raised here, and those that are given back (<see cref="ErrorExit"/>).</content>
internal sealed partial class ChunkLowering
{
    // A call of error as a statement ends the function.
    private void LowerError(CallExpressionSyntax call, int line)
    {
        if (_frame.Function.ErrorExit == ErrorExit.Exception)
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
        var givesBack = _frame.Function.ErrorExit != ErrorExit.Exception;
        if (givesBack && ErrorAnalysis.IsError(_bound, call))
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
            return givesBack ? Results(new CsFallible(new CsCall(CsType.Values, Lua, "Assert", LowerList(call.Arguments), at)), use) : null;
        }

        var arguments = new List<CsExpression>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add(AsValue(Lower(argument)));
        }

        arguments.Add(at);
        return new CsFallible(new CsCall(CsType.Value, Lua, "Assert", arguments.ToArray()));
    }

    private CsExpression[] ErrorArguments(CallExpressionSyntax call) =>
        call.Arguments.Count == 2 && call.Arguments[1] is NumberLiteralSyntax { IntegerValue: 0 }
            ? [Lower(call.Arguments[0]), At(call.Span.Start), Integer(0)]
            : [Lower(call.Arguments[0]), At(call.Span.Start)];

    // What a function gives whose error is the failure of the state.
    private static CsExpression? FailedResult(FunctionSymbol function) => function switch
    {
        { ErrorExit: ErrorExit.Result } => new CsCall(CsType.Result, Lua, "FailedResult"),
        { Shape: ResultShape.Void } => null,
        _ => new CsAtom(ResultTypeOf(function) is CsType.String or CsType.Table ? "default!" : "default", CsType.Other),
    };

    // A call of the body of a known function. Whoever does not give a failure on must not use it without this.
    private static CsExpression Fallible(FunctionSymbol function, CsCall call) =>
        function.ErrorExit == ErrorExit.Failure ? new CsFallible(call) : call;

    // The statements of a body, with errors given back.
    private List<CsStatement> WithChecks(FunctionSymbol function, List<CsStatement> body) =>
        function.ErrorExit == ErrorExit.Exception ? body : FailureChecks.Add(body, FailedResult(function), function.ErrorExit == ErrorExit.Failure, NextTemporary);
}
