using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;
using Wippy.Compiler.Types.Checking;

namespace Wippy.Compiler.Binding;

/// <summary>The syntax tree with what its names mean, kept beside it.</summary>
internal sealed class BoundChunk(ChunkInput input, FunctionSymbol chunk)
{
    // In characters.
    private const int MaximumLength = 200_000;
    private const int ManyFunctions = 10_000;

    public ChunkInput Input { get; } = input;

    /// <summary>The chunk as a function.</summary>
    public FunctionSymbol Chunk { get; } = chunk;

    /// <summary>Every function in order of its position, the chunk first.</summary>
    public List<FunctionSymbol> Functions { get; } = [];

    /// <summary>The local that a name expression, a declared variable, a parameter or the name of a local function stands for.</summary>
    public Dictionary<SyntaxNode, LocalSymbol> Locals { get; } = [];

    /// <summary>The symbol of a function body.</summary>
    public Dictionary<FunctionBodySyntax, FunctionSymbol> FunctionOf { get; } = [];

    /// <summary>The scope of a block.</summary>
    public Dictionary<BlockSyntax, Scope> Scopes { get; } = [];

    /// <summary>What is known of a call.</summary>
    public Dictionary<SyntaxNode, CallSite> Calls { get; } = [];

    private readonly HashSet<string> _oftenAssigned = new(StringComparer.Ordinal);

    /// <summary>Global names that the chunk assigns.</summary>
    public SortedSet<string> AssignedGlobals { get; } = new(StringComparer.Ordinal);

    /// <summary>Each use of a global that is not the target of an assignment.</summary>
    public List<NameExpressionSyntax> GlobalReads { get; } = [];

    /// <summary>Reads of a global through the table of globals (<c>_G.name</c>, <c>_G["name"]</c>, <c>rawget(_G, "name")</c>), with its name.</summary>
    public Dictionary<ExpressionSyntax, string> GlobalFields { get; } = [];

    /// <summary>Names that stand for declared types as values (spec/lua.md section 10).</summary>
    public Dictionary<NameExpressionSyntax, TypeSymbol> TypeValues { get; } = [];

    /// <summary>In the chunk of the copies: expressions whose type is asked for where the statement begins, and the type.</summary>
    public Dictionary<ExpressionSyntax, LuaTypes> Guards { get; } = [];

    /// <summary>Those of the <see cref="Guards"/> that are probably nowhere nil: of others, a comparison may well find that.</summary>
    public HashSet<ExpressionSyntax> PresentReads { get; } = [];

    /// <summary>Those of the <see cref="Guards"/> that are only asked for their truth, so that an element that is not there is as good as false.</summary>
    public HashSet<ExpressionSyntax> Truths { get; } = [];

    /// <summary>
    /// The <see cref="Guards"/> of a statement, of the condition of a clause, or of the right side of <c>and</c> and <c>or</c> in a condition, in order of
    /// evaluation. Such an <c>and</c> or <c>or</c> stands among the guards around it.
    /// </summary>
    public Dictionary<SyntaxNode, List<ExpressionSyntax>> GuardsOf { get; } = [];

    /// <summary>Visits the guards of a node and of the right sides among them, in order of evaluation, each with the flag whether it is asked for whenever the node is evaluated.</summary>
    public void VisitGuards(SyntaxNode node, bool isSure, Action<ExpressionSyntax, bool> visit)
    {
        if (!GuardsOf.TryGetValue(node, out var guards))
        {
            return;
        }

        foreach (var guard in guards)
        {
            if (guard is BinaryExpressionSyntax)
            {
                VisitGuards(guard, false, visit);
            }
            else
            {
                visit(guard, isSure);
            }
        }
    }

    /// <summary>In the chunk of the copies: where a field is in the record that its table probably is.</summary>
    public Dictionary<FieldExpressionSyntax, RecordField> Records { get; } = [];

    /// <summary>In the chunk of the copies: the functions of the general chunk that a call of a variable probably calls, while they are few.</summary>
    public Dictionary<ExpressionSyntax, List<FunctionSymbol>> ProbableTargets { get; } = [];

