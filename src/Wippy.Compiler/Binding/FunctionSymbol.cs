using System.Collections.Generic;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Binding;

/// <summary>What a C# method made from a Lua function gives back.</summary>
internal enum ResultShape
{
    /// <summary>Exactly one value.</summary>
    Single,

    /// <summary>No value; every caller ignores the result.</summary>
    Void,

    /// <summary>Any number of values.</summary>
    Multiple,

    /// <summary>Any number of values, but mostly one; or a pending tail call.</summary>
    Open,
}

/// <summary>Where the C# of a function stands.</summary>
internal enum FunctionPlacement
{
    /// <summary>A method of the class.</summary>
    Method,

    /// <summary>A C# local function.</summary>
    LocalFunction,

    /// <summary>A lambda at the place of the expression.</summary>
    Lambda,
}

/// <summary>How an error leaves a C# method made from a Lua function.</summary>
internal enum ErrorExit
{
    /// <summary>As an exception.</summary>
    Exception,

    /// <summary>As the result, which <c>pcall</c> takes from the function value; nobody calls the function by name.</summary>
    Result,

    /// <summary>As the failure of the state, for which everyone who calls the function by name asks next.</summary>
    Failure,
}

/// <summary>A function of the source; the chunk itself is one without <see cref="Body"/>.</summary>
internal sealed class FunctionSymbol(string name, FunctionSymbol? parent, FunctionBodySyntax? body, BlockSyntax block)
{
    /// <summary>Name for tracebacks: <c>total</c>, <c>M.add</c>, <c>M:add</c> or <c>anonymous</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the field in which the outermost block of the chunk stores it, if it does.</summary>
    public string? FieldName { get; set; }

    public FunctionSymbol? Parent { get; } = parent;

    public FunctionBodySyntax? Body { get; } = body;

    public BlockSyntax Block { get; } = block;

    public bool IsChunk => Parent is null;

    public List<LocalSymbol> Parameters { get; } = [];

    public bool HasVararg { get; set; }

    /// <summary>Variables of outer functions that it or a function inside it uses, in order of first use.</summary>
    public List<LocalSymbol> Upvalues { get; } = [];

    /// <summary>The local that always holds it.</summary>
    public LocalSymbol? Local { get; set; }

    /// <summary>Whether it is declared by a statement of the chunk's outermost block.</summary>
    public bool IsTopLevel { get; set; }

    /// <summary>Calls written in its body, not in those of inner functions.</summary>
    public List<CallSite> Calls { get; } = [];

    /// <summary>Calls whose callee is known to be this function.</summary>
    public List<CallSite> Callers { get; } = [];

    /// <summary><c>return</c> statements of its body.</summary>
    public List<ReturnStatementSyntax> Returns { get; } = [];

    /// <summary>Whether the name is used other than as callee, so that anyone may call it with anything.</summary>
    public bool IsUsedAsValue { get; set; }

    /// <summary>Whether it must be an async method.</summary>
    public bool IsAsync { get; set; }

    /// <summary>
    /// Whether it may wait but probably will not, so that its method is a plain one that leaves what is left of a call which does wait to an async one.
    /// </summary>
    public bool IsResumable { get; set; }

    /// <summary>Whether its result may be a pending tail call.</summary>
    public bool MayReturnTailCall { get; set; }

    /// <summary>How the errors that its body raises, or that known functions give back to it, leave it.</summary>
    public ErrorExit ErrorExit { get; set; }

    /// <summary>Whether <c>pcall</c> is given it by name and errors are given back to it, so that its function value better gives them back too.</summary>
    public bool IsProtected { get; set; }

    /// <summary>Whether <c>table.sort</c> is probably given it as order.</summary>
    public bool IsOrder { get; set; }

    /// <summary>Whether its operators and calls of values outside loops give errors back too: it runs no more than once in a protected call.</summary>
    public bool FailsInOperators { get; set; }

    /// <summary>Whether those in its innermost loops do so too, unless other loops stand around them.</summary>
    public bool FailsInLoops { get; set; }

    /// <summary>Whether it may be reached again from itself through known calls.</summary>
    public bool IsRecursive { get; set; }

    /// <summary>Whether it calls <c>error</c> with a level that looks at its callers, or something that may do so.</summary>
    public bool NeedsCallers { get; set; }

    /// <summary>Whether it ends in a call of itself, which becomes a jump.</summary>
    public bool HasSelfTailCall { get; set; }

    public ResultShape Shape { get; set; }

    /// <summary>The copy whose parameters are the numbers that they are expected to be; it belongs to another <see cref="BoundChunk"/>.</summary>
    public FunctionSymbol? TypedCopy { get; set; }

    /// <summary>In the chunk of the copies: the function that takes any values.</summary>
    public FunctionSymbol? General { get; set; }

    /// <summary>
    /// Whether it is a copy that may find a value of another type than it relies on. It then goes on in the general way, from the statement at work,
    /// in a method of its own.
    /// </summary>
    public bool HasExits { get; set; }

    /// <summary>Whether this copy takes any arguments, so that the function needs no other method at its entry.</summary>
    public bool IsUnguarded => Parameters.TrueForAll(static p => p.Guess == LuaTypes.None) && HeldTypes.TrueForAll(static t => t == LuaTypes.None);

