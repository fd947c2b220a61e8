using System;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <summary>What is wrong with a validator such as <c>@min(1)</c> or <c>@pattern("^a+$")</c> (spec/lua.md section 9). Unknown names are ignored.</summary>
internal static class ValidatorRule
{
    /// <summary>The place and the problem; null when there is none.</summary>
    public static (SyntaxNode Node, string Problem)? ProblemOf(TypeAnnotationSyntax annotation)
    {
        var argument = annotation.Arguments.Count == 1 ? annotation.Arguments[0] : null;
        switch (annotation.Name.Text)
        {
            case "min" or "max" or "min_len" or "max_len":
                var isNumber = argument is NumberLiteralSyntax or UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax };
                return isNumber ? null : ((SyntaxNode?)argument ?? annotation, $"takes one number: write '@{annotation.Name.Text}(1)'");
            case "pattern" when argument is StringLiteralSyntax text:
                return PatternProblem(LuaText.Decode(text.Value)) is { } problem ? (text, problem) : null;
            case "pattern":
                return ((SyntaxNode?)argument ?? annotation, "takes one string: write '@pattern(\"^[a-z]+$\")'");
            default:
                return null;
        }
    }

    /// <summary>What of a pattern is not RE2 syntax; null when it is.</summary>
    public static string? PatternProblem(string pattern)
    {
        var groups = 0;
        var canRepeat = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (EscapeProblem(pattern, ref i) is { } escape)
                    {
                        return escape;
                    }

                    canRepeat = true;
                    break;
                case '[':
                    if (ClassProblem(pattern, ref i) is { } @class)
                    {
                        return @class;
                    }

                    canRepeat = true;
                    break;
                case '(':
                    groups++;
                    canRepeat = false;
                    if (GroupProblem(pattern, ref i, ref groups) is { } group)
                    {
                        return group;
                    }

                    break;
                case ')':
                    if (groups-- == 0)
                    {
                        return "has a ')' without '(': write '\\\\)' for the character";
                    }

                    canRepeat = true;
                    break;
                case '*' or '+' or '?':
                    if (!canRepeat)
                    {
                        return $"has nothing to repeat before '{pattern[i]}': write '\\\\{pattern[i]}' for the character";
                    }

                    // A second mark makes it reluctant; a third has nothing to repeat.
                    i += i + 1 < pattern.Length && pattern[i + 1] == '?' ? 1 : 0;
                    canRepeat = false;
                    break;
                case '{' when RepeatAt(pattern, i) is var (low, high, length):
                    if (!canRepeat || low > 1000 || high > 1000 || (high >= 0 && high < low))
                    {
                        return $"has a repetition '{pattern.Substring(i, length)}' that is not possible: write '{{1,9}}' behind what is repeated, up to 1000";
                    }

                    i += length - 1;
                    i += i + 1 < pattern.Length && pattern[i + 1] == '?' ? 1 : 0;
                    canRepeat = false;
                    break;
                case '|' or '^':
                    canRepeat = pattern[i] == '^';
                    break;
                default:
                    canRepeat = true;
                    break;
            }
        }

        return groups > 0 ? "has a '(' without ')': write '\\\\(' for the character" : null;
    }

    private static string? EscapeProblem(string pattern, ref int i)
    {
        if (i + 1 == pattern.Length)
        {
            return "ends in a backslash: write '\\\\\\\\' for the character";
        }

        var c = pattern[++i];
        if (c == 'Q')
        {
            var end = pattern.IndexOf("\\E", i, StringComparison.Ordinal);
            i = end < 0 ? pattern.Length - 1 : end + 1;
            return null;
        }

        if (c is 'p' or 'P' or 'x')
        {
            if (i + 1 < pattern.Length && pattern[i + 1] == '{')
            {
                var end = pattern.IndexOf('}', i);
                i = end < 0 ? i : end;
                return end < 0 ? $"has no '}}' behind '\\\\{c}{{': close it" : null;
            }

            i += c == 'x' ? 2 : 1;
            return i < pattern.Length ? null : $"ends within '\\\\{c}': write the rest of it";
        }

        return c switch
        {
            >= '1' and <= '9' => $"refers back with '\\\\{c}', which RE2 has not: compare the parts in Lua",
            _ when "dDwWsSbBAzaftnrv0".IndexOf(c) >= 0 || !char.IsLetterOrDigit(c) => null,
            _ => $"has the unknown escape '\\\\{c}': write '{c}' for the character",
        };
    }

    private static string? ClassProblem(string pattern, ref int i)
    {
        var start = i++;
        if (i < pattern.Length && pattern[i] == '^')
        {
            i++;
        }

        var previous = -1;
        for (var first = true; i < pattern.Length; i++, first = false)
        {
            if (pattern[i] == ']' && !first)
            {
                return null;
            }

            if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':' && pattern.IndexOf(":]", i, StringComparison.Ordinal) is > 0 and var end)
            {
                var name = pattern.Substring(i + 2, end - i - 2).TrimStart('^');
                if (!new[] { "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit" }.Contains(name, StringComparer.Ordinal))
                {
                    return $"has the unknown class '[:{name}:]': write one such as '[:alpha:]'";
                }

                i = end + 1;
                previous = -1;
                continue;
            }

            if (pattern[i] == '-' && previous >= 0 && i + 1 < pattern.Length && pattern[i + 1] is not (']' or '\\'))
            {
                if (pattern[++i] < previous)
                {
                    return $"has the reversed range '{(char)previous}-{pattern[i]}': write '{pattern[i]}-{(char)previous}'";
                }

                previous = -1;
            }
            else if (pattern[i] == '\\')
            {
                previous = -1;
                if (EscapeProblem(pattern, ref i) is { } problem)
                {
                    return problem;
                }
            }
            else
            {
                previous = pattern[i];
            }
        }

        i = start;
        return "has a '[' without ']': write '\\\\[' for the character";
    }

    private static string? GroupProblem(string pattern, ref int i, ref int groups)
    {
        if (i + 1 >= pattern.Length || pattern[i + 1] != '?')
        {
            return null;
        }

        var rest = pattern.Substring(i + 2);
        foreach (var mark in new[] { "=", "!", "<=", "<!" })
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                return $"looks around with '(?{mark}', which RE2 has not: check that in Lua";
            }
        }

        var end = rest.StartsWith("P<", StringComparison.Ordinal) || rest.StartsWith("<", StringComparison.Ordinal) ? rest.IndexOf('>') : rest.IndexOfAny([':', ')']);
        if (end < 0 || (rest[end] != '>' && rest.Substring(0, end).Any(static c => "imsU-".IndexOf(c) < 0)))
        {
            return "has an unknown group '(?': write '(?:' or '(?P<name>'";
        }

        // "(?i)" is no group but a mark.
        groups -= rest[end] == ')' ? 1 : 0;
        i += end + 2;
        return null;
    }

    private static (int Low, int High, int Length)? RepeatAt(string pattern, int start)
    {
        var end = pattern.IndexOf('}', start);
        var parts = end < 0 ? [] : pattern.Substring(start + 1, end - start - 1).Split(',');
        if (parts.Length is 0 or > 2 || !int.TryParse(parts[0], out var low))
        {
            return null;
        }

        var high = low;
        return parts.Length == 1 ? (low, low, end - start + 1)
            : parts[1].Length == 0 ? (low, -1, end - start + 1)
            : int.TryParse(parts[1], out high) ? (low, high, end - start + 1) : null;
    }
}
