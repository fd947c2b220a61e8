using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <content>Types as values.</content>
internal sealed partial class ChunkLowering
{
    /// <summary>The type that a name stands for (spec/lua.md section 10); null when it is an ordinary global.</summary>
    private CsExpression? TypeValue(NameExpressionSyntax name)
    {
        if (_bound.TypeValues.TryGetValue(name, out var symbol))
        {
            return new CsAtom(_types.NameOf(symbol), CsType.Function, true);
        }

        if (_bound.StaticTypes.TryGetValue(name, out var typeOf))
        {
            return new CsAtom(_types.Typeof(typeOf), CsType.Function, true);
        }

        if (TypeLowering.BuiltInValueOf(name.Name) is not { } builtIn || _bound.AssignedGlobals.Contains(name.Name) || IsBound(name.Name))
        {
            return null;
        }

        var type = new CsAtom(builtIn, CsType.Function, true);
        return _bound.MayBeAssigned(name.Name)
            ? new CsCall(CsType.Value, new CsAtom("LuaTypeValue", CsType.Other), "OrGlobal", type, Global(name.Name, name.Span.Start))
            : type;
    }

    // An import or a module of that name.
    private bool IsBound(string name)
    {
        foreach (var import in _bound.Input.Imports)
        {
            if (import.Alias == name)
            {
                return true;
            }
        }

        foreach (var module in _bound.Input.Modules)
        {
            if (module.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
