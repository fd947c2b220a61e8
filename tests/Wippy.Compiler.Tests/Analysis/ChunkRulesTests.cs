using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

public sealed class ChunkRulesTests
{
    [Fact]
    public void Undeclared_module_is_an_error_at_the_name()
    {
        var output = Chunks.Compile("local j = require(\"json\")\nreturn j");
        Assert.Equal(
            ["main.lua(1,19)+6 Error WLC3001: Module 'json' is not declared by entry 'app:main'; list it under 'modules:' or 'imports:'"],
            Chunks.Findings(output));
        Assert.Null(output.Text);
    }

    [Fact]
    public void Undeclared_module_used_as_a_global_is_an_error_at_its_name()
    {
        var output = Chunks.Compile("return function() logger:info(\"x\") return json.encode(1) end", modules: ["time"]);
        Assert.Equal(
            [
                "main.lua(1,19)+6 Error WLC3001: Module 'logger' is not declared by entry 'app:main'; list it under 'modules:' or 'imports:'",
                "main.lua(1,43)+4 Error WLC3001: Module 'json' is not declared by entry 'app:main'; list it under 'modules:' or 'imports:'",
            ],
            Chunks.Findings(output));
    }

    [Theory]
    [InlineData("return json and json or nil")]
    [InlineData("json = {} return json.encode")]
    [InlineData("local json = {} return json.encode")]
    public void Own_variables_named_like_modules_are_silent(string text) => Assert.Empty(Chunks.Findings(Chunks.Compile(text)));

    [Fact]
    public void Undeclared_module_suggests_a_near_name()
    {
        var output = Chunks.Compile("local j = require(\"jsom\")\nreturn j", modules: ["json"]);
        Assert.Equal(
            ["main.lua(1,19)+6 Error WLC3001: Module 'jsom' is not declared by entry 'app:main'; list it under 'modules:' or 'imports:'; did you mean 'json'?"],
            Chunks.Findings(output));
    }

    [Theory]
    [InlineData("return require('string')")]
    [InlineData("return require('json')")]
    [InlineData("local name = 'x' return require(name)")]
    [InlineData("local require = function() end require('nothing')")]
    public void Known_computed_and_own_requires_are_silent(string text) =>
        Assert.Empty(Chunks.Findings(Chunks.Compile(text, modules: ["json"])));

    [Fact]
    public void Imported_library_is_declared()
    {
        var import = new ChunkImport("util", Signature("app:util"), null);
        Assert.Empty(Chunks.Findings(Chunks.Compile("return require('util')", imports: [import])));
    }

    [Fact]
    public void Removed_functions_warn()
    {
        var output = Chunks.Compile("load('x')\nlocal t = os.getenv('HOME')\nprint(t)");
        Assert.Equal(
            [
                "main.lua(1,1)+4 Warning WLC3002: 'load' does not exist in Wippy; calling it raises an error at run time",
                "main.lua(2,11)+9 Warning WLC3002: 'os.getenv' does not exist in Wippy; calling it raises an error at run time",
            ],
            Chunks.Findings(output));
        Assert.NotNull(output.Text);
    }

    [Fact]
    public void Defining_a_removed_function_oneself_is_silent() =>
        Assert.Empty(Chunks.Findings(Chunks.Compile("function load() end load()")));

    [Fact]
    public void Local_function_used_above_its_declaration_warns()
    {
        var output = Chunks.Compile("local function a() return b() end\nlocal function b() end\nreturn a");
        Assert.Equal(
            ["main.lua(1,27)+1 Warning WLC3003: 'b' is a global here: the local function 'b' is declared further down, in line 2; move it up or write 'local b' before this line"],
            Chunks.Findings(output));
    }

    [Theory]
    [InlineData("return _ENV.x", "main.lua(1,8)+4")]
    [InlineData("_ENV = {}", "main.lua(1,1)+4")]
    [InlineData("local _ENV = {}", "main.lua(1,7)+4")]
    public void Environment_variable_is_refused(string text, string place) =>
        Assert.Equal([place + " Error WLC3004: Wippy has no '_ENV'; use '_G', or a table of your own"], Chunks.Findings(Chunks.Compile(text)));

