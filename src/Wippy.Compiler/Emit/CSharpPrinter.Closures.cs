using System.Linq;
using Wippy.Compiler.Lowering;

namespace Wippy.Compiler.Emit;

/// <content>Classes of functions that hold variables or that sort.</content>
internal sealed partial class CSharpPrinter
{
    private void PrintClosure(CsClosure closure, string chunk)
    {
        _writer.WriteLine();
        _writer.Write($"private sealed class {closure.Name}({chunk} chunk");
        foreach (var (typeName, name, _) in closure.Held)
        {
            _writer.Write($", {typeName} {name}");
        }

        _writer.WriteLine($") : {closure.Base}({closure.FunctionName})");
        Open();
        foreach (var (typeName, name, isAssigned) in closure.Held)
        {
            if (isAssigned)
            {
                _writer.WriteLine($"public {typeName} {name} = {name};");
            }
        }

        var parameters = Enumerable.Range(0, closure.ParameterCount).Select(static i => "a" + CSharpText.Number(i)).ToList();
        var arguments = parameters.Concat(closure.Held.Where(static h => !h.IsAssigned).Select(static h => h.Name)).Concat(closure.Held.Any(static h => h.IsAssigned) ? ["this"] : []);
        _writer.WriteLine(
            $"{closure.Override}({string.Join(", ", parameters.Select(static p => "LuaValue " + p))}) => "
            + $"chunk.{closure.Body}({string.Join(", ", arguments)});");
        if (closure.Direct is var (returnType, types, body))
        {
            _writer.WriteLine(
                $"public {returnType} {CsClosure.DirectName}({string.Join(", ", types.Zip(parameters, static (t, p) => t + " " + p))}) => chunk.{body}({string.Join(", ", arguments)});");
        }

        if (closure.IsOrder)
        {
            PrintOrder(closure);
        }

        Close();
    }

    // The class is sealed, so that the JIT knows the function that the structure calls.
    private void PrintOrder(CsClosure closure)
    {
        _writer.WriteLine($"protected override void Sort(LuaSorting list) => list.SortBy(new {CsClosure.OrderName}(this));");
        _writer.WriteLine();
        _writer.WriteLine($"private readonly struct {CsClosure.OrderName}({closure.Name} function) : ILuaOrder");
        Open();
        _writer.WriteLine("public bool IsLess(LuaValue a, LuaValue b) => function.Call(a, b).IsTruthy;");
        _writer.WriteLine($"public bool IsLess(LuaTable a, LuaTable b) => function.{(closure.OrdersTables ? CsClosure.DirectName + "(a, b)" : "Call(a, b).IsTruthy")};");
        Close();
    }
}
