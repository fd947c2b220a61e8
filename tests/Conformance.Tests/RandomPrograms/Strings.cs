using System.Text;

namespace Conformance.Tests.RandomPrograms;

/// <summary>The string library: patterns, replacements of every kind, formats, positions.</summary>
internal static class Strings
{
    private static readonly string[] Subjects =
    [
        "'hello world'", "'aabbcc'", "'key = value, k2=v2'", "'  trim me  '", "'2024-01-31'", "'f(a(b)c)d'", "''", "'a.b.c'", "'%d %s'", "'x\\0y\\0'", "'ABC abc 123'", "'THE (quick) fox'", "'\\n\\tline\\r\\n'", "'aXbXc'",
    ];

    private static readonly string[] Directives =
    [
        "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%i", "%u", "%x", "%X", "%#x", "%o", "%c", "%e", "%.2e", "%E", "%f", "%.3f", "%10.2f", "%-10.1f|", "%+.1f", "%g", "%.10g", "%G", "%.0f", "%#g", "%a", "%.1a",
        "%s", "%10s", "%-10s|", "%.2s", "%5.1s", "%q", "%%", "%5%", "%", "%y", "%10", "%123d", "%.123d", "%-+ #0d", "%s %s", "%d %s %g",
    ];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line($"local s, p = {dice.Pick(Subjects)}, '{Pattern(dice)}'");
        for (var i = 0; i < 8; i++)
        {
            var subject = dice.Chance(40) ? "s" : dice.Pick(Subjects);
            var pattern = dice.Chance(15) ? "p" : $"'{Pattern(dice)}'";
            var init = dice.Pick("", "", ", 1", ", 3", ", -3", ", 100", ", -100", ", 0");
            w.Line(dice.Next(7) switch
            {
                0 => $"show(pcall(string.find, {subject}, {pattern}{init}{(init.Length > 0 && dice.Chance(30) ? ", true" : "")}))",
                1 => $"show(pcall(string.match, {subject}, {pattern}{init}))",
                2 => $"show(pcall(function() local t = {{}} for a, b in ({subject}):gmatch({pattern}) do t[#t + 1] = a t[#t + 1] = b end return t end))",
                3 => $"show(pcall(string.gsub, {subject}, {pattern}, '{dice.Pick("<%0>", "%1", "%%", "", "%2%1", "x", "%9", "%a", "[%0%0]")}'{dice.Pick("", "", ", 1", ", 0", ", 2", ", -1")}))",
                4 => $"show(pcall(string.gsub, {subject}, {pattern}, {{a = 'A', b = 2, hello = false, [''] = 'empty', c = true, k = {{}}}}))",
                5 => $"show(pcall(string.gsub, {subject}, {pattern}, function(...) return {dice.Pick("...", "nil", "false", "select('#', ...)", "(...) .. '!'", "{}", "tostring(...):upper()", "2.5")} end))",
                _ => $"show(({subject}):gsub('{dice.Pick(".", "%w+", "(%w)(%w*)", "%s*", "()", "[aeiou]", "%f[%w]%w", "^%s*")}', {dice.Pick("'<%0>'", "string.upper", "{h = 'H', a = 1}", "'%1.'")}))",
            });
        }

        for (var i = 0; i < 5; i++)
        {
            var format = dice.Pick(Directives);
            w.Line($"show(pcall(string.format, '{format}', {Argument(dice)}, {Argument(dice)}, {Argument(dice)}))");
        }

        w.Line($"local a, b, c = {dice.Pick(Subjects)}, {dice.Between(-8, 8)}, {dice.Between(-8, 8)}");
        w.Line("show(a:sub(b, c), a:sub(b), a:byte(b, c))");
        w.Line($"show(a:rep({dice.Between(-1, 3)}, {dice.Pick("','", "''", "a")}), a:len(), #a, a:upper(), a:lower(), a:reverse())");
        w.Line($"show(pcall(string.{dice.Pick("sub", "byte", "len", "upper", "char", "find", "gsub", "reverse", "format")}, {Operands.Value(dice)}, {Operands.Value(dice)}))");

        // Large counts give strings of gigabytes.
        w.Line($"show(pcall(string.rep, {Operands.Value(dice)}, {dice.Pick("0", "-1", "2.0", "'3'", "1.5", "math.mininteger", "nil", "{}")}))");
        w.Line($"show(pcall(tostring, {Operands.Value(dice)})) show(pcall(tonumber, {Operands.Value(dice)}))");
        w.Line($"show(pcall(tonumber, {dice.Pick("'ff'", "'zz'", "'-7f'", "' 11 '", "'8'", "''", "'1.5'", "10", "'7fffffffffffffffff'")}, {dice.Pick("2", "8", "10", "16", "36", "1", "37", "'16'", "16.0")}))");
        w.Line($"show({Operands.Number(dice)} .. '', '' .. {Operands.Number(dice)}, ({Operands.Number(dice)}) .. ({Operands.Number(dice)}))");
    }

    private static string Argument(Dice dice) => dice.Chance(70)
        ? dice.Pick("42", "-7", "3.0", "2.5", "0", "-0.0", "1e15", "1e100", "65", "255", "math.maxinteger", "math.mininteger", "1/0", "-1/0", "0.1", "123456.789", "5e-324")
        : dice.Pick("'text'", "'10'", "'3.5'", "''", "'quo\\\"te\\n\\0\\r\\\\'", "nil", "true", "{}", "'0x10'");

    private static string Pattern(Dice dice)
    {
        var text = new StringBuilder();
        if (dice.Chance(12))
        {
            text.Append('^');
        }

        var open = 0;
        var captures = 0;
        var items = dice.Between(1, 4);
        for (var i = 0; i < items; i++)
        {
            if (dice.Chance(25))
            {
                text.Append(dice.Chance(15) ? "()" : "(");
                open += text[^1] == '(' ? 1 : 0;
                captures++;
            }

            text.Append(dice.Next(22) switch
            {
                0 => ".",
                1 => "%a",
                2 => "%d",
                3 => "%s",
                4 => "%w",
                5 => "%p",
                6 => "%u",
                7 => "%S",
                8 => "[a-c]",
                9 => "[^%s]",
                10 => "[%a_]",
                11 => "[%d.]",
                12 => dice.Pick("%b()", "%bxx", "%b"),
                13 => dice.Pick("%f[%w]", "%f[%s%z]", "%f[A-Z]", "%f"),
                14 when captures > 0 => dice.Pick("%1", "%1", "%2", "%0"),
                15 => dice.Pick("[]]", "[^]]", "[a-]", "[]", "[a", "[%", "%", "[^", "[z-a]", "[%a-z]"),
                16 => "%.",
                17 => dice.Pick("=", ",", "-", "$", "%%"),
                _ => dice.Pick("a", "b", "l", "o", "x", "X", " "),
            });
            if (dice.Chance(45))
            {
                text.Append(dice.Pick('*', '+', '-', '?'));
            }

            if (open > 0 && dice.Chance(45))
            {
                text.Append(')');
                open--;
            }
        }

        if (dice.Chance(90))
        {
            text.Append(')', open);
        }

        if (dice.Chance(3))
        {
            text.Append(')');
        }

        if (dice.Chance(15))
        {
            text.Append('$');
        }

        return text.ToString();
    }
}
