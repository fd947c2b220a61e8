using System.Collections.Generic;
using Temporalio.Converters;
using Wippy.Runtime;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Workflows;

/// <summary>Memo fields from a Lua table.</summary>
internal static class MemoValues
{
    /// <summary>The fields, encoded. Throws <see cref="OptionException"/>.</summary>
    public static Dictionary<string, object> Read(LuaTable table)
    {
        var memo = new Dictionary<string, object>();
        var position = 0;
        while (table.Next(ref position, out var key, out var value))
        {
            if (!key.TryGetString(out var name))
            {
                throw new OptionException("memo names must be strings");
            }

            memo[name.ToString()] = LuaPayloads.TryEncode(value, out var payload, out var reason)
                ? new RawValue(payload!) : throw new OptionException($"memo \"{name}\": {reason}");
        }

        return memo;
    }
}
