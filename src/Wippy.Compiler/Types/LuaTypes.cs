using System;

namespace Wippy.Compiler.Types;

/// <summary>The set of kinds of value that an expression may have; the lattice of the inference, joined by <c>|</c>.</summary>
[Flags]
internal enum LuaTypes
{
    /// <summary>Nothing has been seen yet.</summary>
    None = 0,
    Nil = 1,
    Boolean = 2,
    Integer = 4,
    Float = 8,
    String = 16,

    /// <summary>Functions, userdata, threads and type values.</summary>
    Other = 32,
    Table = 64,
    Number = Integer | Float,
    Any = Nil | Boolean | Integer | Float | String | Other | Table,
}
