using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content><c>select(n, ...)</c> without a list of the arguments.</content>
public sealed partial class LuaState
{
    /// <summary>The first result of <c>select(n, ...)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue SelectOne(long n, in LuaValues values, long at) => n > 0 && n <= values.Count ? values[(int)n - 1] : Select(n, values, at).First;

    /// <inheritdoc cref="SelectOne(long, in LuaValues, long)"/>
    public LuaValue SelectOne(LuaValue n, in LuaValues values, long at) =>
        n.IsInteger ? SelectOne(n.AsInteger(), values, at) : Select(n, values, at).First;

    /// <summary>The results of <c>select(n, ...)</c>.</summary>
    public LuaValues Select(long n, in LuaValues values, long at)
    {
        if (n > 0)
        {
            return n > values.Count ? LuaValues.Empty : values.From((int)n - 1);
        }

        if (n == 0 || n < -values.Count)
        {
            Position = at;
            throw LuaArguments.Bad(1, "select", "index out of range");
        }

        return values.From(values.Count + (int)n);
    }

    /// <inheritdoc cref="Select(long, in LuaValues, long)"/>
    public LuaValues Select(LuaValue n, in LuaValues values, long at)
    {
        Position = at;
        return n.TryGetString(out var text) && text.Span.SequenceEqual("#"u8)
            ? new LuaValues(values.Count)
            : Select(LuaArguments.CheckInteger(n, 1, "select"), values, at);
    }
}
