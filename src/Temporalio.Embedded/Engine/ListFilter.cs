using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Temporalio.Api.Workflow.V1;
using Temporalio.Exceptions;

namespace Temporalio.Engine;

/// <summary>
/// List filters (Temporal concept: list filter): comparisons with =, !=, &gt;, &gt;=, &lt;, &lt;=, [NOT] IN, [NOT] BETWEEN, [NOT] STARTS_WITH,
/// IS [NOT] NULL, joined by AND, OR, NOT and parentheses, then GROUP BY (in counts) or ORDER BY. Names are the system attributes and custom
/// search attributes.
/// </summary>
internal sealed class ListFilter
{
    /// <summary>Deeper filters are refused, so that no text can exhaust the stack.</summary>
    private const int MaximumDepth = 100;
    private static readonly string[] Operators = ["=", "!=", "<>", ">", ">=", "<", "<="];
    private readonly string text;
    private readonly IReadOnlySet<string>? custom;
    private readonly List<Token> tokens;
    private readonly List<(string Name, bool Descending)> order = [];
    private readonly Func<WorkflowExecutionInfo, bool> test;
    private int position;
    private int depth;

    private ListFilter(string text, IReadOnlySet<string>? custom)
    {
        this.text = text;
        this.custom = custom;
        tokens = Scan();
        test = Current.Kind == TokenKind.End || IsWord("ORDER") || IsWord("GROUP") ? _ => true : Or();
        if (TakeWord("GROUP"))
        {
            Expect("BY");
            if (!string.Equals(Current.Text, "ExecutionStatus", StringComparison.Ordinal))
            {
                throw Error("GROUP BY is only supported for ExecutionStatus");
            }

            GroupBy = Name();
        }
        else if (TakeWord("ORDER"))
        {
            Expect("BY");
            do
            {
                var name = Name();
                var descending = TakeWord("DESC");
                if (!descending)
                {
                    TakeWord("ASC");
                }

                order.Add((name, descending));
            }
            while (TakeSymbol(","));
        }

        if (Current.Kind != TokenKind.End)
        {
            throw Error(GroupBy is null ? "expected AND, OR, GROUP BY, ORDER BY or the end" : "expected the end");
        }
    }

    private enum TokenKind
    {
        End,
        Word,
        Quoted,
        Name,
        Symbol,
    }

    private Token Current => tokens[position];

    /// <summary>Gets the attribute to count by, or null.</summary>
    public string? GroupBy { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="query">The filter; empty means everything.</param>
    /// <param name="custom">The custom search attributes; null allows all names.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="RpcException">It is none; the message says where and why.</exception>
    public static ListFilter Parse(string query, IReadOnlySet<string>? custom = null) => new(query, custom);

    /// <summary>Picks and orders workflows: by default the latest first.</summary>
    /// <param name="workflows">The workflows.</param>
    /// <returns>Those that pass, in order.</returns>
    public IReadOnlyList<WorkflowExecutionInfo> Apply(IEnumerable<WorkflowExecutionInfo> workflows)
    {
        var found = workflows.Where(test).ToList();
        IOrderedEnumerable<WorkflowExecutionInfo>? sorted = null;
        foreach (var (name, descending) in order)
        {
            object? Key(WorkflowExecutionInfo info) => ListFilterValues.Of(info, name).FirstOrDefault();
            sorted = (sorted, descending) switch
            {
                (null, true) => found.OrderByDescending(Key, ListFilterValues.Order),
                (null, false) => found.OrderBy(Key, ListFilterValues.Order),
                (_, true) => sorted.ThenByDescending(Key, ListFilterValues.Order),
                _ => sorted.ThenBy(Key, ListFilterValues.Order),
            };
        }

        sorted = sorted is null ? found.OrderByDescending(i => i.StartTime.ToDateTime()) : sorted.ThenByDescending(i => i.StartTime.ToDateTime());
        return sorted.ThenBy(i => i.Execution.RunId, StringComparer.Ordinal).ToList();
    }

    private Func<WorkflowExecutionInfo, bool> Or()
    {
        var left = And();
        while (TakeWord("OR"))
        {
            var (first, second) = (left, And());
            left = i => first(i) || second(i);
        }

        return left;
    }

    private Func<WorkflowExecutionInfo, bool> And()
    {
        var left = Not();
        while (TakeWord("AND"))
        {
            var (first, second) = (left, Not());
            left = i => first(i) && second(i);
        }

        return left;
    }

    private Func<WorkflowExecutionInfo, bool> Not()
    {
        if (++depth > MaximumDepth)
        {
            throw Error("the filter is nested too deeply");
        }

        Func<WorkflowExecutionInfo, bool> result;
        if (TakeWord("NOT"))
        {
            var operand = Not();
            result = i => !operand(i);
        }
        else if (TakeSymbol("("))
        {
            result = Or();
            ExpectSymbol(")");
        }
        else
        {
            result = Comparison();
        }

        depth--;
        return result;
    }

    private Func<WorkflowExecutionInfo, bool> Comparison()
    {
        var name = Name();
        if (TakeWord("IS"))
        {
            var set = TakeWord("NOT");
            Expect("NULL");
            return i => ListFilterValues.Of(i, name).Any() == set;
        }

        var negate = TakeWord("NOT");
        Func<WorkflowExecutionInfo, bool> positive;
        if (TakeWord("IN"))
        {
            ExpectSymbol("(");
            var choices = new List<object>();
            do
            {
                choices.Add(Value(name));
            }
            while (TakeSymbol(","));
            ExpectSymbol(")");
            positive = i => ListFilterValues.Of(i, name).Any(v => choices.Any(c => ListFilterValues.Compare(v, c) == 0));
        }
        else if (TakeWord("BETWEEN"))
        {
            var low = Value(name);
            Expect("AND");
            var high = Value(name);
            positive = i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, low) >= 0 && ListFilterValues.Compare(v, high) <= 0);
        }
        else if (TakeWord("STARTS_WITH"))
        {
            var prefix = Value(name) as string ?? throw Error($"STARTS_WITH does not apply to {name}");
            positive = i => ListFilterValues.Of(i, name).OfType<string>().Any(v => v.StartsWith(prefix, StringComparison.Ordinal));
        }
        else if (!negate && Current.Kind == TokenKind.Symbol && Operators.Contains(Current.Text, StringComparer.Ordinal))
        {
            var symbol = tokens[position++].Text;
            positive = Compare(name, symbol, Value(name));
        }
        else
        {
            throw Error(negate ? "expected IN, BETWEEN or STARTS_WITH" : "expected a comparison");
        }

