using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Functions at the place of an expression that hold only variables which nobody else assigns. They are closed over by value: the body is a method that takes
/// the variables behind the parameters (lambda lifting), and the function value an object with the variables as fields. When it assigns some itself, it takes
/// the object too.
/// </content>
internal sealed partial class ChunkLowering
{
    // The parameter for the object.
    private const string Holder = "holder";

    private readonly List<CsClosure> _closures = [];
    private readonly Dictionary<FunctionSymbol, CsClosure> _closureOf = [];
    private int _closureNames;

    private CsNew Closure(FunctionSymbol function, int line)
    {
        // A function without variables of its own surroundings may stand in two methods, and one with a typed copy chooses by itself wherever it stands.
        var general = function.General ?? function;
        if (!_closureOf.TryGetValue(general, out var closure))
        {
            closure = LowerClosure(general, line);
            _closureOf.Add(general, closure);
            _closures.Add(closure);
        }

        var arguments = new List<CsExpression> { new CsAtom("this", CsType.Other, true) };
        var held = function.Held;
        for (var i = 0; i < held.Count; i++)
        {
            arguments.Add(Coerce(Variable(held[i]), CsTypeOf(general.Held[i])));
        }

        return new CsNew(CsType.Function, closure.Name, arguments);
    }

    // Lets those who know the class of a value call a body with its own types.
    private static void UseDirectly(CsClosure closure, FunctionSymbol body) =>
        closure.Direct ??= (TypeName(ResultTypeOf(body)), body.Parameters.ConvertAll(p => TypeName(CsTypeOf(p))), body.CsName);

    private CsClosure LowerClosure(FunctionSymbol function, int line)
    {
        var name = NextClosureName();
        function.CsClassName = name;
        function.CsName = name + "_body";
        var bound = _bound;
        if (function.TypedCopy is { } copy)
        {
            _bound = _general;
            function.CsGeneralName = copy.IsUnguarded ? string.Empty : name + "_general";
            copy.CsName = copy.IsUnguarded ? function.CsName : name + "_typed";
            copy.CsResumeName = name + "_resume";
        }

        if (function.IsResumable)
        {
            function.CsResumeName = name + "_resume";
        }

        LowerMethods(function, line);
        _bound = bound;
        return NewClosure(function, name);
    }

    private string NextClosureName() => "closure_" + CSharpText.Number(++_closureNames);

    // The class of the values of a function whose body is a method.
    private static CsClosure NewClosure(FunctionSymbol function, string name)
    {
        var type = function.Shape switch
        {
            _ when function.IsResumable => "protected override LuaResult Begin",
            ResultShape.Single => "public override LuaValue Call",
            ResultShape.Open => "protected override LuaResult CallTail",
            _ => "public override LuaValues CallAll",
        };
        var held = function.Held.ConvertAll(local => (TypeName(CsTypeOf(local)), local.CsName, local.Keeper == function));
        var closure = new CsClosure(
            name, ClassOf(function).Replace("Function", "Closure"), Quoted(function.Name).Text, held, type, function.Parameters.Count, function.CsName)
        {
            IsOrder = function.IsOrder,
        };
        if (function is { IsOrder: true, ErrorExit: ErrorExit.Exception, TypedCopy: { } typed } && typed.HeldTypes.TrueForAll(static t => t == LuaTypes.None)
            && typed.Parameters.TrueForAll(static p => CsTypeOf(p) == CsType.Table) && ResultTypeOf(typed) == CsType.Bool)
        {
            UseDirectly(closure, typed);
        }

        return closure;
    }
}
