using System;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Tests.Analysis;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Emit;

public sealed class ChunkEmissionTests
{
    private const string Program = "-- doc\nlocal t = { a = 1, [2] = 'x' }\nlocal function f(...) return t, ... end\nfor k, v in pairs(t) do print(k, v, f(k)) end\nreturn { f = f }";

    [Fact]
    public void Same_input_gives_same_output() => Assert.Equal(Chunks.Compile(Program), Chunks.Compile(Program));

    [Fact]
    public void Lines_end_in_line_feeds_only() => Assert.DoesNotContain('\r', Chunks.Compile(Program.Replace("\n", "\r\n", StringComparison.Ordinal)).Text!);

    [Theory]
    [InlineData("app:order_workflow", "AppOrderWorkflowModule")]
    [InlineData("a.b-c:d", "ABCDModule")]
    [InlineData("1:x", "_1XModule")]
    public void Class_name_comes_from_the_entry_id(string id, string expected) => Assert.Equal(expected, ChunkCompiler.GetClassName(id));

    [Fact]
    public void Syntax_error_gives_no_text() => Assert.Null(Chunks.Compile("local x = = 1").Text);

    [Theory]
    [InlineData("local function main(a) end return { main = main }", "a")]
    [InlineData("local M = {} function M.main(a) end return M", "a")]
    [InlineData("local M = {} function M:main(a) end return M", "a")]
    [InlineData("local M = { main = function(a) end } return M", "a")]
    [InlineData("return { main = function(a) end }", "a")]
    [InlineData("return function(a) end", "a")]
    [InlineData("local function run(a) end return run", "a")]
    [InlineData("local M = {} M.main = function(a) end return M", "a")]
    [InlineData("local function go(a) end local M = {} M.main = go return M", "a")]
    public void Entry_function_is_found(string text, string parameter)
    {
        var body = ChunkCompiler.FindEntryFunction(LuaParser.Parse(SourceText.FromString("x.lua", text)), "main");
        Assert.Equal(parameter, body!.Parameters[0].Name.Text);
    }

    [Theory]
    [InlineData("return { other = function() end }")]
    [InlineData("return make()")]
    [InlineData("local x = 1")]
    public void Entry_function_that_the_text_does_not_tell_is_null(string text) =>
        Assert.Null(ChunkCompiler.FindEntryFunction(LuaParser.Parse(SourceText.FromString("x.lua", text)), "main"));
}
