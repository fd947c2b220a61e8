using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Wippy.Compiler;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Conformance.Tests;

/// <summary>Sources larger than anybody writes by hand: they compile and run, or a diagnostic says why not; nothing overflows a stack.</summary>
[Collection(ProgramRunner.Collection)]
public sealed class LargeInputTests
{
    private const string Closing = "<closing>";

    // A line each, and a long comment between two.
    private static readonly string[] PartsOfChunk =
    [
        "local n, f, s = 3, 1.5, 'text'\n",
        "local function add(a) n = n + a return n end\n",
        "local first = add(5)\n",
        "for i = 1, 5 do if i % 2 == 0 then goto continue end n = n + 1 ::continue:: end print(first, n, f, s)\n",
        "local none print(pcall(function() return none.x end))\n",
        "local list = {} for i = 1, 3 do list[i] = function() i = i + 1 return i end end print(list[1](), list[1](), list[2]())\n",
        "local co = coroutine.wrap(function(a) local b = coroutine.yield(a) coroutine.yield(b) end) print(co('first'), co('second'))\n",
        "local ch = channel.new(1) coroutine.spawn(function() ch:send('sent') end) print((ch:receive()))\n",
        "if n > 100 then return 'early' end\n",
        "do local late = 'late' print(late, n, ...) end\n",
        "f = f + n print(f)\n",
    ];

    [Theory]
    [InlineData("local a = 1\nprint(", "a", " + a", 10_000, ")", "10001")]
    [InlineData("local a = 1.5\nprint(", "a", " + a * 2", 1_000, ")", "3001.5")]
    [InlineData("local function f(a) return ", "a", " - 1", 1_000, " end print(f(1001), f('1001'))", "1\t1.0")]
    [InlineData("local a = 'x'\nprint(#(", "a", " .. a", 10_000, "))", "10001")]
    [InlineData("local function f(a) return #(", "a", " .. a .. 1", 5_000, ") end print(f(1), f('xy'))", "10001\t15002")]
    [InlineData("local a, b = false, 7\nprint(", "a", " or a", 1_000, " or b)", "7")]
    [InlineData("local a = 7\nlocal n = 0 if ", "a == 1", " or a == 2", 1_000, " or a == 7 then n = 1 end print(n)", "1")]
    [InlineData("local a = 2\nprint(", "a", " and a", 1_000, ")", "2")]
    [InlineData("local n = 0 local function f() n = n + 1 return _G.g end g = f\nlocal r = ", "g", "()", 1_000, " print(n)", "1000")]
    [InlineData("local t = {} t.t = t\nprint(t == ", "t", ".t", 1_000, ")", "true")]
    [InlineData("local t = {n = 0} function t:m() self.n = self.n + 1 return self end\nprint(", "t", ":m()", 500, ".n)", "500")]
    [InlineData("local t = {n = 0} function t:m() self.n = self.n + 1 return self end\nprint(", "t", ":m()", 5_000, ".n)", "5000")]
    [InlineData("local function f(a, b) return b, a end\nprint(", "", "f(", 60, "1, 2" + Closing, "1\t2")]
    [InlineData("local t = {} t.t = t\nprint(t == ", "t", ".t", 10_000, ")", "true")]
    [InlineData("local a = 2\nprint(", "a", " and a", 10_000, ")", "2")]
    [InlineData("local x = 0 ", "", "do local function f(a) local b = a return b + 1 end x = f(x) end ", 5_000, "print(x)", "5000")]
    [InlineData("local x = 10001 local r\nif x == 1 then r = 1 ", "", "elseif x == 2 then r = 2 ", 10_000, "elseif x == 10001 then r = 'last' else r = 'none' end print(r)", "last")]
    [InlineData("local t = {", "1", ", 2", 20_000, "} print(#t)", "20001")]
    [InlineData("local x = 0 ", "", "x = x + 1 ", 20_000, "print(x)", "20000")]
    [InlineData("print(", "", "(", 150, "1" + Closing, "1")]
    [InlineData("local n = 0 local function f() n = n + 1 return n end local t = {", "f()", ", f()", 2_100, "} print(#t, t[1], t[500], t[501], t[2101])", "2101\t1\t500\t501\t2101")]
    [InlineData("local n = 0 local function f() n = n + 1 return n end g = f local t = {", "1", ", [f()] = -f(), g(), nil", 600, ", f(), f()} local c, s = 0, 0 for k, v in pairs(t) do c, s = c + 1, s + k * v end print(c, s)", "802\t-17142989")]
    [InlineData("local t = {", "'a', 'b', x = 1", ", [2] = 5, [1] = 6, [false] = 3, y = #'abc'", 700, ", 'c', ...} print(#t, t[1], t[2], t[3], t[false], t.x, t.y)", "3\ta\tb\tc\t3\t1\t3")]
    [InlineData("local t = {", "{1, 'a'}", ", {x = 1.5, {2}}", 2_100, "} print(#t, t[1][2], t[2101][1][1], t[2101].x)", "2101\ta\t2\t1.5")]
    [InlineData("local t = {", "1.5", ", 2, -3", 1_000, "} print(#t, t[1], t[2000], t[2001])", "2001\t1.5\t2\t-3")]
    public async Task Long_source_compiles_and_runs(string start, string first, string next, int count, string end, string expected)
    {
        var closing = end.EndsWith(Closing, StringComparison.Ordinal) ? end.Replace(Closing, new string(')', count) + ")", StringComparison.Ordinal) : end;
        var source = start + first + Repeat(next, count) + closing;
        foreach (var kind in count > 1_000 ? new[] { "function.lua" } : ["function.lua", "library.lua"])
        {
            var programs = CompiledPrograms.Compile([("test:large", Encoding.UTF8.GetBytes(source))], kind, NumberFormat.Puc);
            Assert.True(programs.ProblemOf("test:large") is null, programs.ProblemOf("test:large"));
            Assert.Equal(expected + "\n", await ProgramRunner.RunAsync(programs, "test:large", Wippy.Runtime.NumberFormat.Puc));
        }
    }

