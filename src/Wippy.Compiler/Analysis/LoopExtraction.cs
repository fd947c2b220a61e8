using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Makes functions of their own of loops that cannot wait, in functions that may and in the outermost block, when they are long: the loop gets a typed copy
/// like any other function, and its variables are no fields of a state machine. The function stands before the statement of the outermost block that holds the
/// loop; it takes the variables that the loop reads and gives those that it assigns.
/// </summary>
internal sealed class LoopExtraction : SyntaxRewriter
{
    private const double ManySteps = 1000;

    private readonly BoundChunk _bound;
    private readonly HashSet<string> _names;
    private readonly List<StatementSyntax> _extracted = [];
    private FunctionSymbol _function;
    private StatementSyntax? _outermost;

    private LoopExtraction(BoundChunk bound)
    {
        _bound = bound;
        _function = bound.Chunk;
        _names = new(bound.Locals.Values.Select(static l => l.Name), StringComparer.Ordinal);
        _names.UnionWith(bound.GlobalReads.Select(static g => g.Name));
        _names.UnionWith(bound.AssignedGlobals);
    }

    /// <summary>The tree with such functions; null when there are none.</summary>
    public static LuaSyntaxTree? Run(BoundChunk bound)
    {
        // Behind a label, the variables of the outermost block are no fields of the class.
        var tree = bound.Input.Tree;
        if (bound.HasOutermostLabel)
        {
            return null;
        }

        var extraction = new LoopExtraction(bound);
        var statements = new List<StatementSyntax>();
        var found = false;
        foreach (var statement in tree.Chunk.Block.Statements)
        {
            extraction._outermost = statement;
            var rewritten = extraction.Rewrite(statement);
            found |= rewritten != statement;
            statements.AddRange(extraction._extracted);
            statements.Add(rewritten);
            extraction._extracted.Clear();
        }

        var block = new BlockSyntax(tree.Chunk.Block.Span, statements.ToEquatableArray());
        return found ? new LuaSyntaxTree(tree.Source, new ChunkSyntax(tree.Chunk.Span, block, tree.Chunk.Comments), tree.Diagnostics, tree.Depth) : null;
    }

    protected override FunctionBodySyntax Rewrite(FunctionBodySyntax body)
    {
        var outer = _function;
        _function = _bound.FunctionOf[body];
        var result = base.Rewrite(body);
        _function = outer;
        return result;
    }

    protected override StatementSyntax Rewrite(StatementSyntax statement) =>
        statement is WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax or GenericForStatementSyntax
            && _function is { NeedsCallers: false } && (_function.IsChunk ? IsLong(statement) : _function.IsAsync) && FindVariables(statement) is { } variables
            ? Extract(statement, variables)
            : base.Rewrite(statement);

    private StatementSyntax Extract(StatementSyntax loop, List<(LocalSymbol Variable, bool IsAssigned)> variables)
    {
        var start = new TextSpan(loop.Span.Start, 0);
        var function = _function.IsChunk ? "chunk" : _function.Name.Substring(_function.Name.LastIndexOfAny(['.', ':']) + 1);
        var name = NumberedName.Unique(_names, function + "_loop");
        var assigned = variables.Where(static v => v.IsAssigned).Select(static v => v.Variable.Name).ToList();
        var types = variables.ConvertAll(static v => v.Variable.Declaration switch
        {
            VariableSyntax variable => variable.Type,
            ParameterSyntax { IsOptional: false } parameter => parameter.Type,
            _ => null,
        });
        var statements = assigned.Count == 0 ? new[] { loop } : new[] { loop, new ReturnStatementSyntax(start, Names(assigned)) };
        var parameters = variables.Select((v, i) => new ParameterSyntax(start, new IdentifierSyntax(start, v.Variable.Name), false, types[i])).ToEquatableArray();
        var body = new FunctionBodySyntax(
            loop.Span, default, parameters, null, null, new BlockSyntax(loop.Span, statements.ToEquatableArray()), new TextSpan(loop.Span.End, 0)) { IsLoop = true };

        // Before all comments, which belong to the statements of the source.
        _extracted.Add(new LocalFunctionStatementSyntax(default, new IdentifierSyntax(start, name), body));

        var call = new CallExpressionSyntax(loop.Span, new NameExpressionSyntax(start, name), Names(variables.Select(static v => v.Variable.Name)), start);
        return assigned.Count == 0
            ? new CallStatementSyntax(loop.Span, call)
            : new AssignmentStatementSyntax(loop.Span, Names(assigned), EquatableArray.Create<ExpressionSyntax>(call));

        EquatableArray<ExpressionSyntax> Names(IEnumerable<string> names) =>
            names.Select(n => (ExpressionSyntax)new NameExpressionSyntax(start, n)).ToEquatableArray();
    }

