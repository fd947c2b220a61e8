using System.Linq;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the <c>[Workflow]</c> class of a <c>workflow.lua</c> entry (spec/temporal.md section 4).</summary>
public static class WorkflowEmitter
{
    /// <summary>Name of the nested class that workers run when arguments have a type.</summary>
    public const string Execution = "Execution";

    private const string RunAttribute = "[global::Temporalio.Workflows.WorkflowRun]";

    /// <summary>The class that workers run: the nested one when arguments have a type that a caller of another program may miss.</summary>
    public static string WorkerClass(EntryClass entry) => entry.Kind == EntryClassKind.Workflow && HasTypedParameter(entry) ? entry.ClassName + "." + Execution : entry.ClassName;

    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, EntryClass entry)
    {
        var writer = new EntryWriter(BorderText.Using);
        writer.Open("namespace " + options.RootNamespace);
        writer.Summary(entry.Signature.Comment ?? $"Workflow {entry.TypeName}.");
        writer.Line($"/// <remarks>Entry <c>{EntryWriter.Xml(entry.Id)}</c>.</remarks>");
        var attribute = $"[global::Temporalio.Workflows.Workflow({CSharpText.Quote(entry.TypeName)})]";
        var border = new BorderText(options, entry.Records);
        writer.Line(attribute);
        writer.Open($"public sealed class {entry.ClassName} : global::Wippy.Temporal.LuaWorkflow");
        ProgramEmitter.Write(writer, options, entry.Program);
        writer.Line();
        MethodEmitter.Write(writer, border, entry, RunAttribute, "public", "RunAsync", "RunLuaAsync");
        if (HasTypedParameter(entry))
        {
            // The SDK fails the workflow task, again and again, when it cannot decode an argument; Lua values it always can.
            writer.Line();
            writer.Summary("What workers run: reads the arguments itself, so that one of another type fails the workflow.");
            writer.Line(attribute);
            writer.Open($"internal sealed class {Execution} : global::Wippy.Temporal.LuaWorkflow");
            MethodEmitter.Write(writer, border, entry, RunAttribute, "public", "RunAsync", "RunLuaAsync", readsArguments: true);
            writer.Close();
        }

        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    private static bool HasTypedParameter(EntryClass entry) => entry.Signature.Parameters.Any(static p => p.Type != BorderType.Any);
}
