namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the <c>[Workflow]</c> class of a <c>workflow.lua</c> entry (spec/temporal.md section 4).</summary>
public static class WorkflowEmitter
{
    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, EntryClass entry)
    {
        var writer = new EntryWriter(BorderText.Using);
        writer.Open("namespace " + options.RootNamespace);
        writer.Summary(entry.Signature.Comment ?? $"Workflow {entry.TypeName}.");
        writer.Line($"/// <remarks>Entry <c>{EntryWriter.Xml(entry.Id)}</c>.</remarks>");
        writer.Line($"[global::Temporalio.Workflows.Workflow({CSharpText.Quote(entry.TypeName)})]");
        writer.Open($"public sealed class {entry.ClassName} : global::Wippy.Temporal.LuaWorkflow");
        ProgramEmitter.Write(writer, options, entry.Program);
        writer.Line();
        MethodEmitter.Write(
            writer, new BorderText(options, entry.Records), entry, "[global::Temporalio.Workflows.WorkflowRun]", "public", "RunAsync", "RunLuaAsync");
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
