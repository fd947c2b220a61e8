using Wippy.Compiler.Analysis;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

public sealed class EntryMethodRuleTests
{
    [Theory]
    [InlineData("local function main() end", "returns nothing: end the chunk with 'return { main = main }'")]
    [InlineData("return", "returns nothing: end the chunk with 'return { main = main }'")]
    [InlineData("return 'main'", "returns a string: end the chunk with 'return { main = main }'")]
    [InlineData("return {}", "returns a table without it: end the chunk with 'return { main = main }'")]
    [InlineData("return { mian = print, other = print }", "returns a table with 'mian', 'other' only: end the chunk with 'return { main = mian }', or write 'method: mian'")]
    [InlineData("return { main = 5 }", "returns a table whose field 'main' is a number: end the chunk with 'return { main = main }'")]
    [InlineData("local M = {} function M.run() end return M", "returns a table with 'run' only: end the chunk with 'return { main = main }'")]
    [InlineData("local M = { a = 1 } M['b'] = M.a print(M.a) return (M)", "returns a table with 'a', 'b' only: end the chunk with 'return { main = main }'")]
    public void Missing_method_is_an_error(string text, string end) => Assert.Equal("entry 'app:f' runs the method 'main', but its chunk " + end, Check(text));

    [Theory]
    [InlineData("return function() end")]
    [InlineData("return { main = function() end }")]
    [InlineData("return { ['main'] = print }")]
    [InlineData("return { [key] = print }")]
    [InlineData("local M = {} function M.main() end return M")]
    [InlineData("local M = {} function M:main() end return M")]
    [InlineData("local M = {} local function fill() M.main = print end fill() return M")]
    [InlineData("local M = {} M[name] = print return M")]
    [InlineData("local M = {} fill(M) return M")]
    [InlineData("local M = {} local N = M N.main = print return M")]
    [InlineData("local M = setmetatable({}, {}) return M")]
    [InlineData("return make()")]
    [InlineData("if x then return {} end return make()")]
    [InlineData("return +")]
    public void What_may_be_there_is_silent(string text) => Assert.Null(Check(text));

    private static string? Check(string text)
    {
        var location = new SourceLocation("_index.yaml", new TextSpan(5, 4), new LinePosition(4, 6), new LinePosition(4, 10));
        var found = EntryMethodRule.Check(LuaParser.Parse(SourceText.FromString("main.lua", text)), "app:f", "main", location);
        Assert.True(found is null || (found.Id == "WLC1029" && found.Location == location));
        return found?.Message;
    }
}
