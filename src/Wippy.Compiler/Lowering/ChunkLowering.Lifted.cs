using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Lowering;

/// <content>Functions inside functions that are methods: the variables around that they use are further parameters, some of them by reference.</content>
internal sealed partial class ChunkLowering
{
    private readonly HashSet<FunctionSymbol> _loweredFunctions = [];

    // The function around may stand in several methods; its methods are the same for all.
    private void LowerLifted(FunctionSymbol function, int line)
    {
        if (_loweredFunctions.Add(function))
        {
            var bound = _bound;
            _bound = _general;
            LowerMethod(function, line);
            _bound = bound;
        }
    }

    private static bool IsReference(FunctionSymbol function, LocalSymbol held) => function.IsLifted && held.IsByReference && held.Owner != function;

    private static (string TypeName, string Name) HeldParameter(FunctionSymbol function, LocalSymbol held) =>
        ((IsReference(function, held) ? "ref " : string.Empty) + TypeName(CsTypeOf(held)), held.CsName);

    private static CsAtom Reference(LocalSymbol local) => new("ref " + local.CsName, CsType.Other, true);

    // Adds what a lifted function takes behind its arguments: the variables are those where it is called, their types those of the method that is called.
    private void AddHeld(List<CsExpression> arguments, FunctionSymbol target, FunctionSymbol method)
    {
        if (!target.IsLifted)
        {
            return;
        }

        var types = method.Held;
        var held = target.Held;
        for (var i = 0; i < held.Count; i++)
        {
            arguments.Add(held[i].IsByReference ? Reference(held[i]) : Coerce(Variable(held[i]), CsTypeOf(types[i])));
        }
    }
}