    // The variables that the function has to be given, in order of their first use; null when the loop has to stay.
    private List<(LocalSymbol Variable, bool IsAssigned)>? FindVariables(StatementSyntax loop)
    {
        var block = new BlockSyntax(loop.Span, EquatableArray.Create(loop));
        if (!SyntaxWalk.StatementsOf(block).All(s => CanMove(s, block)) || (MetamethodUses.Of(_bound, block) & _bound.WaitingMetamethods) != 0)
        {
            return null;
        }

        var variables = new List<LocalSymbol>();
        var canMove = true;
        SyntaxWalk.Visit(block, expression =>
        {
            canMove &= CanMove(expression);
            if (expression is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var variable) && !IsInside(variable.Declaration, loop))
            {
                canMove &= CanMove(variable);
                if (variable.Owner == _function && variable.KnownFunction is null && !variables.Contains(variable))
                {
                    variables.Add(variable);
                }
            }
        });
        if (!canMove)
        {
            return null;
        }

        var assigned = new HashSet<LocalSymbol>();
        foreach (var target in SyntaxWalk.StatementsOf(block).OfType<AssignmentStatementSyntax>().SelectMany(static a => a.Targets))
        {
            if (target is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var variable))
            {
                assigned.Add(variable);
            }
        }

        return variables.ConvertAll(v => (v, assigned.Contains(v)));
    }

    private bool CanMove(StatementSyntax statement, BlockSyntax block) => statement switch
    {
        ReturnStatementSyntax or LocalFunctionStatementSyntax or FunctionStatementSyntax or TypeDeclarationSyntax or InterfaceDeclarationSyntax or ErrorStatementSyntax => false,
        GotoStatementSyntax jump => SyntaxWalk.StatementsOf(block).Any(s => s is LabelStatementSyntax label && label.Name.Text == jump.Label.Text),
        GenericForStatementSyntax generic => !FunctionAnalysis.IteratorMayWait(_bound, generic, true),
        _ => true,
    };

    private bool CanMove(ExpressionSyntax expression) => expression switch
    {
        FunctionExpressionSyntax or VarargExpressionSyntax or CastExpressionSyntax or ErrorExpressionSyntax => false,
        CallExpressionSyntax or MethodCallExpressionSyntax => !_bound.Calls[expression].MayWait && !_bound.IsLeveledError(expression),
        NameExpressionSyntax name => !_bound.TypeValues.ContainsKey(name),
        _ => true,
    };

    // A variable of the outermost block is seen there too; one of the function is handed over, unless others could see or make a change meanwhile.
    private bool CanMove(LocalSymbol variable) =>
        variable.Owner == _function ? IsKnownCallee(variable) || (variable.KnownFunction is null && !(variable.IsCaptured && variable.Writes > 0))
        : variable.Owner.IsChunk && variable.IsField && !IsInside(variable.Declaration, _outermost!);

    // A function of the outermost block that is only called.
    private bool IsKnownCallee(LocalSymbol variable) =>
        _function.IsChunk && variable is { IsUsedAsValue: false, KnownFunction: { IsTopLevel: true, Placement: FunctionPlacement.Method } };

    // Loops of the outermost block that print in each step, or have few steps, as far as literals tell, are not worth the text.
    private bool IsLong(StatementSyntax loop)
    {
        var prints = false;
        SyntaxWalk.Visit(
            new BlockSyntax(loop.Span, EquatableArray.Create(loop)),
            expression => prints |= expression is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) == "print");
        return !prints && StepsOf(loop) >= ManySteps;
    }

    // How often what is innermost is done, or at least many times.
    private static double StepsOf(StatementSyntax statement)
    {
        var steps = statement switch
        {
            NumericForStatementSyntax { Initial: NumberLiteralSyntax first, Limit: NumberLiteralSyntax last } => Math.Abs(last.FloatValue - first.FloatValue) + 1,
            NumericForStatementSyntax or GenericForStatementSyntax or WhileStatementSyntax or RepeatStatementSyntax => ManySteps,
            _ => 1,
        };
        return steps * SyntaxWalk.BlocksOf(statement).SelectMany(static b => b.Statements).Select(StepsOf).DefaultIfEmpty(1).Max();
    }

    private static bool IsInside(SyntaxNode node, StatementSyntax statement) => node.Span.Start >= statement.Span.Start && node.Span.End <= statement.Span.End;
}
