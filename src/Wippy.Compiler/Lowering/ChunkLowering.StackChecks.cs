using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;

namespace Wippy.Compiler.Lowering;

/// <content>Deep recursion goes on on a big stack (design section 4, "Depth").</content>
internal sealed partial class ChunkLowering
{
    // The parameters are handed over, not captured: a captured one would be on the heap in every call. Those by reference are variables of the call on the big
    // stack, which come back with its result: nobody goes on with them when it raises an error.
    private CsIf StackCheck(FunctionSymbol function, int line)
    {
        var state = new List<(string Name, CsType Type, bool IsReference)>();
        var isMethod = function.Placement == FunctionPlacement.Method;
        if (isMethod)
        {
            state.Add(("this", CsType.Other, false));
        }

        foreach (var parameter in function.Parameters)
        {
            state.Add((ParameterName(parameter), CsTypeOf(parameter), false));
        }

        if (function.HasVararg)
        {
            state.Add(("varargs", CsType.Values, false));
        }

        foreach (var held in function.Held)
        {
            state.Add((held.CsName, CsTypeOf(held), IsReference(function, held)));
        }

        var name = NextTemporary();
        string Part(string whole, int i) => state.Count == 1 ? whole : $"{whole}.Item{CSharpText.Number(i + 1)}";
        var arguments = new List<CsExpression>();
        for (var i = isMethod ? 1 : 0; i < state.Count; i++)
        {
            arguments.Add(state[i].IsReference ? new CsAtom("ref " + Part(name, i), CsType.Other) : new CsAtom(Part(name, i), state[i].Type));
        }

        var isVoid = function.Shape == ResultShape.Void;
        var result = isVoid ? CsType.Void : ResultTypeOf(function);
        var call = new CsCall(ResultTypeOf(function), isMethod ? new CsAtom(Part(name, 0), CsType.Other) : null, function.CsName, arguments.ToArray());
        var handed = state.Count switch
        {
            0 => "0",
            1 => state[0].Name,
            _ => "(" + string.Join(", ", state.ConvertAll(static s => s.Name)) + ")",
        };
        CsCall Run(CsType type, CsExpression? expression, CsBlock? body) =>
            new(type, new CsAtom("LuaStack", CsType.Other), "Run", new CsAtom(handed, CsType.Other), new CsLambda([name], false, expression, body) { IsStatic = isMethod });
        var statements = new List<CsStatement>();
        if (state.Exists(static s => s.IsReference))
        {
            var given = NextTemporary();
            var back = NextTemporary();
            List<CsStatement> body = isVoid
                ? [new CsEvaluate(line, call), new CsReturn(line, new CsAtom(name, CsType.Other))]
                : [new CsDeclare(line, "var", given, call), new CsReturn(line, new CsAtom($"({name}, {given})", CsType.Other))];
            statements.Add(new CsDeclare(line, "var", back, Run(CsType.Other, null, new CsBlock(0, body))));
            for (var i = 0; i < state.Count; i++)
            {
                if (state[i].IsReference)
                {
                    statements.Add(new CsEvaluate(
                        line, new CsAssign(new CsAtom(state[i].Name, state[i].Type), new CsAtom(Part(isVoid ? back : back + ".Item1", i), state[i].Type))));
                }
            }

            statements.Add(new CsReturn(line, isVoid ? null : new CsAtom(back + ".Item2", result)));
        }
        else if (isVoid)
        {
            statements.Add(new CsEvaluate(line, Run(result, null, new CsBlock(0, [new CsEvaluate(line, call), new CsReturn(line, Integer(0))]))));
            statements.Add(new CsReturn(line, null));
        }
        else
        {
            statements.Add(new CsReturn(line, Run(result, call, null)));
        }

        return new CsIf(line, new CsMember(CsType.Bool, Lua, "IsStackLow"), new CsBlock(0, statements), null);
    }
}
