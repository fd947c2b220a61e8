namespace Wippy.Compiler.Emit.Entries;

/// <summary>
/// Writes the class of a chunk that has errors, so that C# which mentions the entry gives no further errors. Its errors have stopped
/// the build, so it never runs.
/// </summary>
public static class RecoveryEmitter
{
    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, CompiledEntry entry)
    {
        var writer = new EntryWriter();
        writer.Open("namespace " + options.GeneratedNamespace);
        writer.Open($"internal sealed class {entry.Names.ModuleClass} : global::Wippy.Runtime.LuaModule");
        writer.Line($"public {entry.Names.ModuleClass}(global::Wippy.Runtime.LuaState lua) : base(lua) {{ }}");
        writer.Line();
        writer.Line("public override global::Wippy.Runtime.LuaTask<global::Wippy.Runtime.LuaValues> RunChunk() =>");
        writer.Indent();
        writer.Line($"throw new global::System.InvalidOperationException({CSharpText.Quote(entry.Id + " has errors and was not compiled")});");
        writer.Unindent();
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
