namespace Wippy.Runtime.Libraries;

/// <summary>Builds the frozen table of a module.</summary>
internal static class LibraryTable
{
    public static LuaTable Create(params LuaFunction[] functions) => Fill(functions).Freeze();

    /// <summary>A table that is not frozen yet, so that constants can be added.</summary>
    public static LuaTable Fill(params LuaFunction[] functions)
    {
        var table = new LuaTable(0, functions.Length);
        foreach (var function in functions)
        {
            table[function.Name] = function;
        }

        return table;
    }
}
