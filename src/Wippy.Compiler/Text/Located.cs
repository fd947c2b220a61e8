namespace Wippy.Compiler.Text;

/// <summary>A value and where it was written.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Location">Where it was written.</param>
public sealed record Located<T>(T Value, SourceLocation Location);