    [Fact]
    public void Unknown_module_is_an_error_at_the_list_item()
    {
        var output = Chunks.Compile("return 1", modules: ["jsno"]);
        Assert.Equal(
            ["_index.yaml(2,3)+4 Error WLC3005: There is no module 'jsno', which entry 'app:main' lists; did you mean 'json'?"], Chunks.Findings(output));
    }

    [Fact]
    public void Listing_what_is_always_there_warns()
    {
        var output = Chunks.Compile("return 1", "workflow.lua", ["channel", "math", "errors"]);
        Assert.Equal(
            [
                "_index.yaml(2,3)+7 Warning WLC3006: 'channel' is always available; entry 'app:main' need not list it",
                "_index.yaml(3,3)+4 Warning WLC3006: 'math' is always available; entry 'app:main' need not list it",
                "_index.yaml(4,3)+6 Warning WLC3006: 'errors' is always available; entry 'app:main' need not list it",
            ],
            Chunks.Findings(output));
    }

    [Theory]
    [InlineData("http_client")]
    [InlineData("sql")]
    [InlineData("env")]
    [InlineData("logger")]
    public void Workflow_may_not_list_modules_without_an_allowed_class(string module) => Assert.Equal(
        [$"_index.yaml(2,3)+{module.Length} Error WLC4001: Workflow 'app:main' may not list module '{module}': it is neither deterministic nor made for workflows; call a function that uses it with funcs.call"],
        Chunks.Findings(Chunks.Compile("return 1", "workflow.lua", [module])));

    [Theory]
    [InlineData("json")]
    [InlineData("time")]
    [InlineData("uuid")]
    [InlineData("funcs")]
    [InlineData("crypto")]
    public void Workflow_may_list_allowed_modules(string module) =>
        Assert.Empty(Chunks.Findings(Chunks.Compile("return 1", "workflow.lua", [module])));

    [Fact]
    public void Workflow_may_not_import_a_library_that_lists_a_refused_module()
    {
        var location = new SourceLocation("_index.yaml", new TextSpan(5, 4), new LinePosition(4, 6), new LinePosition(4, 10));
        var import = new ChunkImport("util", Signature("app:util") with { Modules = EquatableArray.Create("http_client", "json") }, location);
        Assert.Equal(
            ["_index.yaml(5,7)+4 Error WLC4002: Workflow 'app:main' may not import 'app:util': that library lists module 'http_client', which is neither deterministic nor made for workflows"],
            Chunks.Findings(Chunks.Compile("return 1", "workflow.lua", imports: [import])));
        Assert.Empty(Chunks.Findings(Chunks.Compile("return 1", "function.lua", imports: [import])));
    }

    [Fact]
    public void Functions_that_differ_in_workflows_warn()
    {
        const string Text = "local a = os.time()\nlocal b = math.random(5)\nlocal c = os.clock()\nreturn a, b, c";
        Assert.Equal(
            [
                "main.lua(1,11)+7 Warning WLC4003: 'os.time' in workflow 'app:main' gives the time of the workflow's history, so that a replay sees the same value; outside workflows it does not",
                "main.lua(2,11)+11 Warning WLC4003: 'math.random' in workflow 'app:main' gives numbers of the run's own generator, so that a replay sees the same value; outside workflows it does not",
                "main.lua(3,11)+8 Warning WLC4003: 'os.clock' in workflow 'app:main' gives the time since the workflow's start, so that a replay sees the same value; outside workflows it does not",
            ],
            Chunks.Findings(Chunks.Compile(Text, "workflow.lua")));
        Assert.Empty(Chunks.Findings(Chunks.Compile(Text)));
    }

