using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>A token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset after its last byte.</param>
/// <param name="StartsLine">Whether a line end stands between it and the token before.</param>
/// <param name="Value">Text of a name, value of a numeral, bytes of a string.</param>
public readonly record struct LuaToken(LuaTokenKind Kind, int Start, int End, bool StartsLine, object? Value)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
