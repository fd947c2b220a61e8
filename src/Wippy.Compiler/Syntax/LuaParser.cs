namespace Wippy.Compiler.Syntax;

/// <summary>Reads Lua with types (spec/lua.md sections 2, 3 and 9).</summary>
public sealed partial class LuaParser
{
    /// <summary>How deep expressions may nest in the tree.</summary>
    public const int MaxExpressionDepth = 500;
}