    /// <summary>Whether control can reach the end of its block.</summary>
    public bool FallsThrough { get; set; }

    /// <summary>What a <see cref="ResultShape.Single"/> result may be.</summary>
    public LuaTypes ResultTypes { get; set; }

    public FunctionPlacement Placement { get; set; } = FunctionPlacement.Lambda;

    /// <summary>Whether it stands in another function but is a method, which takes the variables around that it uses.</summary>
    public bool IsLifted { get; set; }

    /// <summary>Whether its C# takes the arguments as one list.</summary>
    public bool TakesList => HasVararg || Parameters.Count > 3 || (IsAsync && !IsResumable && MayReturnTailCall);

    /// <summary>
    /// Whether it stands at the place of an expression and nobody else assigns the variables outside that it uses, so that its object can have them.
    /// </summary>
    public bool IsClosedByValue =>
        this is { Placement: FunctionPlacement.Lambda, NeedsCallers: false, TakesList: false } && (IsResumable || !IsAsync)
        && Upvalues.TrueForAll(v => v.IsField || (v.KnownFunction is { } known ? known.Placement == FunctionPlacement.Method : v.Writes == 0 || v.Keeper == this));

    /// <summary>
    /// Whether it may be evaluated more than once and holds no variables but those of the chunk, of which there is one each. As in stock Lua its values are
    /// equal then, so there need be only one.
    /// </summary>
    public bool IsShared =>
        this is { IsTopLevel: false, Placement: not FunctionPlacement.Method }
        && Upvalues.TrueForAll(static v => v.IsField || v.KnownFunction is { Placement: FunctionPlacement.Method, IsLifted: false });

    /// <summary>The variables that it takes when it <see cref="IsClosedByValue"/> or <see cref="IsLifted"/>: those that are not fields of the class of the chunk.</summary>
    public List<LocalSymbol> Held => Placement == FunctionPlacement.Lambda || IsLifted ? Upvalues.FindAll(static v => !v.IsField && v.KnownFunction is null) : [];

    /// <summary>Whether some of <see cref="Held"/> are parameters by reference, which C# lets no function inside use.</summary>
    public bool TakesReferences => IsLifted && Upvalues.Exists(static v => v.IsByReference);

    /// <summary>Those of <see cref="Held"/> that it assigns.</summary>
    public List<LocalSymbol> Kept => Held.FindAll(v => v.Keeper == this);

    /// <summary>
    /// What a copy takes the variables that it holds for, where more is known of them than in general: it may stand in the copy of another function.
    /// <see cref="LuaTypes.None"/> where nothing more is known.
    /// </summary>
    public List<LuaTypes> HeldTypes
    {
        get
        {
            var general = General!.Held;
            var types = Held.ConvertAll(static local => local.Types);
            for (var i = 0; i < types.Count; i++)
            {
                types[i] = TypeInference.IsWithin(general[i].Types, types[i]) ? LuaTypes.None : types[i];
            }

            return types;
        }
    }

    /// <summary>Name of the method or local function.</summary>
    public string CsName { get; set; } = string.Empty;

    /// <summary>Name of the class whose objects are its values, when it <see cref="IsClosedByValue"/>.</summary>
    public string CsClassName { get; set; } = string.Empty;

    /// <summary>Name of the method with its body, when the one of its name only chooses between that and the typed copy; empty otherwise.</summary>
    public string CsGeneralName { get; set; } = string.Empty;

    /// <summary>Name of the second method of the same body, to which its calls of itself go; empty without one.</summary>
    public string CsNestedName { get; set; } = string.Empty;

    /// <summary>Name of the method that takes over from this copy, when it <see cref="HasExits"/>, or from this function, when it <see cref="IsResumable"/>.</summary>
    public string CsResumeName { get; set; } = string.Empty;

    /// <summary>Name of the variable that holds its function value, when <see cref="IsUsedAsValue"/>.</summary>
    public string CsValueName { get; set; } = string.Empty;
}

/// <summary>A call of the source.</summary>
internal sealed class CallSite(ExpressionSyntax syntax, FunctionSymbol caller)
{
    public ExpressionSyntax Syntax { get; } = syntax;

    public FunctionSymbol Caller { get; } = caller;

    /// <summary>The function that is called, when known.</summary>
    public FunctionSymbol? Target { get; set; }

    /// <summary>Whether it is the one value of a <c>return</c>.</summary>
    public bool IsTail { get; set; }

    /// <summary>Whether no result is used.</summary>
    public bool IsStatement { get; set; }

    /// <summary>Whether all results are used: last in a list, or returned.</summary>
    public bool IsMultiple { get; set; }

    /// <summary>Whether it may wait, as far as the callee alone tells.</summary>
    public bool MayWait { get; set; }

    /// <summary>Whether the callee is probably a function value that gives errors back, to a caller that does so too.</summary>
    public bool MayGiveBack { get; set; }

    /// <summary>Whether the callee is known to be a function of the host that neither waits nor calls back in a tail.</summary>
    public bool IsKnownHostFunction { get; set; }
}
