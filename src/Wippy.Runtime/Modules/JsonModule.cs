namespace Wippy.Runtime.Modules;

/// <summary>The <c>json</c> module (spec/modules.md section 7).</summary>
public static class JsonModule
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("encode", Encode),
        new LuaMultiFunctionN("decode", Decode));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaValues Encode(LuaValues args)
    {
        try
        {
            return new LuaValues(LuaString.FromOwned(LuaJson.Encode(args[0])));
        }
        catch (LuaJsonException exception)
        {
            return LuaError.Fail(LuaError.Internal, exception.Message);
        }
    }

    private static LuaValues Decode(LuaValues args)
    {
        if (!args[0].TryGetString(out var text))
        {
            return LuaError.Fail(LuaError.Invalid, "string expected");
        }

        if (text.Length == 0)
        {
            return LuaError.Fail(LuaError.Invalid, "empty string");
        }

        try
        {
            return new LuaValues(LuaJson.Decode(text.Span));
        }
        catch (LuaJsonException exception)
        {
            return LuaError.Fail(LuaError.Internal, exception.Message);
        }
    }
}
