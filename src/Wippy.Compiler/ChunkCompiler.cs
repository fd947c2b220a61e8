using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Lowering;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;
using Wippy.Compiler.Types.Checking;

namespace Wippy.Compiler;

/// <summary>Compiles one Lua chunk into one C# class: binding, types, analysis, lowering and printing. Pure and deterministic.</summary>
public static class ChunkCompiler
{
    // Where results get variables, a typed copy of the function may come to be left, so that its own result is not proven any more.
    private const int MaximumRounds = 3;

    private const int MaximumAssignedGlobals = 1_000;

    /// <summary>
    /// The class name of an entry: the parts of its id in Pascal case followed by <c>Module</c>;
    /// <c>app:order_workflow</c> gives <c>AppOrderWorkflowModule</c>. Two ids may give the same name; the caller keeps names apart.
    /// </summary>
    public static string GetClassName(string entryId)
    {
        var text = new StringBuilder(entryId.Length + 6);
        var upper = true;
        foreach (var c in entryId)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                if (text.Length == 0 && c is >= '0' and <= '9')
                {
                    text.Append('_');
                }

                text.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
            else
            {
                upper = true;
            }
        }

        return text.Append("Module").ToString();
    }

    /// <summary>
    /// The body of the function that the entry runs, when it can be told from the text: the field <paramref name="method"/> of the
    /// returned table, or the returned function (spec/lua.md section 1). Null when it cannot be told.
    /// </summary>
    public static FunctionBodySyntax? FindEntryFunction(LuaSyntaxTree tree, string? method) =>
        DeepStack.Run(tree, () => new EntryFunctionFinder(tree.Chunk).Find(method));

    /// <summary>Compiles a chunk. Never throws for bad input; nothing is emitted when the parser or a rule has found an error.</summary>
    public static ChunkOutput Compile(ChunkInput input) => DeepStack.Run(input.Tree, () => CompileTree(input));

    /// <summary>
    /// Finds the metamethods that a chunk defines, without anything of its imports: what they give may wait, unless it is known of a field's name.
    /// </summary>
    public static ChunkMetamethods FindMetamethods(ChunkInput input) => DeepStack.Run(input.Tree, () => FindTreeMetamethods(input));

    private static ChunkMetamethods FindTreeMetamethods(ChunkInput input)
    {
        var bound = ChunkBinder.Bind(input);
        var (canWait, canBlock) = WaitingSources.Find(bound);
        bound.CanBlock = canBlock || input.IsLibrary || input.Imports.Count > 0;
        return new ChunkMetamethods(
            canWait,
            bound.HasDynamicGlobals || bound.AssignedGlobals.Concat(input.Imports.Select(static i => i.Alias))
                .Any(static n => ModuleCatalogue.IsAlwaysAvailable(n) || ModuleCatalogue.Find(n) is not null),
            WaitingMetamethods.Read(bound).ToEquatableArray());
    }

    private static ChunkOutput CompileTree(ChunkInput input)
    {
        var bound = ChunkBinder.Bind(input);
        var (callFindings, references) = CallRules.Check(bound);
        var diagnostics = Order(ChunkRules.Check(bound).Concat(callFindings));
        var (canWait, canBlock) = WaitingSources.Find(bound);

        var unknownMayWait = canWait || input.IsLibrary;
        bound.CanBlock = canBlock || input.IsLibrary;
        FunctionAnalysis.Run(bound, unknownMayWait);
        if (!input.Tree.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error))
        {
            diagnostics = Order(diagnostics.Concat(TypeChecker.Check(bound)).Concat(input.Options.Lint ? LintRules.Check(bound) : []));
        }

        var @namespace = input.Options.RootNamespace + ".Generated";
        var failed = input.Tree.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error)
            || diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);
        string? text = null;
        if (!failed)
        {
            var lowered = Lower(bound, unknownMayWait, @namespace);
            if (lowered.LongFunction is { } function)
            {
                diagnostics = Order([.. diagnostics, ChunkRules.TooLong(bound, function)]);
            }
            else
            {
                text = CSharpPrinter.Print(lowered, input.Options.LineDirectives ? input.LinePath : null);
            }
        }

        return new ChunkOutput(text, input.ClassName, @namespace, SignatureOf(bound, canWait, canBlock), diagnostics) { References = references };
    }

    private static CsClass Lower(BoundChunk bound, bool unknownMayWait, string @namespace)
    {
        if (LoopExtraction.Run(bound) is { } tree)
        {
            bound = bound.Rebind(tree);
            FunctionAnalysis.Run(bound, unknownMayWait);
        }

        var copies = TypedCopies.Choose(bound, unknownMayWait);
        for (var round = 0; round < MaximumRounds && copies is not null && CallResults.Run(bound, copies.GuessedResults) is { } changed; round++)
        {
            bound = bound.Rebind(changed);
            FunctionAnalysis.Run(bound, unknownMayWait);
            copies = TypedCopies.Choose(bound, unknownMayWait);
        }

        return ChunkLowering.Lower(bound, copies, @namespace);
    }

    // Findings about the entry come first, the others in order of position.
    private static EquatableArray<Diagnostic> Order(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(static d => d.Location?.Path, StringComparer.Ordinal)
        .ThenBy(static d => d.Location?.Span.Start ?? 0)
        .ToEquatableArray();

    private static ChunkSignature SignatureOf(BoundChunk bound, bool canWait, bool canBlock)
    {
        var modules = new SortedSet<string>(bound.Input.Modules.Select(static m => m.Name).Where(static n => ModuleCatalogue.Find(n) is not null), StringComparer.Ordinal);
        var assigned = new SortedSet<string>(bound.AssignedGlobals, StringComparer.Ordinal);
        var hostGlobals = new SortedSet<string>(StringComparer.Ordinal);
        if (bound.HasDynamicGlobals)
        {
            assigned.Add("_G");
        }

        foreach (var (name, _) in ModuleCatalogue.HostGlobals)
        {
            if (bound.ReadsAnyGlobal || bound.GlobalReads.Any(r => r.Name == name) || bound.GlobalFields.ContainsValue(name) || bound.RequiredNames.Contains(name))
            {
                hostGlobals.Add(name);
            }
        }

        foreach (var import in bound.Input.Imports)
        {
            hostGlobals.UnionWith(import.Library.HostGlobals);
            modules.UnionWith(import.Library.Modules);
            assigned.UnionWith(import.Library.AssignedGlobals);
        }

        // A chain of libraries would hand on all that those before it assign.
        if (assigned.Count > MaximumAssignedGlobals)
        {
            assigned = ["_G"];
        }

        return new ChunkSignature(
            bound.Input.Id, canWait, ExportFinder.Find(bound).ToEquatableArray(), modules.ToEquatableArray(), assigned.ToEquatableArray())
        {
            CanBlock = canBlock,
            HostGlobals = hostGlobals.ToEquatableArray(),
            RaisesAtCallers = bound.RaisesAtCallers,
            Interface = bound.Input.IsLibrary ? LibraryWriter.Write(bound) : new LibraryInterface(string.Empty, false, default),
        };
    }
}
