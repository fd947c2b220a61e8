using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/errors.lua by hand: what fails tells so by its result.</summary>
internal static class Errors
{
    private static readonly string[] Texts = ["1+2*3", "2*(3+4)", "(1+2", "7*", "12+3)", "((4))*2+x", "9*9", "10"];

    public static string Run(int n)
    {
        long sum = 0, failed = 0, where = 0;
        for (var i = 1; i <= n; i++)
        {
            var text = Texts[i % Texts.Length];
            for (var again = 0; again <= 1; again++)
            {
                if (TryAttempt(text, again, out var value, out var error))
                {
                    sum += value;
                    break;
                }

                if (error is SyntaxError syntax)
                {
                    where += syntax.At + syntax.Expected.Length;
                }
                else
                {
                    failed++;
                }
            }
        }

        return Text.Of(sum, failed, where);
    }

    private static bool TryAttempt(string text, int again, out long value, [NotNullWhen(false)] out object? error)
    {
        value = 0;
        return TryParse(text, out var parsed, out error) && TryHalve(parsed + again, out value, out error);
    }

    private static bool TryHalve(long value, out long half, [NotNullWhen(false)] out object? error)
    {
        half = value / 2;
        if (!TryCheck(value, 20, out error))
        {
            return false;
        }

        error = value % 2 == 0 ? null : "odd";
        return error is null;
    }

    private static bool TryCheck(long value, long limit, [NotNullWhen(false)] out object? error)
    {
        error = value == 14 ? "no fourteen" : value > limit ? "more than " + limit.ToString(CultureInfo.InvariantCulture) : null;
        return error is null;
    }

    private static bool TryParse(string text, out long value, [NotNullWhen(false)] out object? error)
    {
        var parser = new Parser(text);
        error = parser.TrySum(out value) && parser.TryEnd() ? null : parser.Error!;
        return error is null;
    }

    private sealed record SyntaxError(string Expected, int At);

    private sealed class Parser(string text)
    {
        private int _at = 1;

        public SyntaxError? Error { get; private set; }

        public bool TryEnd() => _at > text.Length || Fail("the end");

        public bool TrySum(out long value)
        {
            if (!TryProduct(out value))
            {
                return false;
            }

            while (Peek() == '+')
            {
                _at++;
                if (!TryProduct(out var other))
                {
                    return false;
                }

                value += other;
            }

            return true;
        }

        private bool TryProduct(out long value)
        {
            if (!TryFactor(out value))
            {
                return false;
            }

            while (Peek() == '*')
            {
                _at++;
                if (!TryFactor(out var other))
                {
                    return false;
                }

                value *= other;
            }

            return true;
        }

        private bool TryFactor(out long value)
        {
            if (Peek() != '(')
            {
                return TryNumber(out value);
            }

            value = 0;
            return TrySkip('(', "(") && TrySum(out value) && TrySkip(')', ")");
        }

        private bool TryNumber(out long value)
        {
            value = 0;
            var first = _at;
            for (var c = Peek(); c is >= '0' and <= '9'; c = Peek())
            {
                value = value * 10 + (c - '0');
                _at++;
            }

            return _at != first || Fail("a number");
        }

        private bool TrySkip(char c, string name)
        {
            if (Peek() != c)
            {
                return Fail(name);
            }

            _at++;
            return true;
        }

        private char Peek() => _at <= text.Length ? text[_at - 1] : '\0';

        private bool Fail(string expected)
        {
            Error = new SyntaxError(expected, _at);
            return false;
        }
    }
}
