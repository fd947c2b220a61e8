using System;

namespace Wippy.Runtime;

/// <summary>
/// The types of the arguments that a function of the library takes, in the words of its messages: <c>"string, integer, string?"</c>; <c>value</c> is anything,
/// and <c>?</c> marks what may be nil. Who protects a call asks for them, so that a wrong argument becomes an error without an exception.
/// </summary>
internal sealed class LuaParameters
{
    private readonly (string Type, bool IsOptional)[] parameters;

    private LuaParameters((string Type, bool IsOptional)[] parameters) => this.parameters = parameters;

    /// <summary>The types that a text tells.</summary>
    public static LuaParameters Parse(string text) =>
        new(Array.ConvertAll(text.Split(", "), static type => (type.TrimEnd('?'), type.EndsWith('?'))));

    /// <summary>The error that a call would raise for the first argument of a wrong type; null if there is none.</summary>
    public LuaException? Reject(string function, ReadOnlySpan<LuaValue> arguments)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            var (type, isOptional) = parameters[i];
            var value = arguments.At(i + 1);
            if (!(isOptional && value.IsNil) && Reject(type, value, i + 1, function, i < arguments.Length) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static LuaException? Reject(string type, LuaValue value, int index, string function, bool present) => type switch
    {
        "value" => present ? null : LuaArguments.Bad(index, function, "value expected"),
        "integer" => LuaOperators.TryToInteger(value, out _) ? null : LuaArguments.NoInteger(value, index, function, present),
        "number" => LuaOperators.TryToNumber(value, out _) ? null : LuaArguments.BadType(value, index, function, type, present),
        "string" => value.IsString || value.IsNumber ? null : LuaArguments.BadType(value, index, function, type, present),

        // Some functions take what has metamethods, too.
        "table" => value.IsTable || (value.IsUserdata && !LuaOperators.GetMetamethod(value, LuaMetamethod.Index).IsNil) ? null
            : LuaArguments.BadType(value, index, function, type, present),
        _ => throw new ArgumentException("No type of arguments: " + type, nameof(type)),
    };
}
