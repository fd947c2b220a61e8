using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>Findings about names, modules, determinism and what is not supported.</summary>
internal sealed class ChunkRules
{
    /// <summary>How many temporaries a method has at most: C# has at most 65 534 variables, and its compiler takes long for fewer.</summary>
    public const int MaxTemporaries = 20_000;

    // What the C# compiler and the JIT take, with the temporaries of generated code.
    private const int MaxParameters = 250;
    private const int MaxLocals = 20_000;

    // A class of the runtime of .NET has at most 65 535 methods; a function may need a field, too.
    private const int MaxFunctions = 45_000;

    private readonly BoundChunk _bound;
    private readonly ChunkInput _input;
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics = [];

    private ChunkRules(BoundChunk bound)
    {
        _bound = bound;
        _input = bound.Input;
        _source = bound.Input.Tree.Source;
    }

    /// <summary>The finding that a function needs more temporaries than C# has variables.</summary>
    public static Diagnostic TooLong(BoundChunk bound, FunctionSymbol function) => Diagnostic.Create(
        DiagnosticDescriptors.TooManyVariables, bound.Input.Tree.Source.GetLocation(StartOf(function)), NameOf(function),
        MaxTemporaries, "intermediate values", "split the function");

    // The parenthesis before its parameters.
    private static TextSpan StartOf(FunctionSymbol function) => function.Body is { } body ? new TextSpan(body.Span.Start, 1) : default;

    private static string NameOf(FunctionSymbol function) => function.IsChunk ? "the chunk" : $"function '{function.Name}'";

    private bool IsWorkflow => _input.Kind.StartsWith("workflow", StringComparison.Ordinal);

    /// <summary>Checks a bound chunk.</summary>
    public static IEnumerable<Diagnostic> Check(BoundChunk bound)
    {
        var rules = new ChunkRules(bound);
        rules.CheckModules();
        rules.CheckImports();
        rules.CheckGlobals();
        rules.CheckVariables();
        rules.Visit(bound.Chunk.Block);
        return rules._diagnostics;
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode node, params object[] arguments) =>
        _diagnostics.Report(rule, _source.GetLocation(node.Span), arguments);

    private void CheckModules()
    {
        foreach (var listed in _input.Modules)
        {
            var module = ModuleCatalogue.Find(listed.Name);
            if (module is null && !ModuleCatalogue.IsAlwaysAvailable(listed.Name))
            {
                _diagnostics.Report(
                    DiagnosticDescriptors.UnknownModule, listed.Location, listed.Name, _input.Id, SpellingSuggestion.Ending(listed.Name, ListableNames()));
            }
            else if (module is null or { IsAlwaysAvailable: true })
            {
                _diagnostics.Report(DiagnosticDescriptors.ModuleAlwaysAvailable, listed.Location, listed.Name, _input.Id);
            }
            else if (IsWorkflow && !module.IsAllowedInWorkflows)
            {
                _diagnostics.Report(DiagnosticDescriptors.ModuleRefusedInWorkflow, listed.Location, _input.Id, listed.Name);
            }
            else if (!module.IsSupported)
            {
                _diagnostics.Report(DiagnosticDescriptors.ModuleNotSupported, listed.Location, listed.Name, _input.Id);
            }
        }
    }

    private static IEnumerable<string> ListableNames() => ModuleCatalogue.Modules.Where(static m => !m.IsAlwaysAvailable).Select(static m => m.Name);

    private void CheckImports()
    {
        if (!IsWorkflow)
        {
            return;
        }

        foreach (var import in _input.Imports)
        {
            foreach (var name in import.Library.Modules)
            {
                if (ModuleCatalogue.Find(name) is { IsAlwaysAvailable: false, IsAllowedInWorkflows: false })
                {
                    _diagnostics.Report(DiagnosticDescriptors.ImportRefusedInWorkflow, import.Location, _input.Id, import.Library.Id, name);
                }
            }
        }
    }

    private void CheckGlobals()
    {
        var localFunctions = new Dictionary<string, IdentifierSyntax>(StringComparer.Ordinal);
        foreach (var statement in _bound.Chunk.Block.Statements)
        {
            if (statement is LocalFunctionStatementSyntax local && !localFunctions.ContainsKey(local.Name.Text))
            {
                localFunctions.Add(local.Name.Text, local.Name);
            }
        }

        foreach (var name in _bound.GlobalReads)
        {
            if (name.Name == "_ENV")
            {
                Report(DiagnosticDescriptors.EnvironmentVariable, name);
            }
            else if (_bound.AssignedGlobals.Contains(name.Name))
            {
                continue;
            }
            else if (localFunctions.TryGetValue(name.Name, out var declaration) && declaration.Span.Start > name.Span.Start)
            {
                Report(DiagnosticDescriptors.UsedAboveDeclaration, name, name.Name, _source.GetLine(declaration.Span.Start) + 1);
            }
            else if (ModuleCatalogue.Removed.Contains(name.Name) && !IsImported(name.Name))
            {
                Report(DiagnosticDescriptors.RemovedFunction, name, name.Name);
            }
        }
    }

