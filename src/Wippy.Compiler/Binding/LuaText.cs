using System.Text;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Binding;

/// <summary>Text of Lua strings.</summary>
internal static class LuaText
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The characters of a string; bytes that are not UTF-8 become U+FFFD.</summary>
    public static string Decode(EquatableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    /// <summary>The characters of a string that is valid UTF-8, else null.</summary>
    public static string? TryDecode(EquatableArray<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether the text can be a name of Lua and of C#.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || text[0] is >= '0' and <= '9')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
