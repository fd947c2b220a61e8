using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Gives every variable and function its C# name: the Lua name where possible, with a suffix where C# needs another one. Depends on the source alone.
/// </summary>
internal static class NameAllocator
{
    private const int MaximumLength = 200;

    // Words of C#, and what generated code itself uses without qualification.
    private static readonly HashSet<string> Reserved = new(
        ("abstract as await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params "
        + "private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong "
        + "unchecked unsafe ushort using virtual void volatile while").Split(' '), StringComparer.Ordinal);

    /// <summary>The operators of the runtime, which generated code calls by their bare names.</summary>
    public static readonly IReadOnlyCollection<string> Operators =
    [
        .. ("Abs Add Append BitAnd BitNot BitOr BitXor Booleans CanStore ClearIndex Concat ConcatAsync Divide Equal EqualAsync Fill Floats FloorDivide FloorDivideBy ForCount ForLimit ForPrepare ForResume "
        + "ForResumeCount ForResumeFloat Get GetMetamethod Has Index Integers Kept Key Length LastElement LessOrEqual LessOrEqualAsync LessThan LessThanAsync MathAbs MathCeil "
        + "MathFloor MathMax MathMin MathSqrt Max Method Min Modulo ModuloBy MovedBooleans MovedFloats MovedIntegers MovedStoredBooleans MovedStoredFloats MovedStoredIntegers MovedStoredTruths MovedStrings MovedTables MovedTruths "
        + "Multiply Negate OperateAsync Power RawEqual ReceiveMethod ReserveBooleans ReserveFloats ReserveIntegers "
        + "ReserveTables RoomForBooleans RoomForFloats RoomForIntegers RoomForTruths RowOfFloats RowOfIntegers RowsOfFloats RowsOfIntegers SendMethod SetFloat SetInPlace SetIndex SetInteger SetMetatable "
        + "ShiftLeft ShiftRight StartIndex StartMethod StartSetIndex StoredBooleans StoredFloats StoredIntegers StoredTruths StringByte StringChar StringSub Strings Subtract TableInsert TableRemove Tables ToDisplayString ToLuaString Truths TryByte TryCeiling TryFields TryFind "
        + "TryFloor TryIndex TryLength TryRead TrySet TrySwap TryTruth TryToInteger TryToNumber TypeNameOf TypeOf").Split(' '),
    ];

    // What generated code names without qualification: its own parameters and fields, contextual keywords, members of the base classes.
    private static readonly HashSet<string> Taken = new(
        [.. Operators, .. ("_ __ At resumeAt awaited lua args varargs caller callee chunk holder at await async var dynamic nameof field value when record required scoped file partial yield global with "
        + "RunChunk Chunk Equals GetHashCode GetType MemberwiseClone ToString Finalize ReferenceEquals Name MayWait Call CallAll CallTail CallDirect Begin Sort").Split(' ')], StringComparer.Ordinal);

    /// <summary>Names everything in a chunk.</summary>
    public static void Run(BoundChunk bound)
    {
        var members = new HashSet<string>(StringComparer.Ordinal) { bound.Input.ClassName };
        if (bound.TypeValues.Count > 0)
        {
            members.Add(TypeLowering.ClassName);
        }

        foreach (var local in bound.Scopes[bound.Chunk.Block].Locals)
        {
            if (local.KnownFunction is { Placement: FunctionPlacement.Method } function)
            {
                function.CsName = local.CsName = Unique(members, local.Name);
                function.CsValueName = Unique(members, local.Name + "_value");
            }
            else if (local.IsField)
            {
                local.CsName = Unique(members, local.Name);
            }
        }

        foreach (var function in bound.Functions)
        {
            if (function.Placement == FunctionPlacement.Method && !function.IsChunk && function.CsName.Length == 0)
            {
                var name = function.IsLifted ? function.Local!.Name
                    : function.Name == "anonymous" && function.FieldName is { } field ? field
                    : function.Name;
                function.CsName = Unique(members, name.Replace('.', '_').Replace(':', '_'));
            }
        }

        foreach (var function in bound.Functions)
        {
            // Taken in both chunks, so that the other names are the same.
            if (function.Placement == FunctionPlacement.Method && (function.General ?? function).TypedCopy is { } copy)
            {
                var name = copy.IsUnguarded ? function.CsName : Unique(members, function.CsName.TrimStart('@') + "_typed");
                var general = copy.IsUnguarded ? string.Empty : Unique(members, function.CsName.TrimStart('@') + "_general");
                var resume = Unique(members, function.CsName.TrimStart('@') + "_resume");
                members.Add(resume + "d");
                if (copy == function)
                {
                    function.CsName = name;
                    function.CsResumeName = resume;
                }
                else
                {
                    function.CsGeneralName = general;
                }
            }

            if (function is { Placement: FunctionPlacement.Method, IsResumable: true })
            {
                function.CsResumeName = Unique(members, function.CsName.TrimStart('@') + "_resume");
            }

            if (RecursionRule.IsExpanded(function))
            {
                function.CsNestedName = Unique(members, function.CsName.TrimStart('@') + "_nested");
            }
        }

        foreach (var function in bound.Functions)
        {
            if (function is { Placement: FunctionPlacement.Method, IsLifted: false })
            {
                // Where control can come in at any statement, names stand for one variable in the whole body.
                var isFlat = IsFlat(function);
                var inner = new List<string>();
                Allocate(bound.Scopes[function.Block], members, inner, isFlat);
                members.ExceptWith(inner);
            }
        }
    }