    [Theory]
    [InlineData("(", "1", ")", 10_000, "WLC2015")]
    [InlineData("{", "", "}", 10_000, "WLC2015")]
    [InlineData("{{", "1", "},}", 10_000, "WLC2015")]
    [InlineData("f(", "1", ")", 10_000, "WLC2015")]
    [InlineData("function() return ", "1", " end", 10_000, "WLC2015")]
    [InlineData("- ", "1", "", 10_000, "WLC2015")]
    [InlineData("1 ^ ", "1", "", 100_000, "WLC2016")]
    [InlineData("1 + ", "1", "", 100_000, "WLC2016")]
    [InlineData("'a' .. ", "1", "", 100_000, "WLC2016")]
    public void Too_deep_source_is_told(string open, string inner, string close, int count, string id)
    {
        var output = Compile("return " + Repeat(open, count) + inner + Repeat(close, count), out var tree);
        Assert.Null(output.Text);
        Assert.Equal(id, Assert.Single(tree.Diagnostics).Id);
    }

    [Theory]
    [InlineData("if x then ", " end")]
    [InlineData("if x then y = 1 else ", " end")]
    [InlineData("while x do ", " end")]
    [InlineData("for i = 1, 2 do ", " end")]
    [InlineData("for k in pairs(x) do ", " end")]
    [InlineData("do ", " end")]
    [InlineData("repeat ", " until x")]
    [InlineData("function f() ", " end")]
    [InlineData("local function f() ", " end")]
    [InlineData("do ", "")]
    public void Too_deep_blocks_are_told(string open, string close)
    {
        var output = Compile(Repeat(open, 10_000) + "y = 1" + Repeat(close, 10_000), out var tree);
        Assert.Null(output.Text);
        Assert.Equal("WLC2015", Assert.Single(tree.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("{a: ", "}")]
    [InlineData("(", ")")]
    [InlineData("(string) -> ", "")]
    [InlineData("B<", ">")]
    [InlineData("readonly ", "")]
    [InlineData("keyof(", ")")]
    [InlineData("", "?")]
    [InlineData("", "[]")]
    public void Too_deep_types_are_told(string open, string close)
    {
        var output = Compile("type T = " + Repeat(open, 10_000) + "string" + Repeat(close, 10_000), out var tree);
        Assert.Null(output.Text);
        Assert.Equal("WLC2015", Assert.Single(tree.Diagnostics).Id);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("x = {")]
    [InlineData("function f(")]
    [InlineData("local a,")]
    [InlineData("@ $ ` ")]
    [InlineData("end ")]
    [InlineData("::")]
    [InlineData("type T = {a: ")]
    [InlineData("interface I ")]
    public void Unfinished_source_is_told_in_bounded_time(string piece)
    {
        var watch = Stopwatch.StartNew();
        Assert.Null(Compile(Repeat(piece, 50_000), out var tree).Text);
        Assert.NotEmpty(tree.Diagnostics);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("", "local v{0} = {0}\n", 20_000, "print(v0, v19999)", "0\t19999")]
    [InlineData("local t = {", "f{0} = {0}, ", 5_000, "} print(t.f0, t.f4999)", "0\t4999")]
    [InlineData("local t = {", "[{0}] = 'c{0}', ", 5_000, "} print(t[0], #t)", "c0\t4999")]
    [InlineData("local t = {", "{0}.25, ", 20_000, "} print(#t, t[20000])", "20000\t19999.25")]
    [InlineData("local t = {", "function(a) return a + {0} end, ", 1_000, "} print(t[1000](1))", "1000")]
    [InlineData("print(select('#', ", "{0}, ", 20_000, "0))", "20001")]
    [InlineData("local t = {}\n", "t['key {0}'] = 'value {0} ' .. #t\n", 9_000, "print(t['key 0'], t['key 8999'])", "value 0 0\tvalue 8999 0")]
    [InlineData("local t, x = {}, 3\n", "t[{0}] = (t[{0} - 1] or x) + {0} % 7\n", 6_000, "print(#t, t[5999])", "5999\t18000")]
    [InlineData("local t = {", "{{0}, {0}, 7}, ", 3_000, "} local s = 0 for _, r in ipairs(t) do s = s + r[1] + r[2] end print(#t, s, math.type(t[3000][3]))", "3000\t8997000\tinteger")]
    [InlineData("local t = {", "{{0}.5, {0}.25}, ", 3_000, "} local s = 0 for _, r in ipairs(t) do s = s + r[1] + r[2] end print(#t, s, t[3000][2])", "3000\t8999250.0\t2999.25")]
    [InlineData("local o = {n = 0} function o:add(a) self.n = self.n + a return self end\n", "o:add({0})\n", 17_000, "print(o.n)", "144491500")]
    [InlineData("M = {}\n", "function M.f{0}(a) return a + {0} end\n", 10_100, "print(M.f7(1), M.f10099(1))", "8\t10100")]
    public async Task Numbered_source_compiles_and_runs(string start, string piece, int count, string end, string expected)
    {
        var source = start + string.Concat(Enumerable.Range(0, count).Select(i => piece.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + end;
        var programs = CompiledPrograms.Compile([("test:large", Encoding.UTF8.GetBytes(source))], "function.lua", NumberFormat.Puc);
        Assert.True(programs.ProblemOf("test:large") is null, programs.ProblemOf("test:large"));
        Assert.Equal(expected + "\n", await ProgramRunner.RunAsync(programs, "test:large", Wippy.Runtime.NumberFormat.Puc));
    }

    [Fact]
    public async Task A_string_of_a_megabyte_is_kept()
    {
        var programs = CompiledPrograms.Compile([("test:large", Encoding.UTF8.GetBytes($"local s = '{new string('x', 1 << 20)}' print(#s, s:sub(-1))"))], "function.lua", NumberFormat.Puc);
        Assert.Equal("1048576\tx\n", await ProgramRunner.RunAsync(programs, "test:large", Wippy.Runtime.NumberFormat.Puc));
    }

    [Fact]
    public async Task Parts_of_a_long_chunk_share_its_variables_and_keep_its_lines()
    {
        var programs = CompiledPrograms.Compile([("test:large", Encoding.UTF8.GetBytes(string.Join("--" + new string('-', 25_000) + "\n", PartsOfChunk)))], "function.lua", NumberFormat.Puc);
        Assert.True(programs.ProblemOf("test:large") is null, programs.ProblemOf("test:large"));
        Assert.Contains("Chunk6()", programs.TextOf("test:large"), StringComparison.Ordinal);
        Assert.Equal(
            """
            8	11	1.5	text
            false	test:large:9: attempt to index a nil value (upvalue 'none')
            2	3	3
            first	second
            sent
            late	11
            12.5

            """,
            await ProgramRunner.RunAsync(programs, "test:large", Wippy.Runtime.NumberFormat.Puc));
    }

    [Fact]
    public async Task Five_megabytes_of_data_are_compiled_and_run()
    {
        var source = new StringBuilder("local rows = {\n");
        var count = 0;
        for (; source.Length < 5_000_000; count++)
        {
            source.Append(CultureInfo.InvariantCulture, $"  {{id = {count}, name = 'row {count}', tags = {{'a{count}', 'b'}}, price = {count}.5, at = {{{count}, 1, 2}}}},\n");
        }

        source.Append("}\nlocal s = 0 for _, r in ipairs(rows) do s = s + r.id + #r.tags + r.at[1] end print(#rows, s, rows[#rows].name, rows[7].tags[1])\n");
        var programs = CompiledPrograms.Compile([("test:large", Encoding.UTF8.GetBytes(source.ToString()))], "function.lua", NumberFormat.Puc);
        Assert.True(programs.ProblemOf("test:large") is null, programs.ProblemOf("test:large"));
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{count}\t{(long)count * (count - 1) + (2 * count)}\trow {count - 1}\ta6\n"),
            await ProgramRunner.RunAsync(programs, "test:large", Wippy.Runtime.NumberFormat.Puc));
    }

    [Fact]
    public void Five_megabytes_are_compiled_in_bounded_time()
    {
        var function = "local function f(a, b) local t = {a, b, x = 'text'} if a > b then return t.x .. a else return #t + b end end\n";
        var watch = Stopwatch.StartNew();
        var output = Compile(Repeat("do " + function.Replace("\n", " print(f(1, 2)) end\n", StringComparison.Ordinal), 5_000_000 / (function.Length + 22)), out var tree);
        Assert.Empty(tree.Diagnostics);
        Assert.NotNull(output.Text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(4));
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static ChunkOutput Compile(string source, out LuaSyntaxTree tree)
    {
        tree = LuaParser.Parse(SourceText.FromBytes("large.lua", Encoding.UTF8.GetBytes(source)));
        return ChunkCompiler.Compile(new ChunkInput(
            "test:large", "function.lua", "main", tree, "Large", EquatableArray<ListedModule>.Empty, EquatableArray<ChunkImport>.Empty, "large.lua", new CompilerOptions()));
    }
}
