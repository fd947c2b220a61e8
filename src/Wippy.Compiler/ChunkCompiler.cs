using System.Text;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler;

/// <summary>Compiles one Lua chunk into one C# class: binding, types, analysis, lowering and printing. Pure and deterministic.</summary>
public static class ChunkCompiler
{
    /// <summary>
    /// The class name of an entry: the parts of its id in Pascal case followed by <c>Module</c>;
    /// <c>app:order_workflow</c> gives <c>AppOrderWorkflowModule</c>. Two ids may give the same name; the caller keeps names apart.
    /// </summary>
    public static string GetClassName(string entryId)
    {
        var text = new StringBuilder(entryId.Length + 6);
        var upper = true;
        foreach (var c in entryId)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                if (text.Length == 0 && c is >= '0' and <= '9')
                {
                    text.Append('_');
                }

                text.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
            else
            {
                upper = true;
            }
        }

        return text.Append("Module").ToString();
    }

    /// <summary>
    /// The body of the function that the entry runs, when it can be told from the text: the field <paramref name="method"/> of the
    /// returned table, or the returned function (spec/lua.md section 1). Null when it cannot be told.
    /// </summary>
    public static FunctionBodySyntax? FindEntryFunction(LuaSyntaxTree tree, string? method) =>
        Binding.EntryFunctionFinder.Find(tree.Chunk, method);
}
