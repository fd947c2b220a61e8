namespace Wippy.Compiler.Syntax;

/// <summary>Operators with one operand (Lua manual 3.4).</summary>
public enum UnaryOperator
{
    /// <summary><c>not</c>.</summary>
    Not,

    /// <summary><c>#</c>.</summary>
    Length,

    /// <summary><c>-</c>.</summary>
    Negate,

    /// <summary><c>~</c>.</summary>
    BitwiseNot,
}
