using System;
using System.Collections.Generic;
using System.IO;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wippy.Compiler.Entries;

/// <summary>
/// Reads the first document of a YAML or JSON file into positioned nodes, through the event API of YamlDotNet. Entry files use a
/// subset: anchors, aliases, tags, further documents, keys that are no scalars and duplicate keys are errors, never a guess.
/// </summary>
public sealed class YamlReader
{
    private const int MaxDepth = 100;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    private YamlReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>The root of the document; null when the file is empty or no YAML, in which case a finding says so.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        if (source.IsUnreadable)
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidYaml, source.GetLocation(default), "the file is no text, or cannot be read");
            return null;
        }

        if (source.FindReplacedByte(new TextSpan(0, source.Length)) is { Length: > 0 } replaced)
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidYaml, source.GetLocation(replaced), "a byte is no UTF-8");
            return null;
        }

        try
        {
            return new YamlReader(source, diagnostics).ReadDocument();
        }
        catch (YamlException exception)
        {
            var start = source.ByteOffset(ToInt(exception.Start.Index));
            var end = Math.Max(start, source.ByteOffset(ToInt(exception.End.Index)));
            Report(DiagnosticDescriptors.InvalidYaml, CleanMessage(exception.Message));
            void Report(DiagnosticDescriptor descriptor, string message) =>
                diagnostics.Report(descriptor, source.GetLocation(TextSpan.FromBounds(start, end)), message);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException
            or IndexOutOfRangeException or OverflowException)
        {
            // Some malformed input escapes the library as one of these; it is still only malformed input.
            diagnostics.Report(DiagnosticDescriptors.InvalidYaml, source.GetLocation(default), CleanMessage(exception.Message));
        }

        return null;
    }

    private static int ToInt(long index) => (int)Math.Max(0, Math.Min(int.MaxValue, index));

    // Some messages of the library start with the position, which the location says already.
    private static string CleanMessage(string message)
    {
        var end = message.StartsWith("(Line", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        var text = end < 0 ? message : message.Substring(end + 3);
        return text.Replace("\r", string.Empty).Replace("\n", " ").TrimEnd('.', ' ');
    }

    private YamlNode? ReadDocument()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is StreamStart or DocumentStart or Comment)
            {
                continue;
            }

            if (_parser.Current is StreamEnd or DocumentEnd or null)
            {
                return null;
            }

            var root = ReadNode(_parser.Current, 0);
            while (_parser.MoveNext())
            {
                if (_parser.Current is DocumentStart second)
                {
                    Report(DiagnosticDescriptors.YamlFeatureNotSupported, second, "a second document",
                        "put each document in a file of its own");
                    break;
                }
            }

            return root;
        }

        return null;
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!_parser.MoveNext() || _parser.Current is null)
            {
                throw new YamlException("unexpected end of the file");
            }
        }
        while (_parser.Current is Comment);
        return _parser.Current;
    }

    private YamlNode ReadNode(ParsingEvent current, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(current.Start, current.End, $"more than {MaxDepth} levels of nesting");
        }

        switch (current)
        {
            case Scalar scalar:
                RejectProperties(scalar);
                return new YamlScalar(scalar.Value, StyleOf(scalar), SpanOf(scalar.Start, scalar.End));
            case SequenceStart sequence:
                return ReadSequence(sequence, depth);
            case MappingStart mapping:
                return ReadMapping(mapping, depth);
            default:
                // What is left is an alias.
                Report(DiagnosticDescriptors.YamlFeatureNotSupported, current, "an alias", "write the value out");
                return new YamlScalar(string.Empty, YamlScalarStyle.Plain, SpanOf(current.Start, current.End));
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        RejectProperties(start);
        var items = new List<YamlNode>();
        ParsingEvent current;
        while ((current = Next()) is not SequenceEnd)
        {
            items.Add(ReadNode(current, depth + 1));
        }

        return new YamlSequence(new EquatableArray<YamlNode>(items.ToArray()), SpanOf(start.Start, current.End));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        RejectProperties(start);
        var pairs = new List<YamlPair>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        ParsingEvent current;
        while ((current = Next()) is not MappingEnd)
        {
            var keyEvent = current;
            var key = ReadNode(keyEvent, depth + 1);
            var value = ReadNode(Next(), depth + 1);
            if (key is not YamlScalar name || keyEvent is AnchorAlias)
            {
                Report(DiagnosticDescriptors.YamlKeyNotScalar, keyEvent);
            }
            else if (!keys.Add(name.Value))
            {
                Report(DiagnosticDescriptors.YamlDuplicateKey, keyEvent, name.Value);
            }
            else
            {
                pairs.Add(new YamlPair(name, value));
            }
        }

        return new YamlMapping(new EquatableArray<YamlPair>(pairs.ToArray()), SpanOf(start.Start, current.End));
    }

    private void RejectProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Report(DiagnosticDescriptors.YamlFeatureNotSupported, node, "an anchor", "remove it and write the value out where it is used");
        }

        if (!node.Tag.IsEmpty)
        {
            Report(DiagnosticDescriptors.YamlFeatureNotSupported, node, "a tag", "remove it");
        }
    }

    private void Report(DiagnosticDescriptor descriptor, ParsingEvent at, params object[] arguments) =>
        _diagnostics.Report(descriptor, _source.GetLocation(SpanOf(at.Start, at.End)), arguments);

    private static YamlScalarStyle StyleOf(Scalar scalar) => scalar.Style switch
    {
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlScalarStyle.Quoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    // The library ends block values where the next token starts: white space at the end is not theirs.
    private TextSpan SpanOf(Mark start, Mark end)
    {
        var first = _source.ByteOffset(ToInt(start.Index));
        var last = Math.Max(first, _source.ByteOffset(ToInt(end.Index)));
        while (last > first && (char)_source[last - 1] is ' ' or '\n' or '\r' or '\t')
        {
            last--;
        }

        return TextSpan.FromBounds(first, last);
    }
}
