using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>What every file of one project shares.</summary>
/// <param name="RootNamespace">Namespace of public types; modules are in its <c>Generated</c>.</param>
public sealed record EmitOptions(string RootNamespace)
{
    /// <summary>Namespace of the compiled chunks.</summary>
    public string GeneratedNamespace => RootNamespace + ".Generated";
}

/// <summary>A class made of one entry.</summary>
public enum EntryClassKind
{
    /// <summary>A <c>[Workflow]</c> class.</summary>
    Workflow,

    /// <summary>A class with one <c>[Activity]</c> method.</summary>
    Activity,

    /// <summary>A function that only Lua calls.</summary>
    Function,

    /// <summary>A process that only Lua starts.</summary>
    Process,
}

/// <summary>The class of one executable entry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="ClassName">Name in C#.</param>
/// <param name="TypeName">Workflow type, or activity type.</param>
/// <param name="Worker">Full id of the worker that registers it; null when nothing does.</param>
/// <param name="Signature">How the method looks from C#.</param>
/// <param name="Records">C# names of the records that the signature mentions.</param>
/// <param name="Program">What runs.</param>
public sealed record EntryClass(
    string Id,
    EntryClassKind Kind,
    string ClassName,
    string TypeName,
    string? Worker,
    BorderSignature Signature,
    EquatableArray<RecordName> Records,
    ProgramModel Program);

/// <summary>The C# name of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">Its name in the root namespace.</param>
public sealed record RecordName(BorderRecordId Id, string Name);

/// <summary>A record to emit.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Declaration">Its fields.</param>
/// <param name="Records">C# names of the records that its fields mention.</param>
public sealed record RecordClass(string Name, BorderRecordDeclaration Declaration, EquatableArray<RecordName> Records);

/// <summary>Everything one run of an entry is made of.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="MainClass">Class of the entry's chunk, in the generated namespace.</param>
/// <param name="Modules">Modules of the entry and its libraries.</param>
/// <param name="Libraries">Libraries, each after what it needs.</param>
public sealed record ProgramModel(
    string Id, string Method, string MainClass, EquatableArray<ProgramModule> Modules, EquatableArray<ProgramLibrary> Libraries);

/// <summary>A module that a program may use.</summary>
/// <param name="Name">Its name in Lua.</param>
/// <param name="OpenTarget">The C# method that opens it, without <c>global::</c>.</param>
public sealed record ProgramModule(string Name, string OpenTarget);

/// <summary>A library that a program uses.</summary>
/// <param name="Alias">The global that holds it.</param>
/// <param name="Id">The library entry.</param>
/// <param name="ClassName">Class of its chunk, in the generated namespace.</param>
public sealed record ProgramLibrary(string Alias, string Id, string ClassName);

/// <summary>An entry that only configures.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its file, relative to the source root.</param>
/// <param name="Data">Its data.</param>
/// <param name="Meta">Its meta.</param>
public sealed record ConfigurationEntry(string Id, string Kind, string Path, ConfigurationNode Data, ConfigurationNode Meta);

/// <summary>A value of an entry file as it is written; placeholders are resolved at start.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public abstract record ConfigurationNode(int Line, int Column);

/// <summary>null, a boolean, an integer, a float or a string.</summary>
/// <param name="Value">The value.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record ConfigurationScalar(object? Value, int Line, int Column) : ConfigurationNode(Line, Column);

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record ConfigurationList(EquatableArray<ConfigurationNode> Items, int Line, int Column) : ConfigurationNode(Line, Column);

/// <summary>A map in source order.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record ConfigurationMap(EquatableArray<ConfigurationField> Fields, int Line, int Column) : ConfigurationNode(Line, Column);

/// <summary>A field of a map.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record ConfigurationField(string Key, ConfigurationNode Value);

/// <summary>What the registration of a project lists, ordered by id.</summary>
/// <param name="Entries">Configuration.</param>
/// <param name="Classes">Executable entries.</param>
/// <param name="Functions">Data and meta of functions and processes.</param>
public sealed record RegistrationModel(
    EquatableArray<ConfigurationEntry> Entries, EquatableArray<RegisteredClass> Classes, EquatableArray<RegisteredFunction> Functions);

/// <summary>An executable entry in the registration.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it became.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="TypeName">Workflow or activity type.</param>
/// <param name="Worker">The worker that registers it, or null.</param>
/// <param name="WorkerClass">The class that workers run, which is its class or nested in it.</param>
public sealed record RegisteredClass(string Id, EntryClassKind Kind, string ClassName, string TypeName, string? Worker, string WorkerClass);

/// <summary>A function or process in the registration.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ClassName">The class that holds its program.</param>
/// <param name="Data">Its data.</param>
/// <param name="Meta">Its meta.</param>
public sealed record RegisteredFunction(string Id, string Kind, string ClassName, ConfigurationNode Data, ConfigurationNode Meta);
