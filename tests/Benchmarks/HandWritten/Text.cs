using System.Globalization;
using System.Linq;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Results as text, in the form that the Lua programs print.</summary>
internal static class Text
{
    public static string Of(params long[] values) => string.Join(' ', values.Select(static v => v.ToString(CultureInfo.InvariantCulture)));

    public static string Of(params double[] values) => string.Join(' ', values.Select(static v => v.ToString("F9", CultureInfo.InvariantCulture)));
}
