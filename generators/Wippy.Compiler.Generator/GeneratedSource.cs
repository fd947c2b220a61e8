namespace Wippy.Compiler.Generator;

/// <summary>A C# file.</summary>
internal sealed record GeneratedSource(string FileName, string Text);
