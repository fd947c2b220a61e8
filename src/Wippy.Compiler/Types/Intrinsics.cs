namespace Wippy.Compiler.Types;

/// <summary>Functions of the host that are C# without a call when they get numbers.</summary>
internal static class Intrinsics
{
    /// <summary>Whether a call with this many arguments is such a function.</summary>
    public static bool Exists(string path, int count) => path switch
    {
        "math.sqrt" or "math.sin" or "math.cos" or "math.tan" or "math.exp" or "math.log" or "math.abs" or "math.floor" or "math.ceil" => count == 1,
        "math.max" or "math.min" => count >= 2,
        _ => false,
    };
}
