namespace Wippy.Compiler.Generator;

/// <summary>Names of the generator's steps, in the order of the data; tests assert the run reason of each.</summary>
public static class TrackingNames
{
    /// <summary>The properties of the project.</summary>
    public const string Options = nameof(Options);

    /// <summary>The folder that the host gives generated files.</summary>
    public const string GeneratedFolder = nameof(GeneratedFolder);

    /// <summary>An additional file that is an entry file or Lua: path and content.</summary>
    public const string InputFile = nameof(InputFile);

    /// <summary>A parsed entry file.</summary>
    public const string EntryFile = nameof(EntryFile);

    /// <summary>All entries with their references resolved.</summary>
    public const string EntrySet = nameof(EntrySet);

    /// <summary>A parsed Lua file.</summary>
    public const string Chunk = nameof(Chunk);

    /// <summary>An entry with its chunk.</summary>
    public const string Unit = nameof(Unit);

    /// <summary>The metamethods that an entry defines.</summary>
    public const string Metamethods = nameof(Metamethods);

    /// <summary>The metamethods that may wait, by entry.</summary>
    public const string ProgramMetamethods = nameof(ProgramMetamethods);

    /// <summary>The compiled libraries, in the order of their imports.</summary>
    public const string Libraries = nameof(Libraries);

    /// <summary>What the chunk compiler reads of one entry.</summary>
    public const string ChunkInput = nameof(ChunkInput);

    /// <summary>What the chunk compiler makes of one entry.</summary>
    public const string ChunkOutput = nameof(ChunkOutput);

    /// <summary>Declared types and entry function of one chunk.</summary>
    public const string Border = nameof(Border);

    /// <summary>Classes, records and registration of the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>A file of one chunk.</summary>
    public const string ModuleSource = nameof(ModuleSource);

    /// <summary>A file of one entry, record or registration.</summary>
    public const string ProjectSource = nameof(ProjectSource);

    /// <summary>Names of activities and workflows that the project has in C#.</summary>
    public const string HandWrittenNames = nameof(HandWrittenNames);

    /// <summary>Findings after suppressions.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
