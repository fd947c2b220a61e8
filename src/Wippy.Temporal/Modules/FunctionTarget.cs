using System;
using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>The id of a callee as Lua wrote it, checked (spec/modules.md section 5).</summary>
internal static class FunctionTarget
{
    /// <summary>The error of a malformed id, null for a good one.</summary>
    public static LuaError? Check(string target, string noun)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        var message = target.Length == 0 ? $"{noun} ID required"
            : colon <= 0 ? $"namespace required in {noun} ID"
            : colon == target.Length - 1 ? $"name required in {noun} ID"
            : null;
        return message is null ? null : new LuaError(LuaError.Invalid, message) { Retryable = false };
    }
}
