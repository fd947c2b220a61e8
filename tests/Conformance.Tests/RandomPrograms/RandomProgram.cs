using System;

namespace Conformance.Tests.RandomPrograms;

/// <summary>
/// A random well-defined program: it ends, what it prints depends on nothing that the language leaves open, and it uses nothing of spec/lua.md that differs from stock Lua.
/// </summary>
/// <param name="Seed">What it is made from.</param>
/// <param name="Text">The program with type annotations.</param>
/// <param name="PlainText">The same without.</param>
internal sealed record RandomProgram(int Seed, string Text, string PlainText)
{
    /// <summary>
    /// Helpers of every program. <c>show</c> prints values with their types, tables with sorted contents; what a machine may print differently (addresses, the sign of
    /// not-a-number) is left out. <c>burn</c> bounds loops and recursion, also those that catch its error, <c>cut</c> bounds strings, <c>L</c> tells when something is evaluated.
    /// </summary>
    private const string Prelude = """
        local fuel, refill, math_type = 0, 0, math.type
        local function burn() fuel = fuel - 1 if fuel < 0 then fuel, refill = refill, refill // 2 error("out of fuel", 0) end end
        local function cut(s) if type(s) == "string" and #s > 60 then return s:sub(1, 60) end return s end
        local function text(v, depth)
          local kind = math_type(v)
          if v ~= v then return "nan" end
          if kind then return kind == "integer" and ("%d"):format(v) or ("%.17g"):format(v) .. "f" end
          kind = type(v)
          if kind == "string" then
            local s = v:gsub("0x%x+", "PTR"):gsub("%-?nan", "nan")
            return '"' .. s:gsub("[^%g ]", function(c) return "\\" .. c:byte() end) .. '"'
          elseif kind == "table" then
            if depth > 2 then return "{...}" end
            local items = {}
            for k, x in next, v do items[#items + 1] = text(k, depth + 1) .. "=" .. text(x, depth + 1) end
            table.sort(items)
            return "{" .. table.concat(items, ",") .. "}"
          elseif kind == "function" or kind == "thread" then
            return kind
          end
          return tostring(v)
        end
        local function show(...)
          local items = {}
          for i = 1, select("#", ...) do items[i] = text((select(i, ...)), 0) end
          print(table.concat(items, " "))
        end
        local function L(name, ...) print("> " .. name) return ... end

        """;

    private static readonly Action<LuaWriter>[] Sections =
    [
        Operands.Write, Operands.Write, Code.Write, Code.Write, Code.Write, Loops.Write, Closures.Write, Order.Write, Varargs.Write,
        Metatables.Write, Classes.Write, Errors.Write, Coroutines.Write, Strings.Write, Strings.Write, Tables.Write, ListLoops.Write, ListLoops.Write, Paths.Write, Paths.Write, Numbers.Write, Packing.Write,
    ];

    /// <summary>The program of a seed.</summary>
    public static RandomProgram Create(int seed)
    {
        var writer = new LuaWriter(seed);
        foreach (var line in Prelude.Split('\n'))
        {
            writer.Line(line);
        }

        // Every third is one piece, since functions at the top level are compiled in ways of their own.
        if (seed % 3 == 0)
        {
            Surprises.Write(writer);
        }
        else
        {
            WriteSections(writer);
        }

        return new(seed, writer.AnnotatedText, writer.PlainText);
    }

    private static void WriteSections(LuaWriter writer)
    {
        var count = writer.Dice.Between(3, 5);
        for (var i = 0; i < count; i++)
        {
            // A block of its own keeps the number of locals small.
            writer.Open("do");
            writer.Line("fuel, refill = 2000, 300");
            writer.Dice.Pick(Sections)(writer);
            writer.Close();
        }
    }
}
