using Temporalio.Converters;
using Wippy.Runtime;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Modules;

/// <summary>Arguments of a call that leaves the instance, encoded at the moment of the call: later changes of a table do not reach the callee.</summary>
internal static class CallArguments
{
    /// <summary>One payload per argument. False with an error of kind Invalid when a value cannot be encoded.</summary>
    public static bool TryEncode(LuaValues values, out object?[] arguments, out LuaValues failure)
    {
        arguments = new object?[values.Count];
        failure = default;
        for (var index = 0; index < values.Count; index++)
        {
            if (!LuaPayloads.TryEncode(values[index], out var payload, out var reason))
            {
                failure = LuaError.Fail(LuaError.Invalid, $"failed to encode argument {index + 1}: {reason}");
                return false;
            }

            arguments[index] = new RawValue(payload!);
        }

        return true;
    }
}
