using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

/// <summary>Rules of style (spec/lua.md section 11, codes W0001 to W0007), each with its place and text.</summary>
public sealed class LintRulesTests
{
    [Theory]
    [InlineData("if x then end x = 1", "1,1)+2", "if")]
    [InlineData("if x then x = 1 elseif y then end y = 1", "1,17)+6", "elseif")]
    [InlineData("if x then x = 1 else end", "1,22)+3", "else")]
    [InlineData("while next({}) do end", "1,1)+5", "while")]
    [InlineData("repeat until true", "1,1)+6", "repeat")]
    [InlineData("for _ = 1, 2 do end", "1,1)+3", "for")]
    [InlineData("for _ in pairs({}) do\n  -- nothing\nend", "1,1)+3", "for")]
    [InlineData("do ; end", "1,1)+2", "do")]
    public void Empty_block(string text, string place, string keyword) =>
        Assert.Contains($"main.lua({place} Warning WLC3201: the block of this '{keyword}' is empty: remove it, or write what is to be done", Findings(text));

    [Theory]
    [InlineData("total = 1", "1,1)+5", "total")]
    [InlineData("local a a, total = 1, 2 print(a)", "1,12)+5", "total")]
    [InlineData("function total() end", "1,10)+5", "total")]
    [InlineData("local function f() total = 1 end f()", "1,20)+5", "total")]
    public void Global_assignment(string text, string place, string name) => AssertOne(
        text, $"main.lua({place} Warning WLC3202: '{name}' is a global, which every chunk of the instance shares: write 'local {name}' where it is first assigned");

    [Theory]
    [InlineData("local x = 1 print(x == x)", "1,19)+6", "==", "x", "; to ask for NaN write 'not (x <= 0 or x > 0)'")]
    [InlineData("local x = 1 print(x ~= (x))", "1,19)+8", "~=", "x", "; to ask for NaN write 'not (x <= 0 or x > 0)'")]
    [InlineData("local t = {} print(t.a.b < t.a.b)", "1,20)+13", "<", "t.a.b", "")]
    [InlineData("local t = {} print(t[1] >= t[1])", "1,20)+12", ">=", "t[1]", "")]
    [InlineData("local t, i = {}, 1 print(t[i].x <= t[i].x)", "1,26)+16", "<=", "t[i].x", "")]
    public void Self_comparison(string text, string place, string @operator, string operand, string advice) => AssertOne(
        text, $"main.lua({place} Error WLC3203: '{@operator}' has '{operand}' on both sides: compare it with another value{advice}");

    [Theory]
    [InlineData("local x = 1", "1,7)+1", "x")]
    [InlineData("local x = 1 x = 2", "1,7)+1", "x")]
    [InlineData("local function f() end", "1,16)+1", "f")]
    [InlineData("for i = 1, 2 do print('a') end", "1,5)+1", "i")]
    [InlineData("for k, v in pairs({}) do print(v) end", "1,5)+1", "k")]
    [InlineData("local a, b = 1, 2 print(a)", "1,10)+1", "b")]
    public void Unused_local(string text, string place, string name) =>
        AssertOne(text, $"main.lua({place} Warning WLC3204: local '{name}' is never used: remove it, or name it '_{name}'");

    [Theory]
    [InlineData("local function f(a, b) return a end f(1, 2)", "1,21)+1", "b")]
    [InlineData("return function(n: number) end", "1,17)+1", "n")]
    [InlineData("local T = {} function T:m(a) end return T", "1,27)+1", "a")]
    public void Unused_parameter(string text, string place, string name) =>
        AssertOne(text, $"main.lua({place} Info WLC3205: parameter '{name}' is never used: remove it, or name it '_{name}'");

    [Fact]
    public void Unused_require() => Assert.Equal(
        "main.lua(1,7)+4 Warning WLC3206: 'time' is imported and never used: remove it",
        Assert.Single(Chunks.Findings(Chunks.Compile("local time = require('time')", modules: ["time"], lint: true))));

