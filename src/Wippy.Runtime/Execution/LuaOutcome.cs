namespace Wippy.Runtime;

/// <summary>How an entry function ended (spec/lua.md section 7, Result of an entry function).</summary>
public sealed class LuaOutcome
{
    private LuaOutcome(LuaValue value, LuaError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The result; nil after a failure.</summary>
    public LuaValue Value { get; }

    /// <summary>The failure, null after a success.</summary>
    public LuaError? Error { get; }

    /// <summary>The outcome of a function that returned. Values are deep copies, because they leave the instance.</summary>
    public static LuaOutcome FromResults(LuaValues results)
    {
        if (results.Second.TryGetString(out var text))
        {
            return new(default, new LuaError(LuaError.Internal, text) { Retryable = false });
        }

        if (results.Second.TryGetUserdata<LuaError>(out var error))
        {
            return new(default, Leave(error));
        }

        try
        {
            return new(LuaCopy.Copy(results.First), null);
        }
        catch (LuaException exception)
        {
            return FromException(exception);
        }
    }

    /// <summary>The outcome of a function that raised.</summary>
    public static LuaOutcome FromException(LuaException exception) =>
        exception.Value.TryGetUserdata<LuaError>(out var error)
            ? new(default, Leave(error))
            : new(default, new LuaError(LuaError.Internal, LuaOperators.ToLuaString(exception.Value)) { Position = exception.Position });

    /// <summary>The error as the caller sees it: an empty kind becomes Internal, details are a copy.</summary>
    private static LuaError Leave(LuaError error) =>
        new(error.Kind.Length == 0 ? LuaError.Internal : error.Kind, error.MessageBytes)
        {
            Retryable = error.Retryable,
            Details = error.Details is null ? null : LuaCopy.Copy(error.Details).AsTable(),
            Contexts = error.Contexts,
            Inner = error.Inner,
            Position = error.Position,
        };
}
