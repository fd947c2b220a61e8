using System;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>
/// Writes <c>AddWippy</c>: the description of everything the project's entries configure and register. Values stand in it as
/// they were written; placeholders, defaults and validation belong to the start of the application, never to the build.
/// </summary>
public static class RegistrationEmitter
{
    private const string Hosting = "global::Wippy.Temporal.Hosting";

    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, RegistrationModel model)
    {
        var writer = new EntryWriter($"using static {Hosting}.EntryNode;");
        writer.Open("namespace " + options.RootNamespace);
        writer.Summary("Registers the clients, workers, workflows, activities and functions of this project's entries.");
        writer.Open("internal static class WippyServiceCollectionExtensions");
        writer.Summary("Adds the services that connect the clients and run the workers when the host starts.");
        writer.Line("/// <param name=\"services\">The services of the host.</param>");
        writer.Line("/// <param name=\"configure\">Changes what the entries do not say.</param>");
        writer.Line("/// <returns>The services.</returns>");
        writer.Line("public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection AddWippy(");
        writer.Indent();
        writer.Line("this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,");
        writer.Line($"global::System.Action<{Hosting}.WippyOptions>? configure = null) =>");
        writer.Line($"{Hosting}.WippyHosting.AddWippy(services, CreateApplication(), configure);");
        writer.Unindent();
        writer.Line();
        writer.Summary("The description that AddWippy registers.");
        writer.Line("/// <returns>A new description.</returns>");
        writer.Line($"internal static {Hosting}.WippyApplication CreateApplication() => new()");
        writer.Open();
        WriteList(writer, "Entries", model.Entries, (e, tail) =>
        {
            writer.Line($"new {Hosting}.WippyEntry({Literal(e.Id)}, {Literal(e.Kind)}, {Literal(e.Path)},");
            WritePair(writer, e.Data, e.Meta, tail);
        });
        WriteList(writer, "Workflows", Registered(model, EntryClassKind.Workflow), (c, tail) => writer.Line(
            $"new {Hosting}.WippyWorkflow({Literal(c.Id)}, {Literal(c.TypeName)}, {Literal(c.Worker!)}, typeof(global::{options.RootNamespace}.{c.WorkerClass}), global::{options.RootNamespace}.{c.ClassName}.Program){tail}"));
        WriteList(writer, "Activities", Registered(model, EntryClassKind.Activity), (c, tail) => writer.Line(
            $"new {Hosting}.WippyActivity({Literal(c.Id)}, {Literal(c.Worker!)}, global::{options.RootNamespace}.{c.ClassName}.{ActivityEmitter.MethodName(c.Id)}, global::{options.RootNamespace}.{c.ClassName}.Program){tail}"));
        WriteList(writer, "Functions", model.Functions, (f, tail) =>
        {
            writer.Line($"new {Hosting}.WippyFunction({Literal(f.Id)}, {Literal(f.Kind)}, global::{options.RootNamespace}.{f.ClassName}.Program,");
            WritePair(writer, f.Data, f.Meta, tail);
        });
        writer.Close(";");
        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    private static EquatableArray<RegisteredClass> Registered(RegistrationModel model, EntryClassKind kind) =>
        model.Classes.Where(c => c.Kind == kind && c.Worker is not null).ToEquatableArray();

    private static string Literal(string text) => CSharpText.Quote(text);

    private static void WriteList<T>(EntryWriter writer, string name, EquatableArray<T> items, Action<T, string> write)
    {
        if (items.IsEmpty)
        {
            writer.Line($"{name} = [],");
            return;
        }

        writer.Line(name + " =");
        writer.Line("[");
        writer.Indent();
        foreach (var item in items)
        {
            write(item, ",");
        }

        writer.Unindent();
        writer.Line("],");
    }

    private static void WritePair(EntryWriter writer, ConfigurationNode data, ConfigurationNode meta, string tail)
    {
        writer.Indent();
        WriteNode(writer, string.Empty, data, ",");
        WriteNode(writer, string.Empty, meta, ")" + tail);
        writer.Unindent();
    }

    private static void WriteNode(EntryWriter writer, string head, ConfigurationNode node, string tail)
    {
        var position = $"{CSharpText.Number(node.Line)}, {CSharpText.Number(node.Column)}";
        switch (node)
        {
            case ConfigurationMap { Fields.IsEmpty: false } map:
                writer.Line($"{head}Map({position},");
                writer.Indent();
                for (var i = 0; i < map.Fields.Count; i++)
                {
                    WriteNode(writer, $"({Literal(map.Fields[i].Key)}, ", map.Fields[i].Value, i + 1 < map.Fields.Count ? ")," : "))" + tail);
                }

                writer.Unindent();
                break;
            case ConfigurationMap:
                writer.Line($"{head}Map({position}){tail}");
                break;
            case ConfigurationList { Items.IsEmpty: false } list:
                writer.Line($"{head}List({position},");
                writer.Indent();
                for (var i = 0; i < list.Items.Count; i++)
                {
                    WriteNode(writer, string.Empty, list.Items[i], i + 1 < list.Items.Count ? "," : ")" + tail);
                }

                writer.Unindent();
                break;
            case ConfigurationList:
                writer.Line($"{head}List({position}){tail}");
                break;
            case ConfigurationScalar scalar:
                writer.Line($"{head}new {Hosting}.EntryNode({Scalar(scalar.Value)}, {position}){tail}");
                break;
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        long integer => "(long)" + CSharpText.Number(integer),
        double number => CSharpText.Number(number),
        _ => Literal((string)value),
    };
}
