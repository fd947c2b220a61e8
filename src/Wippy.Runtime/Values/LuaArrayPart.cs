using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// The array part of a <see cref="LuaTable"/>, which has all the code. As fields of a base class these lie side by side and come first, so that they are probably in one
/// line of the cache: a loop over the rows of a matrix reads nothing else of each.
/// </summary>
public abstract class LuaArrayPart : LuaObject
{
    // The kind of all elements; Nil when they differ, or when one is nil among others than booleans. An array without elements is one for this kind.
    private protected LuaKind elementKind;

    // Of the whole table; here, where it takes no room of its own.
    private protected sbyte flags;
    private protected Array? elements;

    [MethodImpl(JitOptions.Accessor)]
    private protected LuaArrayPart()
        : base(LuaKind.Table)
    {
    }
}
