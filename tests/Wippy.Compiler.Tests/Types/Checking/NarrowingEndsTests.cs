using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Types.Checking;

/// <summary>
/// Sentences of spec/lua.md section 11 with a bound: where narrowing ends, what unknown and never give, when extra fields count. Each source is found at its
/// place, or accepted when no identifier is given.
/// </summary>
public sealed class NarrowingEndsTests
{
    private const string Shared = "local x: string? = os.date('%Y') local function clear() x = nil end\n";
    private const string Field = "local t: { v: string? } = {} local function clear() t.v = nil end\n";

    [Theory]
    [InlineData("local function f(x: string?) if x then x = nil print(x:upper()) end end", "WLC3105 1,54")]
    [InlineData("local function f(x: string?, y: string?) if x then x = y print(x:upper()) end end", "WLC3123 1,64")]
    [InlineData(Shared + "if x then clear() print(x:upper()) end", "WLC3123 2,25")]
    [InlineData(Shared + "if x then print(x:upper()) end", null)]
    [InlineData(Shared + "if x then local y = math.floor(1.5) print(x:upper(), y) end", null)]
    [InlineData(Field + "if t.v then clear() print(t.v:upper()) end", "WLC3123 2,27")]
    [InlineData(Field + "if t.v then print(t.v:upper()) clear() end", null)]
    [InlineData("local function f(x: string?) while x do print(x:upper()) x = nil end end", null)]
    [InlineData("local function f(x: string?) for i = 1, 2 do if x then print(x:upper()) end x = nil end end", null)]
    [InlineData("local function f(x: string?) if x then for i = 1, 2 do print(x:upper()) x = nil end end end", "WLC3123 1,62")]
    public void Narrowing_ends_with_an_assignment_or_a_call_that_may_write(string text, string? finding) => Check(text, finding);

    [Theory]
    [InlineData("local function fail(): never error('x') end local s: string = fail()", null)]
    [InlineData("local function f(x: unknown) local a: any = x local u: unknown = x return x.y, x[1] end", null)]
    [InlineData("local function f(x: unknown) local s: string = x end", "WLC3100 1,48")]
    [InlineData("local function f(x: any) local s: string = x return x + 1, x.y, x(), x .. 'a', #x, x < 1 end", null)]
    [InlineData("local p: { x: number } = { x = 1, y = 2 } print(p.x)", null)]
    [InlineData("local p: { x: number } = { x = 1, y = 2 } print(p.y)", "WLC3104 1,51")]
    [InlineData("local b = true b()", "WLC3102 1,16")]
    [InlineData("local function f(b: boolean) return b() end", "WLC3102 1,37")]
    [InlineData("local i: integer = 1 local n: number = i", null)]
    [InlineData("local l: 'a' = 'a' local s: string = l", null)]
    [InlineData("local n: number = 1.5 local i: integer = n", "WLC3100 1,42")]
    public void Assignability_at_its_bounds(string text, string? finding) => Check(text, finding);

    [Theory]
    [InlineData("local function f(l: readonly {number}) end local i: {integer} = {} f(i)", null)]
    [InlineData("local function f(l: {number}) end local i: {integer} = {} f(i)", "WLC3100 1,61")]
    [InlineData("local function f(l: {number}) end f({ 1, 2 })", null)]
    [InlineData("local f: (integer) -> () = function(n: number) end", null)]
    [InlineData("local f: (number) -> () = function(n: integer) end", "WLC3100 1,27")]
    [InlineData("local f: () -> number = function(): integer return 1 end", null)]
    [InlineData("local f: () -> integer = function(): number return 1 end", "WLC3100 1,26")]
    public void Variance(string text, string? finding) => Check(text, finding);

    [Theory]
    [InlineData("print(1 < 2, 'a' < 'b', 1 == 'a', nil == 1)", null)]
    [InlineData("print('a' < 1)", "WLC3119 1,7")]
    [InlineData("print({} < 1)", "WLC3119 1,7")]
    [InlineData("print('x' .. 1 .. 1.5)", null)]
    [InlineData("local e = errors.new('x') print('error: ' .. e)", null)]
    [InlineData("print('x' .. {})", "WLC3119 1,14")]
    [InlineData("print('5' * 2)", "WLC3119 1,7")]
    [InlineData("print(-'5')", "WLC3119 1,8")]
    [InlineData("print(~'5')", "WLC3119 1,8")]
    [InlineData("print(true & 1)", "WLC3119 1,7")]
    public void Operators(string text, string? finding) => Check(text, finding);

    private static void Check(string text, string? finding)
    {
        var found = Chunks.Findings(Chunks.Compile(text));
        if (finding is null)
        {
            Assert.Empty(found);
            return;
        }

        var parts = finding.Split(' ');
        var one = Assert.Single(found);
        Assert.StartsWith($"main.lua({parts[1]})", one, System.StringComparison.Ordinal);
        Assert.Contains($" {parts[0]}: ", one, System.StringComparison.Ordinal);
    }
}