    /// <summary>In the chunk of the copies: calls whose one result probably has one type, though that is not proven.</summary>
    public HashSet<ExpressionSyntax> GuessedResults { get; } = [];

    /// <summary>
    /// In the chunk of the copies: fields of records that get a value other than nil where the guards of the statement have found one, so that nothing but
    /// the field changes.
    /// </summary>
    public HashSet<FieldExpressionSyntax> Stores { get; } = [];

    /// <summary>
    /// In the chunk of the copies: assignments of values of known types to elements of tables and to variables that change nothing else, unless a
    /// table has no such element.
    /// </summary>
    public HashSet<AssignmentStatementSyntax> ElementStores { get; } = [];

    /// <summary>
    /// In the chunk of the copies: assignments of one element to another, and the type of number that it probably has. It may be the nil behind the last one,
    /// so nothing relies on that type.
    /// </summary>
    public Dictionary<AssignmentStatementSyntax, LuaTypes> Moves { get; } = [];

    /// <summary>
    /// In the chunk of the copies: statements, and clauses with their condition, that change no table but by <see cref="Stores"/> and call no function
    /// that might. Blocks inside of them do not count.
    /// </summary>
    public HashSet<SyntaxNode> Pure { get; } = [];

    /// <summary>The types of deep expressions asked for so far, when the types of variables and functions do not change any more.</summary>
    public Dictionary<ExpressionSyntax, LuaTypes>? SettledTypes { get; set; }

    /// <summary>The static types of the operands of <c>typeof</c> in types, and of the calls of <c>typeof</c>, by their callee.</summary>
    public Dictionary<ExpressionSyntax, StaticType> StaticTypes { get; } = [];

    /// <summary>Aliases of libraries that types name.</summary>
    public HashSet<string> LibrariesInTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Every string that stands as the one argument of a call; a name that <c>require</c> may be given is among them.</summary>
    public HashSet<string> RequiredNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of fields in which the outermost block stores functions (<see cref="FunctionSymbol.FieldName"/>).</summary>
    public HashSet<string> StoredNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The same chunk with other statements, before its analysis.</summary>
    public BoundChunk Rebind(LuaSyntaxTree tree)
    {
        var bound = ChunkBinder.Bind(Input with { Tree = tree });
        bound.CanBlock = CanBlock;
        foreach (var pair in StaticTypes)
        {
            bound.StaticTypes[pair.Key] = pair.Value;
        }

        return bound;
    }

    /// <summary>Whether the outermost block has a label. What stands behind it may run more than once, and has variables of its own each time.</summary>
    public bool HasOutermostLabel { get; } = input.Tree.Chunk.Block.Statements.Any(static s => s is LabelStatementSyntax);

    /// <summary>Whether the outermost block is so long that it becomes several methods, which share its variables as fields.</summary>
    public bool HasParts => Input.Tree.Chunk.Span.Length > MaximumLength && !HasOutermostLabel;

    /// <summary>Whether the functions are so many that a C# class can have but one method for each.</summary>
    public bool HasManyFunctions => Functions.Count > ManyFunctions;

    /// <summary>
    /// Whether the chunk uses the table of globals (<c>_G</c>, <c>require</c>) in other ways than with constant names or to read, so that any global may be
    /// assigned through it.
    /// </summary>
    public bool HasDynamicGlobals { get; set; }

    /// <summary>Whether the chunk may read any global, not only those that it names.</summary>
    public bool ReadsAnyGlobal { get; set; }

    /// <summary>Whether anything that the chunk can reach may make a whole task wait; a coroutine can always yield to whoever resumed it.</summary>
    public bool CanBlock { get; set; } = true;

    /// <summary>
    /// Whether what host functions give is known. Not in a library when a chunk of its programs, which it knows nothing of, may have assigned the global.
    /// </summary>
    public bool KnowsHostResults => !Input.IsLibrary || Input.HostStays;

