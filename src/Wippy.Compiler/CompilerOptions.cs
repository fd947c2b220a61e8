namespace Wippy.Compiler;

/// <summary>How a number becomes text in the compiled program (spec/lua.md section 4, "switch point").</summary>
public enum NumberFormat
{
    /// <summary>Shortest round-trip text, integral floats without <c>.0</c>. What programs written for Wippy expect.</summary>
    Wippy,

    /// <summary>As stock Lua prints: <c>%.14g</c> and <c>.0</c>.</summary>
    Puc,
}

/// <summary>Options that hold for all entries of a project.</summary>
public sealed record CompilerOptions
{
    /// <summary>Namespace of the project; classes of chunks are in its <c>Generated</c>.</summary>
    public string RootNamespace { get; init; } = "App";

    /// <summary>Number to text.</summary>
    public NumberFormat NumberFormat { get; init; }

    /// <summary>Whether the comments of the Lua source are copied.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether what the static checker finds rejects the entry (spec/lua.md section 11, "strict mode").</summary>
    public bool StrictTypes { get; init; }

    /// <summary>Whether rules of style are looked at (spec/lua.md section 11, "W codes only when rule checking is requested").</summary>
    public bool Lint { get; init; }

    /// <summary>Whether <c>#line</c> directives are written.</summary>
    public bool LineDirectives { get; init; } = true;
}