        return negate ? i => !positive(i) : positive;
    }

    private static Func<WorkflowExecutionInfo, bool> Compare(string name, string symbol, object value) => symbol switch
    {
        "=" => i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) == 0),
        "!=" or "<>" => i => !ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) == 0),
        ">" => i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) > 0),
        ">=" => i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) >= 0),
        "<" => i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) < 0),
        _ => i => ListFilterValues.Of(i, name).Any(v => ListFilterValues.Compare(v, value) <= 0),
    };

    private string Name()
    {
        if (Current.Kind is not TokenKind.Name && (Current.Kind != TokenKind.Word || !(char.IsAsciiLetter(Current.Text[0]) || Current.Text[0] == '_')))
        {
            throw Error("expected the name of an attribute");
        }

        var name = Current.Text;
        if (SearchAttributeNames.Mistake(name, custom) is { } mistake)
        {
            throw Error(mistake);
        }

        position++;
        return name;
    }

    private object Value(string name)
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Quoted))
        {
            throw Error("expected a value");
        }

        object? value = ListFilterValues.Read(name, token.Text, token.Kind == TokenKind.Quoted);
        if (value is null)
        {
            throw Error(token.Kind == TokenKind.Quoted ? $"not a value of {name}" : $"not a value of {name}; text is written in quotes");
        }

        position++;
        return value;
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Word && string.Equals(Current.Text, word, StringComparison.OrdinalIgnoreCase);

    private bool TakeWord(string word)
    {
        var found = IsWord(word);
        position += found ? 1 : 0;
        return found;
    }

    private bool TakeSymbol(string symbol)
    {
        var found = Current.Kind == TokenKind.Symbol && string.Equals(Current.Text, symbol, StringComparison.Ordinal);
        position += found ? 1 : 0;
        return found;
    }

    private void Expect(string word)
    {
        if (!TakeWord(word))
        {
            throw Error($"expected {word}");
        }
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Error($"expected \"{symbol}\"");
        }
    }

    private RpcException Error(string message) => Error(message, Current);

    private RpcException Error(string message, Token token) => new(
        RpcException.StatusCode.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"invalid query: {message} at column {token.Start + 1}, found {(token.Kind == TokenKind.End ? "the end" : $"\"{token.Text}\"")}: {text}"),
        null);

    private List<Token> Scan()
    {
        var result = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '\'' or '"' or '`')
            {
                result.Add(new Token(c == '`' ? TokenKind.Name : TokenKind.Quoted, Quoted(ref i), start));
            }
            else if (IsWordCharacter(c))
            {
                while (i < text.Length && IsWordCharacter(text[i]))
                {
                    i++;
                }

                result.Add(new Token(TokenKind.Word, text[start..i], start));
            }
            else
            {
                i += c is '!' or '<' or '>' && i + 1 < text.Length && (text[i + 1] == '=' || (c == '<' && text[i + 1] == '>')) ? 2 : 1;
                result.Add(new Token(TokenKind.Symbol, text[start..i], start));
            }
        }

        result.Add(new Token(TokenKind.End, string.Empty, text.Length));
        return result;
    }

    private string Quoted(ref int i)
    {
        var start = i;
        var quote = text[i++];
        var value = new StringBuilder();
        for (; i < text.Length; i++)
        {
            if (text[i] == quote && (i + 1 == text.Length || text[i + 1] != quote))
            {
                i++;
                return value.ToString();
            }

            // A quote is escaped by another one or by a backslash.
            if (text[i] == quote || (text[i] == '\\' && i + 1 < text.Length))
            {
                i++;
            }

            value.Append(text[i]);
        }

        throw Error("unfinished text", new Token(TokenKind.Symbol, quote.ToString(), start));
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '+';

    private readonly record struct Token(TokenKind Kind, string Text, int Start);
}
