using System;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the field that holds what one entry runs: its chunk, modules and libraries.</summary>
internal static class ProgramEmitter
{
    public static void Write(CSharpWriter writer, EmitOptions options, ProgramModel program)
    {
        writer.Line("internal static readonly global::Wippy.Runtime.LuaProgram Program = new(");
        writer.Indent();
        writer.Line($"{CSharpWriter.Literal(program.Id)},");
        writer.Line($"{CSharpWriter.Literal(program.Method)},");
        WriteList(writer, program.Modules, static m =>
            $"new global::Wippy.Runtime.LuaModuleImport({CSharpWriter.Literal(m.Name)}, global::{m.OpenTarget}),");
        WriteList(writer, program.Libraries, l =>
            $"new global::Wippy.Runtime.LuaLibraryImport({CSharpWriter.Literal(l.Alias)}, {CSharpWriter.Literal(l.Id)}, static lua => new global::{options.GeneratedNamespace}.{l.ClassName}(lua)),");
        writer.Line($"static lua => new global::{options.GeneratedNamespace}.{program.MainClass}(lua));");
        writer.Unindent();
    }

    private static void WriteList<T>(CSharpWriter writer, EquatableArray<T> items, Func<T, string> text)
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
