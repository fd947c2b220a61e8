using System;

namespace Wippy.Runtime.Modules;

/// <summary>Query escaping (spec/modules.md section 13): space is +, everything but letters, digits and <c>-_.~</c> is percent-encoded.</summary>
internal static class UriText
{
    public static LuaString Encode(ReadOnlySpan<byte> text)
    {
        var result = new Libraries.ByteBuilder();
        foreach (var b in text)
        {
            if (b == ' ')
            {
                result.Append((byte)'+');
            }
            else if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                result.Append(b);
            }
            else
            {
                result.Append((byte)'%');
                result.Append(Convert.ToHexString([b]));
            }
        }

        return result.ToLuaString();
    }

    public static bool TryDecode(ReadOnlySpan<byte> text, out LuaString decoded)
    {
        var result = new Libraries.ByteBuilder();
        decoded = LuaString.Empty;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || LuaNumber.HexDigit(text[i + 1]) < 0 || LuaNumber.HexDigit(text[i + 2]) < 0)
                {
                    return false;
                }

                result.Append((byte)((LuaNumber.HexDigit(text[i + 1]) << 4) | LuaNumber.HexDigit(text[i + 2])));
                i += 2;
            }
            else
            {
                result.Append(text[i] == '+' ? (byte)' ' : text[i]);
            }
        }

        decoded = result.ToLuaString();
        return true;
    }
}
