using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <summary>
/// The static checker (spec/lua.md section 11): follows the statements of a chunk with what is known of each value, and reports what does
/// not fit. Gradual: what is not annotated and not plain from the text is any, and any fits everywhere. It never changes what is emitted.
/// </summary>
internal sealed partial class TypeChecker
{
    // Of "a.b.c..." no more than this is followed.
    private const int MaxReferenceDepth = 32;

    private readonly BoundChunk _bound;
    private readonly SourceText _source;
    private readonly DiagnosticSeverity? _severity;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<(string Id, int Start)> _reported = [];
    private readonly TypeResolver _resolver;
    private readonly Dictionary<LocalSymbol, StaticType> _declared = [];
    private readonly Dictionary<FunctionBodySyntax, FunctionType> _functions = [];
    private readonly Dictionary<string, LibraryTypes?> _libraries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionBodySyntax?> _globalFunctions = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<LocalSymbol, TableInfo> _tables;
    private readonly Dictionary<FunctionBodySyntax, (TableInfo Table, bool IsMethod)> _members = [];
    private readonly HashSet<string> _writtenFields;
    private FlowState _state = new();
    private Scope _scope;
    private GenericScope? _generics;
    private FunctionContext _function;
    private int _silence;
    private int _hidden;

    private TypeChecker(BoundChunk bound)
    {
        _bound = bound;
        _source = bound.Input.Tree.Source;
        _severity = bound.Input.Options.StrictTypes ? DiagnosticSeverity.Error : null;
        _resolver = new TypeResolver(Report, FindLibraryOfType, TypeOfWritten);
        _scope = bound.Scopes[bound.Chunk.Block];
        _function = new FunctionContext(bound.Chunk.Name, null);
        (_tables, _writtenFields) = TableFinder.Find(bound);
        foreach (var table in _tables.Values)
        {
            foreach (var member in table.Functions)
            {
                _members[member.Body] = (table, member.IsMethod);
            }
        }
    }

    /// <summary>Checks a chunk that the parser found no error in.</summary>
    public static IReadOnlyList<Diagnostic> Check(BoundChunk bound)
    {
        var checker = new TypeChecker(bound);
        checker.FindGlobalFunctions();
        checker.CheckGlobals();
        checker.CheckBlock(bound.Chunk.Block);
        return checker._diagnostics;
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode node, params object[] arguments) => ReportAt(rule, node.Span, arguments);

    private void ReportAt(DiagnosticDescriptor rule, TextSpan span, params object[] arguments)
    {
        if (_silence > 0)
        {
            _hidden++;
            return;
        }

        // A value that control reaches on two ways is one finding.
        if (_reported.Add((rule.Id, span.Start)))
        {
            var found = Diagnostic.Create(rule, _source.GetLocation(span), arguments);
            _diagnostics.Add(_severity is { } severity ? found with { Severity = severity } : found);
        }
    }

    // How a message names an expression.
    private string Describe(ExpressionSyntax expression) => ShortText(expression) is { } text ? "'" + text + "'" : "this value";

    private string TextOf(ExpressionSyntax expression) => ShortText(expression) ?? "it";

    private string? ShortText(ExpressionSyntax expression)
    {
        if (expression.Span.Length > 160)
        {
            return null; // more than 40 characters, however many bytes each has
        }

        var text = _source.ToString(expression.Span);
        return text.Length <= 40 && text.IndexOf('\n') < 0 ? text : null;
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }

        return expression;
    }

    private LocalSymbol? LocalOf(ExpressionSyntax expression) =>
        Unwrap(expression) is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) ? local : null;

    // The variable or field that an expression names, so that what is learned of it can be kept.
    private Reference? ReferenceOf(ExpressionSyntax expression) => Unwrap(expression) switch
    {
        NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local) => new Reference(local, string.Empty),
        { Depth: > MaxReferenceDepth } => null,
        FieldExpressionSyntax field => ReferenceOf(field.Object)?.Field(field.Name.Text),
        IndexExpressionSyntax { Key: StringLiteralSyntax key } index => ReferenceOf(index.Object)?.Field(LuaText.Decode(key.Value)),
        _ => null,
    };

    // The static type of an expression that stands in a type: its names are looked up where the type stands.
    private StaticType TypeOfWritten(ExpressionSyntax expression, Scope? scope)
    {
        Analysis.SyntaxWalk.Visit(expression, e =>
        {
            if (e is NameExpressionSyntax name && !_bound.Locals.ContainsKey(name) && FindAt(scope, name) is { } local)
            {
                _bound.Locals[name] = local;
            }
        });
        return _bound.StaticTypes[expression] = TypeAlgebra.Widen(TypeOf(expression));
    }

    private static LocalSymbol? FindAt(Scope? scope, NameExpressionSyntax name)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope.Locals.LastOrDefault(l => string.Equals(l.Name, name.Name, StringComparison.Ordinal) && l.Declaration.Span.Start < name.Span.Start) is { } local)
            {
                return local;
            }
        }

        return null;
    }

    // The type of an expression, without findings.
    private StaticType TypeOf(ExpressionSyntax expression)
    {
        var state = _state.Clone();
        _silence++;
        var type = Check(expression);
        _silence--;
        _state = state;
        return type;
    }

    private StaticType Resolve(TypeSyntax type) => _resolver.Resolve(type, _scope, _generics);

    private LibraryTypes? FindLibraryOfType(string alias)
    {
        _bound.LibrariesInTypes.Add(alias);
        return FindLibrary(alias);
    }

    private LibraryTypes? FindLibrary(string alias)
    {
        if (_libraries.TryGetValue(alias, out var known))
        {
            return known;
        }

        foreach (var import in _bound.Input.Imports)
        {
            if (string.Equals(import.Alias, alias, StringComparison.Ordinal))
            {
                return _libraries[alias] = LibraryTypes.Read(alias, import.Library.Interface);
            }
        }

        return _libraries[alias] = null;
    }

    // A global that is assigned once, by a function statement, is that function.
    private void FindGlobalFunctions()
    {
        void Visit(BlockSyntax block)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is FunctionStatementSyntax { Names: { Count: 1 } names, Method: null } function && !_bound.Locals.ContainsKey(names[0]))
                {
                    _globalFunctions[names[0].Text] = _globalFunctions.ContainsKey(names[0].Text) ? null : function.Body;
                }
                else if (statement is AssignmentStatementSyntax assignment)
                {
                    foreach (var target in assignment.Targets.OfType<NameExpressionSyntax>().Where(t => !_bound.Locals.ContainsKey(t)))
                    {
                        _globalFunctions[target.Name] = null;
                    }
                }

                foreach (var inner in Analysis.SyntaxWalk.BlocksOf(statement))
                {
                    Visit(inner);
                }
            }
        }

        Visit(_bound.Chunk.Block);
        foreach (var function in _bound.Functions)
        {
            if (function.Body is { } body && function.Placement == FunctionPlacement.Lambda && function.Local?.KnownFunction != function)
            {
                Visit(body.Block);
            }
        }
    }
}
