namespace Wippy.Runtime.Modules;

/// <summary>The <c>json</c> module (spec/modules.md section 7).</summary>
public static class JsonModule
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("encode", Encode),
        new LuaMultiFunctionN("decode", Decode),
        new LuaMultiFunctionN("validate", args => Validate(args[0], args[1])),
        new LuaMultiFunctionN("validate_string", ValidateString));

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

    private static LuaValues ValidateString(LuaValues args)
    {
        var decoded = Decode(args.From(1));
        return decoded.Second.IsNil ? Validate(args[0], decoded.First) : new LuaValues(false, decoded.Second);
    }

    private static LuaValues Validate(LuaValue schema, LuaValue data)
    {
        if (schema.IsNil)
        {
            return Invalid("schema is required");
        }

        if (data.IsNil)
        {
            return Invalid("data is required");
        }

        if (schema.TryGetString(out var text))
        {
            try
            {
                schema = LuaJson.Decode(text.Span);
            }
            catch (LuaJsonException exception)
            {
                return Invalid("invalid schema: " + exception.Message);
            }
        }

        if (JsonSchema.Compile(schema, out var problem) is not { } compiled)
        {
            return Invalid("invalid schema: " + problem);
        }

        return compiled.Validate(data) is { } violation ? Invalid(violation) : new LuaValues(true);
    }

    private static LuaValues Invalid(string message) => new(false, new LuaError(LuaError.Invalid, message) { Retryable = false });
}
