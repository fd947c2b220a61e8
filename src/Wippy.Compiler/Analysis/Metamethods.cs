using System;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Metamethods that operators, indexing and assignments call, and <c>__pairs</c>, which waits when the iterator that it gives may wait. Calls and other iterators are
/// not among them: those can always wait.
/// </summary>
[Flags]
internal enum Metamethods
{
    None = 0,
    Index = 1 << 0,
    NewIndex = 1 << 1,
    Length = 1 << 2,
    Concat = 1 << 3,
    Negate = 1 << 4,
    BitNot = 1 << 5,
    Add = 1 << 6,
    Subtract = 1 << 7,
    Multiply = 1 << 8,
    Divide = 1 << 9,
    FloorDivide = 1 << 10,
    Modulo = 1 << 11,
    Power = 1 << 12,
    BitAnd = 1 << 13,
    BitOr = 1 << 14,
    BitXor = 1 << 15,
    ShiftLeft = 1 << 16,
    ShiftRight = 1 << 17,
    Equal = 1 << 18,
    LessThan = 1 << 19,
    LessOrEqual = 1 << 20,
    Pairs = 1 << 21,
}
