using System;
using System.Text;
using System.Text.RegularExpressions;

namespace Wippy.Runtime;

/// <summary>RE2 syntax on the regular expressions of .NET, without backtracking: matching takes time linear in the text.</summary>
internal static class Re2Pattern
{
    /// <summary>Compiles a pattern; raises when it is not RE2 syntax.</summary>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new LuaException($"invalid pattern '{pattern}'");
        }
    }

    // Where the same text means something else: ASCII classes, the end of the text, named groups, quoted parts.
    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        var multiline = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                i += TranslateEscape(rest, inClass, result) - 1;
            }
            else if (inClass)
            {
                if (rest.StartsWith("[:") && rest.IndexOf(":]") is > 0 and var end)
                {
                    result.Append(PosixClass(rest[2..end]));
                    i += end + 1;
                    continue;
                }

                inClass = rest[0] != ']';
                result.Append(rest[0] == '[' ? "\\[" : rest[0]);
            }
            else if (rest[0] == '[')
            {
                inClass = true;
                result.Append('[');
                foreach (var c in rest.StartsWith("[^]") ? "^]" : rest.StartsWith("[]") ? "]" : "")
                {
                    result.Append(c == ']' ? "\\]" : c);
                    i++;
                }
            }
            else if (rest.StartsWith("(?P<"))
            {
                result.Append("(?<");
                i += 3;
            }
            else if (rest[0] == '$' && !multiline)
            {
                result.Append("\\z");
            }
            else
            {
                if (rest.StartsWith("(?") && rest.IndexOfAny(")-:") is > 0 and var flags)
                {
                    multiline |= rest[..flags].Contains('m');
                }

                result.Append(rest[0]);
            }
        }

        return result.ToString();
    }

    private static int TranslateEscape(ReadOnlySpan<char> rest, bool inClass, StringBuilder result)
    {
        string? ranges = rest[1] switch
        {
            'd' => "0-9",
            'w' => "0-9A-Za-z_",
            's' => "\\t\\n\\f\\r ",
            _ => null,
        };
        string? others = rest[1] switch
        {
            'D' => "0-9",
            'W' => "0-9A-Za-z_",
            'S' => "\\t\\n\\f\\r ",
            _ => null,
        };
        if (ranges is not null)
        {
            result.Append(inClass ? ranges : "[" + ranges + "]");
            return 2;
        }

        if (others is not null)
        {
            result.Append(inClass ? rest[1] switch
            {
                'D' => "\\0-/:-\\uffff",
                'W' => "\\0-/:-@\\[-\\^`{-\\uffff",
                _ => "\\0-\\x08\\x0b\\x0e-\\x1f!-\\uffff",
            } : "[^" + others + "]");
            return 2;
        }

        if (rest[1] == 'Q')
        {
            var end = rest.IndexOf("\\E");
            result.Append(Regex.Escape((end < 0 ? rest[2..] : rest[2..end]).ToString()));
            return end < 0 ? rest.Length : end + 2;
        }

        if (rest[1] is 'p' or 'P' && rest.Length > 2 && rest[2] != '{')
        {
            result.Append(rest[..2]).Append('{').Append(rest[2]).Append('}');
            return 3;
        }

        if (rest.StartsWith("\\x{") && rest.IndexOf('}') is > 3 and var close
            && int.TryParse(rest[3..close], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) && Rune.IsValid(code))
        {
            foreach (var c in new Rune(code).ToString())
            {
                result.Append("\\u").Append(((int)c).ToString("x4"));
            }

            return close + 1;
        }

        result.Append(rest[..2]);
        return 2;
    }

    private static string PosixClass(ReadOnlySpan<char> name) => name switch
    {
        "alnum" => "0-9A-Za-z",
        "alpha" => "A-Za-z",
        "ascii" => "\\0-\\x7f",
        "blank" => "\\t ",
        "cntrl" => "\\0-\\x1f\\x7f",
        "digit" => "0-9",
        "graph" => "!-~",
        "lower" => "a-z",
        "print" => " -~",
        "punct" => "!-/:-@\\[-`{-~",
        "space" => "\\t\\n\\v\\f\\r ",
        "upper" => "A-Z",
        "word" => "0-9A-Za-z_",
        "xdigit" => "0-9A-Fa-f",
        _ => throw new ArgumentException("unknown class"),
    };
}