    /// <summary>
    /// The path of the host function or module that an expression surely is, such as <c>string.format</c>; null when it may be anything
    /// else. Known are globals of the host that nothing assigns, their fields (module tables are frozen), and locals that hold one for good.
    /// </summary>
    public string? GetHostPath(ExpressionSyntax expression, int depth = 0)
    {
        if (depth > 16)
        {
            return null;
        }

        if (GlobalFields.TryGetValue(expression, out var global))
        {
            return IsHostGlobal(global) ? global : null;
        }

        switch (expression)
        {
            case NameExpressionSyntax name when Locals.TryGetValue(name, out var local):
                return local is { Writes: 0, Kind: LocalKind.Local, InitialValue: { } value } ? GetHostPath(value, depth + 1) : null;
            case NameExpressionSyntax name:
                return !TypeValues.ContainsKey(name) && IsHostGlobal(name.Name) ? name.Name : null;
            case FieldExpressionSyntax field:
                return GetHostPath(field.Object, depth + 1) is { } path ? path + "." + field.Name.Text : null;
            case ParenthesizedExpressionSyntax inner:
                return GetHostPath(inner.Expression, depth + 1);
            case CastExpressionSyntax cast:
                return GetHostPath(cast.Operand, depth + 1);
            case NonNilExpressionSyntax nonNil:
                return GetHostPath(nonNil.Operand, depth + 1);
            case CallExpressionSyntax { Arguments: { Count: 1 } arguments } call
                when arguments[0] is StringLiteralSyntax text && string.Equals(GetHostPath(call.Callee, depth + 1), "require", StringComparison.Ordinal):
                var module = LuaText.Decode(text.Value);
                return IsHostGlobal(module) && ModuleCatalogue.Find(module) is not null ? module : null;
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether a call raises an error with a level that looks at callers: anything but the literals 0 and 1. The global counts as the function
    /// even where it may have been assigned; then the position is stored in vain.
    /// </summary>
    public bool IsLeveledError(ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments: { Count: > 1 } arguments } call
        && arguments[1] is not NumberLiteralSyntax { IsInteger: true, IntegerValue: 0 or 1 }
        && ((call.Callee is NameExpressionSyntax { Name: "error" } name && !Locals.ContainsKey(name))
            || string.Equals(GetHostPath(call.Callee), "error", StringComparison.Ordinal));

    /// <summary>Whether an iterator of which nothing is known may wait.</summary>
    public bool IteratorsMayWait { get; set; }

    /// <summary>Metamethods of operators that may wait.</summary>
    public Metamethods WaitingMetamethods { get; set; }

    /// <summary>Whether <c>error</c> is called, here or in an import, with a level that looks beyond the caller of the function.</summary>
    public bool RaisesAtCallers { get; set; }

    /// <summary>Notes an assignment of a global; one without a statement for it goes through the table of globals, so that nobody finds its value.</summary>
    public void AddAssignedGlobal(string name, bool hasStatement)
    {
        if (!AssignedGlobals.Add(name) || !hasStatement)
        {
            _oftenAssigned.Add(name);
        }
    }

    /// <summary>Whether the one assignment that the chunk has of a global is all that can give it a value.</summary>
    public bool IsAssignedOnce(string name) => AssignedGlobals.Contains(name) && !_oftenAssigned.Contains(name) && !MayBeAssignedElsewhere(name);

    /// <summary>Whether the program may give a global a value of its own.</summary>
    public bool MayBeAssigned(string name) => AssignedGlobals.Contains(name) || MayBeAssignedElsewhere(name);

    private bool MayBeAssignedElsewhere(string name)
    {
        if (HasDynamicGlobals)
        {
            return true;
        }

        foreach (var import in Input.Imports)
        {
            if (string.Equals(import.Alias, name, StringComparison.Ordinal))
            {
                return true;
            }

            foreach (var assigned in import.Library.AssignedGlobals)
            {
                // A library that names _G may assign anything.
                if (string.Equals(assigned, name, StringComparison.Ordinal) || assigned is "_G")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsHostGlobal(string name)
    {
        if (MayBeAssigned(name))
        {
            return false;
        }

        if (ModuleCatalogue.IsAlwaysAvailable(name))
        {
            return name is not ("_G" or "_VERSION");
        }

        foreach (var module in Input.Modules)
        {
            if (string.Equals(module.Name, name, StringComparison.Ordinal))
            {
                return ModuleCatalogue.Find(name) is not null;
            }
        }

        return false;
    }
}
