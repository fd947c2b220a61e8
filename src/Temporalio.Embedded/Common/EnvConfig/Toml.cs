using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Temporalio.Common.EnvConfig;

/// <summary>Reads the part of TOML that configuration files of clients use: tables, dotted keys, strings of all four kinds, truth values, integers, inline tables.</summary>
internal sealed class Toml
{
    private readonly string text;
    private int position;

    private Toml(string text) => this.text = text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private char Current => position < text.Length ? text[position] : '\0';

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <returns>Its values: text, truth values, integers and dictionaries.</returns>
    /// <exception cref="FormatException">It is not TOML, or not of the part that is read; the message has the line.</exception>
    public static Dictionary<string, object> Parse(string text) => new Toml(text).Document();

    private Dictionary<string, object> Document()
    {
        var root = new Dictionary<string, object>(StringComparer.Ordinal);
        var table = root;
        while (true)
        {
            SkipSpace(true);
            if (position == text.Length)
            {
                return root;
            }

            if (Take('['))
            {
                if (Current == '[')
                {
                    throw Error("arrays of tables are not read");
                }

                table = root;
                foreach (var key in Key())
                {
                    table = Table(table, key);
                }

                Expect(']');
            }
            else
            {
                Pair(table);
            }

            SkipSpace(false);
            if (position < text.Length && !Take('\n'))
            {
                throw Error("expected the end of the line");
            }
        }
    }

    private void Pair(Dictionary<string, object> table)
    {
        var key = Key();
        for (var i = 0; i < key.Count - 1; i++)
        {
            table = Table(table, key[i]);
        }

        Expect('=');
        SkipSpace(false);
        if (!table.TryAdd(key[^1], Value()))
        {
            throw Error($"'{key[^1]}' is there twice");
        }
    }

    private Dictionary<string, object> Table(Dictionary<string, object> parent, string key)
    {
        if (!parent.TryGetValue(key, out var child))
        {
            parent[key] = child = new Dictionary<string, object>(StringComparer.Ordinal);
        }

        return child as Dictionary<string, object> ?? throw Error($"'{key}' is no table");
    }

    private List<string> Key()
    {
        var parts = new List<string>();
        do
        {
            SkipSpace(false);
            if (Current is '"' or '\'')
            {
                parts.Add(Quoted());
            }
            else
            {
                var start = position;
                while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-')
                {
                    position++;
                }

                parts.Add(position > start ? text[start..position] : throw Error("expected a key"));
            }

            SkipSpace(false);
        }
        while (Take('.'));
        return parts;
    }

    private object Value()
    {
        if (Current is '"' or '\'')
        {
            return Quoted();
        }

        if (Take('{'))
        {
            var table = new Dictionary<string, object>(StringComparer.Ordinal);
            SkipSpace(false);
            if (!Take('}'))
            {
                do
                {
                    Pair(table);
                    SkipSpace(false);
                }
                while (Take(','));
                Expect('}');
            }

            return table;
        }

        var start = position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-' or '+' or '.')
        {
            position++;
        }

        var word = text[start..position];
        return word switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(word.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Error("expected text in quotes, a truth value or an integer"),
        };
    }

    private string Quoted()
    {
        var quote = Current;
        var end = new string(quote, 3);
        var multiline = text.AsSpan(position).StartsWith(end);
        end = multiline ? end : quote.ToString();
        position += end.Length;
        if (multiline)
        {
            // A line break right after the quotes is not part of the text.
            Take('\n');
        }

        var result = new StringBuilder();
        while (!text.AsSpan(position).StartsWith(end))
        {
            if (position == text.Length || (!multiline && Current == '\n'))
            {
                throw Error("unfinished text");
            }

            if (quote == '"' && Current == '\\')
            {
                Escape(result, multiline);
            }
            else
            {
                result.Append(text[position++]);
            }
        }

        position += end.Length;
        return result.ToString();
    }

    private void Escape(StringBuilder result, bool multiline)
    {
        position++;
        var c = Current;
        position++;
        switch (c)
        {
            case 'b' or 't' or 'n' or 'f' or 'r':
                result.Append("\b\t\n\f\r"["btnfr".IndexOf(c, StringComparison.Ordinal)]);
                break;
            case '"' or '\\':
                result.Append(c);
                break;
            case 'u' or 'U':
                var length = c == 'u' ? 4 : 8;
                if (position + length > text.Length || !int.TryParse(text.AsSpan(position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.TryCreate(code, out var rune))
                {
                    throw Error("bad character code");
                }

                result.Append(rune);
                position += length;
                break;
            case '\n' when multiline:
                while (char.IsWhiteSpace(Current))
                {
                    position++;
                }

                break;
            default:
                throw Error($"unknown escape \\{c}");
        }
    }

    private void SkipSpace(bool lines)
    {
        while (Current is ' ' or '\t' or '#' || (lines && Current == '\n'))
        {
            if (Current == '#')
            {
                while (position < text.Length && Current != '\n')
                {
                    position++;
                }
            }
            else
            {
                position++;
            }
        }
    }

    private bool Take(char c)
    {
        if (Current != c || position == text.Length)
        {
            return false;
        }

        position++;
        return true;
    }

    private void Expect(char c)
    {
        SkipSpace(false);
        if (!Take(c))
        {
            throw Error($"expected '{c}'");
        }
    }

    private FormatException Error(string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1}: {message}"));
}
