using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>Looks at what calls of modules are given as literals: durations, options and ids of entries.</summary>
internal sealed class CallRules
{
    private static readonly string[] OptionDurations =
    [
        "execution_timeout", "heartbeat_timeout", "initial_interval", "max_interval", "maximum_interval", "run_timeout", "schedule_to_close_timeout",
        "schedule_to_start_timeout", "start_delay", "start_to_close_timeout", "task_timeout",
    ];

    private readonly BoundChunk _bound;
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics = [];
    private readonly List<EntryReference> _references = [];

    private CallRules(BoundChunk bound)
    {
        _bound = bound;
        _source = bound.Input.Tree.Source;
    }

    /// <summary>Checks a bound chunk; the entries that it names are looked up when all entries are known.</summary>
    public static (IEnumerable<Diagnostic> Diagnostics, EquatableArray<EntryReference> References) Check(BoundChunk bound)
    {
        var rules = new CallRules(bound);
        SyntaxWalk.Visit(bound.Chunk.Block, rules.Check);
        return (rules._diagnostics, rules._references.ToEquatableArray());
    }

    /// <summary>Why an option of activities or workflows does nothing; null when it does something.</summary>
    public static string? WhyWithoutEffect(string option) => NameOf(option) switch
    {
        "versioning_intent" => "workers are versioned by their deployment; remove it and set 'worker_options.deployment_name' and 'build_id'",
        "namespace" when option.IndexOf('.') >= 0 => "a child runs in the namespace of its parent; remove it, or start the workflow through a client of the other namespace",
        _ => null,
    };

    /// <summary>Whether an option is a duration.</summary>
    public static bool IsDuration(string option) => OptionDurations.Contains(NameOf(option), StringComparer.Ordinal);

    // "activity.x", "temporal.activity.x", "workflow.x", "temporal.workflow.x" and the bare name are one option.
    private static string NameOf(string option) => option.Substring(option.LastIndexOf('.') + 1);

    private void Check(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case CallExpressionSyntax call when _bound.GetHostPath(call.Callee) is { } path:
                CheckCall(path, call.Arguments);
                break;
            case MethodCallExpressionSyntax call when ReceiverOf(call.Object) is { } receiver:
                CheckCall(receiver + ":" + call.Name.Text, call.Arguments);
                break;
            default:
                break;
        }
    }

    private void CheckCall(string call, EquatableArray<ExpressionSyntax> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        switch (call)
        {
            case "time.sleep" or "time.parse_duration":
                CheckDuration(call, arguments[0], true, "nanoseconds");
                break;
            case "time.after" or "time.timer" or "time.ticker":
                CheckDuration(call, arguments[0], false, "nanoseconds");
                break;
            case "process.with_options" or "funcs.new:with_options" or "process:with_options":
                CheckOptions(arguments[0]);
                break;
            case "funcs.call" or "funcs.async" or "funcs.new:call" or "funcs.new:async":
                AddReference(EntryReferenceRole.Function, call.Replace(".new", string.Empty), arguments[0]);
                break;
            case "workflow.exec" or "process.exec" or "process.upgrade" or "process:exec"
                or "process.spawn" or "process.spawn_linked" or "process.spawn_monitored" or "process.spawn_linked_monitored"
                or "process:spawn" or "process:spawn_linked" or "process:spawn_monitored" or "process:spawn_linked_monitored":
                AddReference(EntryReferenceRole.Process, call, arguments[0]);
                break;
            default:
                break;
        }
    }

    // "funcs.new" for an executor, "process" for a spawner: what gave the object its methods.
    private string? ReceiverOf(ExpressionSyntax expression, int depth = 0)
    {
        switch (expression)
        {
            case var _ when depth > 16:
                return null;
            case ParenthesizedExpressionSyntax inner:
                return ReceiverOf(inner.Expression, depth + 1);
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                return local is { Writes: 0, Kind: LocalKind.Local, InitialValue: { } value } ? ReceiverOf(value, depth + 1) : null;
            case CallExpressionSyntax call:
                return _bound.GetHostPath(call.Callee) switch
                {
                    "funcs.new" => "funcs.new",
                    "process.with_options" or "process.with_context" => "process",
                    _ => null,
                };
            case MethodCallExpressionSyntax call when call.Name.Text.StartsWith("with_", StringComparison.Ordinal):
                return ReceiverOf(call.Object, depth + 1);
            default:
                return null;
        }
    }

    private void AddReference(EntryReferenceRole role, string call, ExpressionSyntax argument)
    {
        if (argument is StringLiteralSyntax text)
        {
            _references.Add(new EntryReference(role, call, LuaText.Decode(text.Value), _source.GetLocation(text.Span)));
        }
    }

    private void CheckOptions(ExpressionSyntax argument)
    {
        if (argument is not TableConstructorSyntax table)
        {
            return;
        }

        foreach (var field in table.Fields)
        {
            var (name, node) = field switch
            {
                NamedTableFieldSyntax named => (named.Name.Text, (SyntaxNode)named.Name),
                KeyedTableFieldSyntax { Key: StringLiteralSyntax text } => (LuaText.Decode(text.Value), text),
                _ => (string.Empty, field),
            };
            if (WhyWithoutEffect(name) is { } reason)
            {
                _diagnostics.Report(DiagnosticDescriptors.CallOptionWithoutEffect, _source.GetLocation(node.Span), name, reason);
            }
            else if (IsDuration(name))
            {
                CheckDuration($"option '{name}'", field.Value, true, "milliseconds");
            }
            else if (NameOf(name) == "retry_policy")
            {
                CheckOptions(field.Value);
            }
        }
    }

    private void CheckDuration(string taker, ExpressionSyntax argument, bool takesNothing, string unit)
    {
        var (value, shown) = argument switch
        {
            StringLiteralSyntax text when LuaText.Decode(text.Value) is var written =>
                (DurationText.TryParse(written, out var duration) ? duration : (double?)null, $"'{written}'"),
            NumberLiteralSyntax number => (number.FloatValue, _source.ToString(number.Span)),
            UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax number } negative => (-number.FloatValue, _source.ToString(negative.Span)),
            _ => (1d, string.Empty),
        };
        if (value is null || (value <= 0 && !takesNothing))
        {
            _diagnostics.Report(
                DiagnosticDescriptors.InvalidDurationLiteral, _source.GetLocation(argument.Span), taker, shown,
                value is null ? $"numbers with the units ns, us, ms, s, m or h, such as \"1m30s\", or a number of {unit}" : "one above zero");
        }
    }
}
