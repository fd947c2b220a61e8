using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>Functions of the original that are not built yet: calling one raises an error that names it.</summary>
internal static class Unsupported
{
    public static LuaFunction Function(string name) => new LuaFunctionN(name, _ => throw new LuaException($"{name} is not supported yet"));
}