    [Theory]
    [InlineData("print(1)", true)]
    [InlineData("print(tax.rate)", false)]
    [InlineData("print(require('tax').rate)", false)]
    [InlineData("local tax = require('tax') print(tax)", false)]
    [InlineData("local function f(x: tax.Rate) return x end f()", false)]
    [InlineData("print(_G['tax'])", false)]
    public void Unused_import(string text, bool isFound)
    {
        var library = Chunks.Compile("type Rate = number return { rate = 1, Rate = Rate }", "library.lua", id: "app:tax").Signature;
        var location = new SourceLocation("_index.yaml", new TextSpan(40, 3), new LinePosition(4, 2), new LinePosition(4, 5));
        var found = Chunks.Findings(Chunks.Compile(text, imports: [new ChunkImport("tax", library, location)], lint: true));
        Assert.Equal(
            isFound ? ["_index.yaml(5,3)+3 Warning WLC3206: 'tax' is imported and never used: remove it from 'imports:', unless it is there for what it does when it is loaded"] : [],
            found.Where(static f => f.Contains("WLC3206", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("local x = 1\ndo local x = 2 print(x) end print(x)", "2,10)+1", "x", "local", 1)]
    [InlineData("local x = 1\nlocal x = 2 print(x)", "2,7)+1", "x", "local", 1)]
    [InlineData("local function f(a)\n  for a = 1, a do print(a) end\nend f(1)", "2,7)+1", "a", "parameter", 1)]
    [InlineData("for i = 1, 2 do\n\n  local i = i + 1 print(i)\nend", "3,9)+1", "i", "loop variable", 1)]
    [InlineData("local x = 1\nlocal function f(x) return x end print(f(x))", "2,18)+1", "x", "local", 1)]
    public void Shadowing(string text, string place, string name, string kind, int line) => Assert.Contains(
        $"main.lua({place} Info WLC3207: '{name}' hides the {kind} of that name in line {line}: give one of them another name", Findings(text));

    [Theory]
    [InlineData("local function f() end f() return function() end")]
    [InlineData("local t = {} function t.f() end function t:g() return self end t.x = 1 return t")]
    [InlineData("local _x, _ = 1 for _ = 1, 2 do print(1) end local function f(_a) return 1 end f(_x)")]
    [InlineData("local function f() return 1, errors.new('x') end local a, err = f() print(a, err) local b, err = f() print(b, err)")]
    [InlineData("local a, err = 1 print(a, err) local b, err = 2 print(b, err) local c, err = 3 print(c, err)")]
    [InlineData("do local x = 1 print(x) end do local x = 2 print(x) end")]
    [InlineData("print(x) local x = 1 print(x) x = 2", "x")]
    [InlineData("local x, y = 1, 2 print(x == y, x < y, 1 == 1, 'a' == 'a') print(x.a == x.b, x[1] == x[2], x[x] == x[y], f() == f()) function f() end", "f")]
    [InlineData("local origin = { x = 1 } type T = typeof(origin) return T")]
    [InlineData("local n = 0 local function inc() n = n + 1 return n end return inc")]
    [InlineData("local x = 1 repeat local y = x until y == 1")]
    [InlineData("local T = {} function T:outer() return function(self) return self end end return T")]
    public void Accepted(string text, string? global = null) => Assert.Equal(
        [], Findings(text).Where(f => !f.Contains("WLC31", System.StringComparison.Ordinal) && (global is null || !f.Contains($"WLC3202: '{global}'", System.StringComparison.Ordinal))));

    [Fact]
    public void Rules_of_style_are_looked_at_on_request() => Assert.Empty(Chunks.Compile("local x = 1 y = 2 do end if y == y then end").Diagnostics);

    [Fact]
    public void A_comparison_with_itself_is_an_error_on_request()
    {
        Assert.Null(Chunks.Compile("local x = 1 return x == x", lint: true).Text);
        Assert.NotNull(Chunks.Compile("local x = 1 return x == x").Text);
    }

    private static string[] Findings(string text) => Chunks.Findings(Chunks.Compile(text, lint: true));

    private static void AssertOne(string text, string finding) => Assert.Equal(finding, Assert.Single(Findings(text)));
}