    private static bool IsFlat(FunctionSymbol function) => function.IsResumable || function.TypedCopy is { HasExits: true };

    /// <summary>A C# identifier: a keyword gets its marker.</summary>
    public static string Escape(string name) => Reserved.Contains(name) ? "@" + name : name;

    // Adds the names of a scope to those taken, and to a list; those of scopes inside leave again, unless they are shared.
    private static void Allocate(Scope scope, HashSet<string> names, List<string> added, bool isShared)
    {
        foreach (var local in scope.Locals)
        {
            if (local.KnownFunction is { } function)
            {
                if (function.Placement == FunctionPlacement.LocalFunction)
                {
                    function.CsName = local.CsName = Add(local.Name);
                    function.CsValueName = Add(local.Name + "_value");
                }
                else if (function.Placement == FunctionPlacement.Lambda)
                {
                    function.CsValueName = local.CsName = Add(local.Name);
                }
            }
            else if (!local.IsField)
            {
                local.CsName = Add(local.Name);
            }
        }

        foreach (var child in scope.Children)
        {
            if (child.Function == scope.Function || child.Function is not { Placement: FunctionPlacement.Method, IsLifted: false })
            {
                var inner = isShared ? added : [];
                Allocate(child, names, inner, isShared || (child.Function != scope.Function && IsFlat(child.Function)));
                if (!isShared)
                {
                    names.ExceptWith(inner);
                }
            }
        }

        string Add(string name)
        {
            var unique = Unique(names, name);
            added.Add(unique.TrimStart('@'));
            return unique;
        }
    }

    /// <summary>A name of the set's own, with a suffix where needed. Of a long one it is the start: names in an assembly have at most 1023 bytes.</summary>
    public static string Unique(HashSet<string> names, string name)
    {
        name = name.Length > MaximumLength ? name.Substring(0, MaximumLength) : name;
        if (!Taken.Contains(name) && !LooksGenerated(name) && names.Add(name))
        {
            return Escape(name);
        }

        var start = name.TrimEnd('_') + "_";
        start = start[0] == '_' ? "unused" + start : start;
        return NumberedName.Take(names, 1, i => start + CSharpText.Number(i));
    }

    private static bool IsNumbered(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && name[start.Length] is >= '0' and <= '9';

    // Types of the runtime are called Lua..., constants k_..., functions of the library library_..., functions in fields stored_..., methods that call those call_1_... and start_1_..., closures closure_1, ..., functions of which there is one value shared_1, ..., cached slots s1, s2, ..., caches of methods m1, m2, ..., temporaries t1, t2, ..., parameters a0, a1, ...
    private static bool LooksGenerated(string name)
    {
        if ((name.Length > 3 && name.StartsWith("Lua", StringComparison.Ordinal) && name[3] is >= 'A' and <= 'Z')
            || name.StartsWith("k_", StringComparison.Ordinal) || name.StartsWith("stored_", StringComparison.Ordinal) || name.StartsWith("library_", StringComparison.Ordinal)
            || IsNumbered(name, "call_") || IsNumbered(name, "start_") || IsNumbered(name, "closure_") || IsNumbered(name, "shared_"))
        {
            return true;
        }

        if (name.Length < 2 || name[0] is not ('a' or 'm' or 's' or 't'))
        {
            return false;
        }

        for (var i = 1; i < name.Length; i++)
        {
            if (name[i] is not (>= '0' and <= '9'))
            {
                return false;
            }
        }

        return true;
    }
}
