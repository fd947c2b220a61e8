namespace Wippy.Compiler.Text;

/// <summary>A place in a text as editors count it.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Column in UTF-16 code units, from 0.</param>
public readonly record struct LinePosition(int Line, int Column);
