using System;
using Wippy.Runtime;
using Wippy.Runtime.Modules;

namespace Wippy.Temporal.Hosting;

/// <summary>Durations of options: text of the duration grammar, or in Lua option tables a number of milliseconds (spec/temporal.md section 10).</summary>
internal static class OptionDuration
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Reads a value of a Lua option table.</summary>
    public static bool TryRead(LuaValue value, out TimeSpan duration)
    {
        if (value.TryGetString(out var text))
        {
            return TryParse(text.ToString(), out duration);
        }

        if (value.TryGetUserdata<LuaDuration>(out var span))
        {
            duration = TimeSpan.FromTicks(span.Nanoseconds / NanosecondsPerTick);
            return true;
        }

        var fits = value.TryGetNumber(out var milliseconds) && Math.Abs(milliseconds) < TimeSpan.MaxValue.TotalMilliseconds;
        duration = fits ? TimeSpan.FromMilliseconds(milliseconds) : default;
        return fits;
    }

    /// <summary>Reads signed decimal-unit pairs such as <c>1h30m</c>, <c>1.5s</c>, <c>250ms</c>, or <c>0</c>.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var valid = LuaDuration.TryParse(text, out var nanoseconds);
        duration = TimeSpan.FromTicks(nanoseconds / NanosecondsPerTick);
        return valid;
    }
}
