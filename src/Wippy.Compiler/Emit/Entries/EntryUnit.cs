using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>An entry with its parsed chunk.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Tree">The chunk; null when its file is not among the inputs.</param>
public sealed record EntryUnit(CompiledEntry Entry, LuaSyntaxTree? Tree)
{
    /// <summary>What other entries and C# see of it.</summary>
    public BorderSource GetBorder() => new(
        Entry.Id,
        Tree is null
            ? new ChunkBorder(EquatableArray<BorderDeclaration>.Empty, EquatableArray<BorderLibrary>.Empty, null)
            : ChunkBorder.Read(Tree, Entry.Method),
        Entry.Imports.Select(static i => new BorderImport(i.Alias, i.EntryId)).ToEquatableArray());

    /// <summary>What the chunk compiler reads, given the signatures of the libraries; null without a chunk.</summary>
    public ChunkInput? GetInput(IReadOnlyDictionary<string, ChunkSignature> libraries, ProgramMetamethods metamethods, string linePath, CompilerOptions options)
    {
        if (Tree is null)
        {
            return null;
        }

        var imports = Entry.Imports.Where(i => libraries.ContainsKey(i.EntryId)).Select(i => new ChunkImport(i.Alias, libraries[i.EntryId], i.Location));
        var program = metamethods.Of(Entry.Id);
        return CreateInput(Tree, imports, linePath, options with { LineDirectives = Entry.LuaPath is not null }) with
        {
            WaitingMetamethods = program.Metamethods, HostStays = !program.AssignsHost,
        };
    }

    /// <summary>What other chunks of its programs need to know before it is compiled.</summary>
    public EntryMetamethods GetMetamethods() => new(
        Entry.Id,
        Entry.Imports.Select(static i => i.EntryId).ToEquatableArray(),
        Tree is null
            ? new ChunkMetamethods(false, true, default)
            : ChunkCompiler.FindMetamethods(CreateInput(
                Tree,
                Entry.Imports.Select(static i => new ChunkImport(i.Alias, new ChunkSignature(i.EntryId, false, default, default, default), i.Location)),
                string.Empty,
                new CompilerOptions())));

    private ChunkInput CreateInput(LuaSyntaxTree tree, IEnumerable<ChunkImport> imports, string linePath, CompilerOptions options) => new(
        Entry.Id,
        Entry.Kind,
        Entry.Method,
        tree,
        Entry.Names.ModuleClass,
        Entry.Modules,
        imports.ToEquatableArray(),
        linePath,
        options);

    /// <summary>
    /// Findings of the parser, and the information that an untyped border is seen as Lua values. A file that is missing is reported
    /// with the entries.
    /// </summary>
    public EquatableArray<Diagnostic> GetDiagnostics()
    {
        if (Tree is null)
        {
            return default;
        }

        var result = Tree.Diagnostics.ToList();
        if (Entry.Worker is not null && ChunkCompiler.FindEntryFunction(Tree, Entry.Method) is { } function &&
            function.ReturnTypes is null && function.Parameters.All(static p => p.Type is null))
        {
            result.Add(Diagnostic.Create(
                DiagnosticDescriptors.UntypedBorder,
                Tree.Source.GetLocation(new TextSpan(function.Span.Start, 1)),
                Entry.Id,
                Entry.Method ?? string.Empty));
        }

        if (Entry is { Method: { } method, MethodLocation: { } location } && DeepStack.Run(Tree, () => EntryMethodRule.Check(Tree, Entry.Id, method, location)) is { } missing)
        {
            result.Add(missing);
        }

        return result.ToEquatableArray();
    }
}