    private void CheckVariables()
    {
        if (_bound.Functions.Count > MaxFunctions)
        {
            _diagnostics.Report(
                DiagnosticDescriptors.TooManyVariables, _source.GetLocation(StartOf(_bound.Functions[MaxFunctions])), NameOf(_bound.Chunk), MaxFunctions, "functions",
                "move some of them to a library");
        }

        foreach (var function in _bound.Functions.Where(static f => f.Parameters.Count > MaxParameters))
        {
            Report(
                DiagnosticDescriptors.TooManyVariables, function.Parameters[MaxParameters].Declaration, NameOf(function), MaxParameters, "parameters", "pass a table");
        }

        foreach (var locals in _bound.Scopes.Values.SelectMany(static s => s.Locals).Where(static l => l.Function is null).GroupBy(static l => l.Owner))
        {
            if (locals.Skip(MaxLocals).FirstOrDefault() is { } excess)
            {
                Report(DiagnosticDescriptors.TooManyVariables, excess.Declaration, NameOf(locals.Key), MaxLocals, "variables", "keep them in a table, or split the function");
            }
        }
    }

    private bool IsImported(string name) =>
        _input.Imports.Any(i => i.Alias == name) || _input.Modules.Any(m => m.Name == name);

    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            CheckEnvironment(statement);
            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Visit(expression);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner);
            }
        }
    }

    private void CheckEnvironment(StatementSyntax statement)
    {
        switch (statement)
        {
            case AssignmentStatementSyntax assignment:
                foreach (var target in assignment.Targets)
                {
                    if (target is NameExpressionSyntax { Name: "_ENV" } name)
                    {
                        Report(DiagnosticDescriptors.EnvironmentVariable, name);
                    }
                }

                break;
            case LocalStatementSyntax local:
                foreach (var variable in local.Variables)
                {
                    if (variable.Name.Text == "_ENV")
                    {
                        Report(DiagnosticDescriptors.EnvironmentVariable, variable.Name);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void Visit(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case FunctionExpressionSyntax function:
                Visit(function.Body.Block);
                return;
            case CallExpressionSyntax call when _bound.GetHostPath(call.Callee) == "require":
                CheckRequire(call);
                break;
            case FieldExpressionSyntax field:
                CheckGlobalModule(field.Object);
                if (_bound.GetHostPath(field) is { } path)
                {
                    CheckPath(field, path);
                }

                break;
            case MethodCallExpressionSyntax call:
                CheckGlobalModule(call.Object);
                break;
            default:
                break;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child);
        }
    }

    private void CheckPath(FieldExpressionSyntax field, string path)
    {
        if (ModuleCatalogue.Removed.Contains(path))
        {
            Report(DiagnosticDescriptors.RemovedFunction, field, path);
        }

        if (!IsWorkflow)
        {
            return;
        }

        switch (path)
        {
            case "os.time":
                Report(DiagnosticDescriptors.NondeterministicFunction, field, path, _input.Id, "the time of the workflow's history");
                break;
            case "os.clock":
                Report(DiagnosticDescriptors.NondeterministicFunction, field, path, _input.Id, "the time since the workflow's start");
                break;
            case "math.random" or "math.randomseed":
                Report(DiagnosticDescriptors.NondeterministicFunction, field, path, _input.Id, "numbers of the run's own generator");
                break;
            case "process.registry":
                Report(DiagnosticDescriptors.RegistryInWorkflow, field, _input.Id);
                break;
            default:
                break;
        }
    }

    // A library may use what the chunk that imports it lists; an entry that runs has only what it and its imports list.
    private void CheckGlobalModule(ExpressionSyntax expression)
    {
        if (expression is NameExpressionSyntax name
            && !_input.IsLibrary
            && ModuleCatalogue.Find(name.Name) is { IsAlwaysAvailable: false }
            && !_bound.Locals.ContainsKey(name)
            && !_bound.TypeValues.ContainsKey(name)
            && !_bound.MayBeAssigned(name.Name)
            && !IsImported(name.Name)
            && !_input.Imports.Any(i => i.Library.Modules.Contains(name.Name)))
        {
            Report(DiagnosticDescriptors.UndeclaredModule, name, name.Name, _input.Id, string.Empty);
        }
    }

    private void CheckRequire(CallExpressionSyntax call)
    {
        if (call.Arguments.Count == 0 || call.Arguments[0] is not StringLiteralSyntax text)
        {
            return;
        }

        var name = LuaText.Decode(text.Value);
        if (IsImported(name) || ModuleCatalogue.Find(name) is { IsAlwaysAvailable: true } || name == "_G")
        {
            return;
        }

        var candidates = _input.Imports.Select(static i => i.Alias).Concat(_input.Modules.Select(static m => m.Name)).Concat(ListableNames());
        var hint = ModuleCatalogue.Find(name) is null ? SpellingSuggestion.Ending(name, candidates) : string.Empty;
        Report(DiagnosticDescriptors.UndeclaredModule, text, name, _input.Id, hint);
    }
}
