using System;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the field that holds what one entry runs: its chunk, modules and libraries.</summary>
internal static class ProgramEmitter
{
    public static void Write(EntryWriter writer, EmitOptions options, ProgramModel program)
    {
        writer.Line("internal static readonly global::Wippy.Runtime.LuaProgram Program = new(");
        writer.Indent();
        writer.Line($"{CSharpText.Quote(program.Id)},");
        writer.Line($"{CSharpText.Quote(program.Method)},");
        WriteList(writer, program.Modules, static m =>
            $"new global::Wippy.Runtime.LuaModuleImport({CSharpText.Quote(m.Name)}, global::{m.OpenTarget}),");
        WriteList(writer, program.Libraries, l =>
            $"new global::Wippy.Runtime.LuaLibraryImport({CSharpText.Quote(l.Alias)}, {CSharpText.Quote(l.Id)}, static lua => new global::{options.GeneratedNamespace}.{l.ClassName}(lua)),");
        writer.Line($"static lua => new global::{options.GeneratedNamespace}.{program.MainClass}(lua));");
        writer.Unindent();
    }

    private static void WriteList<T>(EntryWriter writer, EquatableArray<T> items, Func<T, string> text)
    {
        if (items.IsEmpty)
        {
            writer.Line("[],");
            return;
        }

        writer.Line("[");
        writer.Indent();
        foreach (var item in items)
        {
            writer.Line(text(item));
        }

        writer.Unindent();
        writer.Line("],");
    }
}
