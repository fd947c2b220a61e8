namespace Wippy.Compiler.Syntax;

/// <summary>Operators with two operands (Lua manual 3.4), lowest precedence first.</summary>
public enum BinaryOperator
{
    /// <summary><c>or</c>.</summary>
    Or,

    /// <summary><c>and</c>.</summary>
    And,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>~=</c>.</summary>
    NotEqual,

    /// <summary><c>==</c>.</summary>
    Equal,

    /// <summary><c>|</c>.</summary>
    BitwiseOr,

    /// <summary><c>~</c>.</summary>
    BitwiseXor,

    /// <summary><c>&amp;</c>.</summary>
    BitwiseAnd,

    /// <summary><c>&lt;&lt;</c>.</summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c>.</summary>
    ShiftRight,

    /// <summary><c>..</c>.</summary>
    Concat,

    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>//</c>.</summary>
    FloorDivide,

    /// <summary><c>%</c>.</summary>
    Modulo,

    /// <summary><c>^</c>.</summary>
    Power,
}