    [Fact]
    public void Process_registry_is_refused_in_workflows() => Assert.Equal(
        ["main.lua(1,1)+16 Error WLC4004: Workflow 'app:main' may not use 'process.registry': it belongs to one node and is not recorded"],
        Chunks.Findings(Chunks.Compile("process.registry.register('x')", "workflow.lua")));

    [Fact]
    public void Known_module_without_implementation_is_an_error_at_the_list_item() => Assert.Equal(
        ["_index.yaml(2,3)+3 Error WLC5004: Module 'sql', which entry 'app:main' lists, is not supported yet"],
        Chunks.Findings(Chunks.Compile("return 1", modules: ["sql"])));

    [Fact]
    public void Type_as_a_value_is_silent() => Assert.Empty(Chunks.Findings(Chunks.Compile(
        "type Point = { x: number }\nlocal ok = Point({ x = 1 })\nreturn integer(5), string('x'), Number")));

    [Fact]
    public void Exported_type_is_silent() => Assert.Empty(Chunks.Findings(Chunks.Compile("type Order = { id: string }\nreturn { Order = Order }", "library.lua")));

    [Fact]
    public void Too_many_parameters_are_an_error_at_the_first_that_is_too_much()
    {
        static string Function(int count) => $"local function f({string.Join(", ", Enumerable.Range(0, count).Select(static i => "p" + i))}) end return f";
        Assert.Empty(Chunks.Compile(Function(250)).Diagnostics);
        Assert.Equal(
            ["main.lua(1,1408)+4 Error WLC2036: function 'f' has more than 250 parameters: pass a table"],
            Chunks.Findings(Chunks.Compile(Function(251))));
    }

    [Fact]
    public void Too_many_variables_are_an_error_at_the_first_that_is_too_much()
    {
        static string Locals(int count) => string.Concat(Enumerable.Range(0, count).Select(static i => $"do local v{i} = 1 end\n"));
        Assert.Empty(Chunks.Compile(Locals(20_000)).Diagnostics);
        Assert.Equal(
            ["main.lua(20001,10)+6 Error WLC2036: the chunk has more than 20000 variables: keep them in a table, or split the function"],
            Chunks.Findings(Chunks.Compile(Locals(20_001))));
        Assert.Equal(
            ["main.lua(20001,10)+6 Error WLC2036: function 'f' has more than 20000 variables: keep them in a table, or split the function"],
            Chunks.Findings(Chunks.Compile("local function f() " + Locals(20_001) + "end return f")));
        Assert.Empty(Chunks.Compile(Locals(20_001).Replace("local", "local function", System.StringComparison.Ordinal).Replace("= 1", "() end", System.StringComparison.Ordinal)).Diagnostics);
    }

    [Fact]
    public void Too_many_functions_are_an_error_at_the_first_that_is_too_much()
    {
        static string Functions(int count) => string.Concat(Enumerable.Range(0, count).Select(static i => $"function f{i}() end\n"));
        Assert.Empty(Chunks.Compile(Functions(44_999)).Diagnostics);
        Assert.Equal(
            ["main.lua(45000,16)+1 Error WLC2036: the chunk has more than 45000 functions: move some of them to a library"],
            Chunks.Findings(Chunks.Compile(Functions(45_000))));
    }

    [Fact]
    public void Too_many_intermediate_values_are_an_error_at_the_function()
    {
        static string Function(int count) => "local function f(a, b)\n" + string.Concat(Enumerable.Repeat("a = b.x or a\n", count)) + "return a end\nreturn f";
        Assert.NotNull(Chunks.Compile(Function(10_000)).Text);
        var output = Chunks.Compile(Function(20_001));
        Assert.Null(output.Text);
        Assert.Equal(["main.lua(1,17)+1 Error WLC2036: function 'f' has more than 20000 intermediate values: split the function"], Chunks.Findings(output));
        Assert.NotNull(Chunks.Compile("local a, b = 1, {}\n" + string.Concat(Enumerable.Repeat("a = b.x or a\n", 40_000))).Text);
    }

    private static ChunkSignature Signature(string id) => new(
        id, false, EquatableArray<ExportSignature>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty);
}
