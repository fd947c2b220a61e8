using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>Findings of style, made on request (spec/lua.md section 11, codes W0001 to W0007).</summary>
internal sealed class LintRules
{
    private readonly BoundChunk _bound;
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics = [];

    private LintRules(BoundChunk bound)
    {
        _bound = bound;
        _source = bound.Input.Tree.Source;
    }

    /// <summary>Looks at a chunk that the static checker has gone through, so that the names in its types are bound.</summary>
    public static IEnumerable<Diagnostic> Check(BoundChunk bound)
    {
        var rules = new LintRules(bound);
        foreach (var function in bound.Functions)
        {
            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                rules.CheckBlocks(statement);
                rules.CheckAssignment(statement);
            }
        }

        SyntaxWalk.Visit(bound.Chunk.Block, rules.CheckComparison);
        rules.CheckUses();
        rules.CheckImports();
        rules.CheckShadowing();
        return rules._diagnostics;
    }

    private void Report(DiagnosticDescriptor rule, TextSpan span, params object[] arguments) =>
        _diagnostics.Report(rule, _source.GetLocation(span), arguments);

    // A function that does nothing is a value like others.
    private void CheckBlocks(StatementSyntax statement)
    {
        switch (statement)
        {
            case DoStatementSyntax @do:
                CheckBlock(@do.Block, "do", @do);
                break;
            case WhileStatementSyntax @while:
                CheckBlock(@while.Block, "while", @while);
                break;
            case RepeatStatementSyntax repeat:
                CheckBlock(repeat.Block, "repeat", repeat);
                break;
            case NumericForStatementSyntax loop:
                CheckBlock(loop.Block, "for", loop);
                break;
            case GenericForStatementSyntax loop:
                CheckBlock(loop.Block, "for", loop);
                break;
            case IfStatementSyntax @if:
                for (var i = 0; i < @if.Clauses.Count; i++)
                {
                    CheckBlock(@if.Clauses[i].Block, i == 0 ? "if" : "elseif", @if.Clauses[i]);
                }

                if (@if.Else is { Statements.IsEmpty: true })
                {
                    Report(DiagnosticDescriptors.EmptyBlock, new TextSpan(@if.Span.End - "end".Length, "end".Length), "else");
                }

                break;
            default:
                break;
        }
    }

    private void CheckBlock(BlockSyntax block, string keyword, SyntaxNode node)
    {
        if (block.Statements.IsEmpty)
        {
            Report(DiagnosticDescriptors.EmptyBlock, new TextSpan(node.Span.Start, keyword.Length), keyword);
        }
    }

    private void CheckAssignment(StatementSyntax statement)
    {
        switch (statement)
        {
            case AssignmentStatementSyntax assignment:
                foreach (var name in assignment.Targets.OfType<NameExpressionSyntax>().Where(n => !_bound.Locals.ContainsKey(n)))
                {
                    Report(DiagnosticDescriptors.GlobalAssignment, name.Span, name.Name);
                }

                break;
            case FunctionStatementSyntax { Method: null, Names: { Count: 1 } names } when !_bound.Locals.ContainsKey(names[0]):
                Report(DiagnosticDescriptors.GlobalAssignment, names[0].Span, names[0].Text);
                break;
            default:
                break;
        }
    }

    private void CheckComparison(ExpressionSyntax expression)
    {
        if (expression is not BinaryExpressionSyntax
            {
                Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual,
            } binary
            || !SamePlace.Is(_bound, binary.Left.Unwrap(), binary.Right.Unwrap()))
        {
            return;
        }

        var operand = _source.ToString(binary.Left.Span);
        Report(
            DiagnosticDescriptors.SelfComparison, binary.Span, _source.ToString(binary.OperatorSpan), operand,
            binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual ? $"; to ask for NaN write 'not ({operand} <= 0 or {operand} > 0)'" : string.Empty);
    }

    private void CheckUses()
    {
        var used = FindUsed();
        foreach (var local in Declared().Where(l => !used.Contains(l) && l.Name[0] != '_' && !l.IsNamedInType))
        {
            if (local.Kind == LocalKind.Parameter)
            {
                // How a method is called decides that it has one.
                if (local.Name != "self")
                {
                    Report(DiagnosticDescriptors.UnusedParameter, NameOf(local), local.Name);
                }
            }
            else if (local.InitialValue is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) is "require")
            {
                Report(DiagnosticDescriptors.UnusedImport, NameOf(local), local.Name, string.Empty);
            }
            else
            {
                Report(DiagnosticDescriptors.UnusedLocal, NameOf(local), local.Name);
            }
        }
    }

    private IEnumerable<LocalSymbol> Declared() => _bound.Scopes.Values.SelectMany(static s => s.Locals);

    // A variable that is only assigned is not used; a table whose fields are is.
    private HashSet<LocalSymbol> FindUsed()
    {
        var assigned = new HashSet<SyntaxNode>();
        var used = new HashSet<LocalSymbol>();
        foreach (var function in _bound.Functions)
        {
            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                if (statement is AssignmentStatementSyntax assignment)
                {
                    assigned.UnionWith(assignment.Targets);
                }
                else if (statement is FunctionStatementSyntax { Names: var names, Method: var method } && (names.Count > 1 || method is not null)
                    && _bound.Locals.TryGetValue(names[0], out var table))
                {
                    used.Add(table);
                }
            }
        }

        used.UnionWith(_bound.Locals.Where(p => p.Key is NameExpressionSyntax && !assigned.Contains(p.Key)).Select(static p => p.Value));
        return used;
    }

    private void CheckImports()
    {
        // Through the table of globals any import can be reached.
        if (_bound.ReadsAnyGlobal)
        {
            return;
        }

        var read = new HashSet<string>(_bound.GlobalReads.Select(static n => n.Name).Concat(_bound.GlobalFields.Values), StringComparer.Ordinal);
        foreach (var import in _bound.Input.Imports.Where(i => !read.Contains(i.Alias) && !_bound.RequiredNames.Contains(i.Alias) && !_bound.LibrariesInTypes.Contains(i.Alias)))
        {
            _diagnostics.Report(DiagnosticDescriptors.UnusedImport, import.Location, import.Alias, " from 'imports:', unless it is there for what it does when it is loaded");
        }
    }

    // In order of position, so that what is known of a scope is what has been declared in it before.
    private void CheckShadowing()
    {
        var known = _bound.Scopes.Values.Distinct().ToDictionary(static s => s, static _ => new Dictionary<string, (LocalSymbol First, LocalSymbol Last)>(StringComparer.Ordinal));
        var siblings = _bound.Functions.SelectMany(static f => SyntaxWalk.StatementsOf(f.Block)).OfType<LocalStatementSyntax>()
            .SelectMany(static s => s.Variables.Select(v => (Variable: v, Statement: s))).ToDictionary(static p => (SyntaxNode)p.Variable, static p => p.Statement);
        foreach (var local in Declared().OrderBy(static l => l.Declaration.Span.Start))
        {
            LocalSymbol? hidden = null;
            for (var scope = local.Scope; scope is not null && hidden is null; scope = scope.Parent)
            {
                hidden = known[scope].TryGetValue(local.Name, out var found) ? found.Last : null;
            }

            // "local b, err = g()" below "local a, err = f()" is how errors are handled.
            var own = known[local.Scope];
            var isRedeclared = hidden?.Scope == local.Scope && siblings.TryGetValue(local.Declaration, out var statement)
                && statement.Variables.Any(v => !own.TryGetValue(v.Name.Text, out var other) || other.First.Declaration.Span.Start >= statement.Span.Start);
            if (hidden is not null && !isRedeclared && local.Name[0] != '_' && local.Name != "self")
            {
                var kind = hidden.Kind == LocalKind.Parameter ? "parameter" : hidden.Kind == LocalKind.Loop ? "loop variable" : "local";
                Report(DiagnosticDescriptors.Shadowing, NameOf(local), local.Name, kind, _source.GetLine(hidden.Declaration.Span.Start) + 1);
            }

            own[local.Name] = (own.TryGetValue(local.Name, out var others) ? others.First : local, local);
        }
    }

    private static TextSpan NameOf(LocalSymbol local) => local.Declaration switch
    {
        VariableSyntax variable => variable.Name.Span,
        ParameterSyntax parameter => parameter.Name.Span,
        var name => name.Span,
    };
}
