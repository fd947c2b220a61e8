using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Functions at the place of an expression that hold only variables which nobody assigns. They are closed over by value: the body is a method that takes
/// the variables behind the parameters (lambda lifting), and the function value an object with the variables as fields.
/// </content>
internal sealed partial class ChunkLowering
{
    private readonly List<CsClosure> _closures = [];
    private readonly Dictionary<FunctionSymbol, CsClosure> _closureOf = [];
    private int _closureNames;

    private static bool IsClosedByValue(FunctionSymbol function) =>
        function is { Placement: FunctionPlacement.Lambda, IsAsync: false, NeedsCallers: false } && !TakesList(function)
        && function.Upvalues.TrueForAll(static v => v.IsField || (v.KnownFunction is { } known ? known.Placement == FunctionPlacement.Method : v.Writes == 0));

    private CsNew Closure(FunctionSymbol function, int line)
    {
        // A function without variables of its own surroundings may stand in two methods.
        if (!_closureOf.TryGetValue(function, out var closure))
        {
            closure = LowerClosure(function, line);
            _closureOf.Add(function, closure);
            _closures.Add(closure);
        }

        var held = new List<CsExpression> { new CsAtom("this", CsType.Other, true) };
        foreach (var local in HeldBy(function))
        {
            held.Add(Variable(local));
        }

        return new CsNew(CsType.Function, closure.Name, held);
    }

    private CsClosure LowerClosure(FunctionSymbol function, int line)
    {
        var name = "closure_" + CSharpText.Number(++_closureNames);
        var body = name + "_body";
        var held = HeldBy(function).ConvertAll(local => (TypeName(CsTypeOf(local)), local.CsName));
        var outer = _frame;
        _frame = new Frame(function, new Counter());
        var index = _methods.Count;
        _methods.Add(default);
        var method = LowerDirect(function, Inlined, line);
        _methods[index] = ([], method with { Name = body, Parameters = [.. method.Parameters, .. held] });
        _frame = outer;
        var type = function.Shape switch
        {
            ResultShape.Single => "public override LuaValue Call",
            ResultShape.Open => "protected override LuaResult CallTail",
            _ => "public override LuaValues CallAll",
        };
        return new CsClosure(
            name, ClassOf(function).Replace("Function", "Closure"), Quoted(function.Name).Text, held, type, function.Parameters.Count, body);
    }

    // The variables that are not fields of the class of the chunk.
    private static List<LocalSymbol> HeldBy(FunctionSymbol function) =>
        function.Upvalues.FindAll(static v => !v.IsField && v.KnownFunction is null);
}
