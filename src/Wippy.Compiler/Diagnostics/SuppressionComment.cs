using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Diagnostics;

/// <summary>
/// A comment that suppresses warnings of one rule: <c>-- wippy:disable WLC3001 reason</c> for its own line, or for the next line when
/// nothing stands before it; <c>-- wippy:disable-file WLC3001 reason</c> for the file. Lua files have no other way to say it,
/// since editor configuration does not reach diagnostics in them.
/// </summary>
/// <param name="RuleId">The first word after the marker.</param>
/// <param name="HasReason">Whether more words follow.</param>
/// <param name="Line">The line it is for, from 0; -1 for the whole file.</param>
/// <param name="Location">Where the comment stands.</param>
public sealed record SuppressionComment(string RuleId, bool HasReason, int Line, SourceLocation Location)
{
    private const string Marker = "wippy:disable";

    /// <summary>The suppressions of a file, in order.</summary>
    public static EquatableArray<SuppressionComment> Read(LuaSyntaxTree tree) =>
        tree.Chunk.Comments.Select(c => Read(tree.Source, c)).OfType<SuppressionComment>().ToEquatableArray();

    /// <summary>
    /// Removes what is suppressed and adds findings about the suppressions themselves: without a reason, of an unknown rule, of an
    /// error, or of nothing. Findings stay in order.
    /// </summary>
    public static EquatableArray<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics, IEnumerable<SuppressionComment> suppressions)
    {
        var comments = suppressions.ToArray();
        var used = new bool[comments.Length];
        var wrong = new bool[comments.Length];
        var result = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var suppressed = false;
            for (var i = 0; i < comments.Length; i++)
            {
                if (comments[i].Covers(diagnostic))
                {
                    used[i] = true;
                    wrong[i] |= diagnostic.Severity == DiagnosticSeverity.Error;
                    suppressed |= diagnostic.Severity != DiagnosticSeverity.Error;
                }
            }

            if (!suppressed)
            {
                result.Add(diagnostic);
            }
        }

        for (var i = 0; i < comments.Length; i++)
        {
            var comment = comments[i];
            if (!DiagnosticDescriptors.All.Any(d => string.Equals(d.Id, comment.RuleId, StringComparison.Ordinal)))
            {
                var upper = comment.RuleId.ToUpperInvariant();
                var hint = DiagnosticDescriptors.All.Any(d => string.Equals(d.Id, upper, StringComparison.Ordinal)) ? $" (did you mean {upper}?)" : string.Empty;
                result.Add(Diagnostic.Create(DiagnosticDescriptors.UnknownSuppression, comment.Location, comment.RuleId, hint));
                continue;
            }

            if (wrong[i])
            {
                result.Add(Diagnostic.Create(DiagnosticDescriptors.ErrorSuppression, comment.Location, comment.RuleId));
            }
            else if (!used[i])
            {
                result.Add(Diagnostic.Create(DiagnosticDescriptors.UnusedSuppression, comment.Location, comment.RuleId));
            }

            if (!comment.HasReason)
            {
                result.Add(Diagnostic.Create(DiagnosticDescriptors.SuppressionWithoutReason, comment.Location, comment.RuleId));
            }
        }

        return result.ToEquatableArray();
    }

    private static SuppressionComment? Read(SourceText source, CommentSyntax comment)
    {
        var text = comment.Text.TrimStart('-', ' ', '\t');
        if (comment.Kind != CommentKind.Line || !text.StartsWith(Marker, StringComparison.Ordinal))
        {
            return null;
        }

        var words = text.Substring(Marker.Length).Split(new[] { ' ', '\t', '\r' }, StringSplitOptions.RemoveEmptyEntries);
        var wholeFile = text.StartsWith(Marker + "-file", StringComparison.Ordinal);
        var ids = wholeFile ? words.Skip(1).ToArray() : words;
        var line = source.GetLine(comment.Span.Start);
        var target = wholeFile ? -1 : StandsAlone(source, comment, line) ? line + 1 : line;
        return new SuppressionComment(ids.FirstOrDefault() ?? string.Empty, ids.Length > 1, target, source.GetLocation(comment.Span));
    }

    private static bool StandsAlone(SourceText source, CommentSyntax comment, int line)
    {
        for (var i = source.GetLineStart(line); i < comment.Span.Start; i++)
        {
            if (source[i] is not ((byte)' ' or (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    private bool Covers(Diagnostic diagnostic) =>
        diagnostic.Location is { } location &&
        string.Equals(diagnostic.Id, RuleId, StringComparison.Ordinal) &&
        string.Equals(location.Path, Location.Path, StringComparison.Ordinal) &&
        (Line < 0 || location.Start.Line == Line);
}
