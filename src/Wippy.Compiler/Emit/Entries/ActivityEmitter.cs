using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>
/// Writes the class of a function or process: with an <c>[Activity]</c> method when a worker registers it (spec/temporal.md
/// section 5), and with its program alone when only Lua reaches it.
/// </summary>
public static class ActivityEmitter
{
    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, EntryClass entry)
    {
        var isActivity = entry.Kind == EntryClassKind.Activity;
        var writer = new EntryWriter(isActivity ? BorderText.Using : null);
        writer.Open("namespace " + options.RootNamespace);
        writer.Summary(entry.Signature.Comment ?? $"{entry.Kind} {entry.Id}.");
        writer.Line($"/// <remarks>Entry <c>{EntryWriter.Xml(entry.Id)}</c>.</remarks>");
        writer.Open($"{(isActivity ? "public" : "internal")} static class {entry.ClassName}");
        ProgramEmitter.Write(writer, options, entry.Program);
        if (isActivity)
        {
            writer.Line();
            MethodEmitter.Write(
                writer,
                new BorderText(options, entry.Records),
                entry,
                $"[global::Temporalio.Activities.Activity({CSharpText.Quote(entry.TypeName)})]",
                "public static",
                MethodName(entry.Id),
                "global::Wippy.Temporal.LuaActivity.RunAsync");
        }

        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    /// <summary>Name of the method: <c>app:charge_payment</c> gives <c>ChargePaymentAsync</c>.</summary>
    internal static string MethodName(string entryId) => BorderResolver.Pascal(entryId.Substring(entryId.IndexOf(':') + 1)) + "Async";
}
