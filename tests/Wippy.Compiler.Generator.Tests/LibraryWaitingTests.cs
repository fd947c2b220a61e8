using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Wippy.Runtime;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>
/// Code of a library waits in the metamethods, callbacks and iterators that its importers hand it, and is plain code when no importer has such metamethods.
/// </summary>
public class LibraryWaitingTests
{
    private const string Index = """
        version: "1.0"
        namespace: app
        entries:
          - {name: client, kind: temporal.client, address: "localhost:7233"}
          - {name: worker, kind: temporal.worker, client: client, task_queue: q, lifecycle: {auto_start: true}}
          - {name: operators, kind: library.lua, source: file://operators.lua}
          - {name: middle, kind: library.lua, source: file://middle.lua, imports: {operators: app:operators}}
          - {name: separate, kind: library.lua, source: file://separate.lua}
          - name: flow
            kind: workflow.lua
            source: file://flow.lua
            modules: [channel]
            imports: {operators: app:operators, middle: app:middle}
            meta: {temporal: {workflow: {worker: worker, name: Flow}}}
          - name: other
            kind: workflow.lua
            source: file://other.lua
            modules: [channel]
            imports: {separate: app:separate}
            meta: {temporal: {workflow: {worker: worker, name: Other}}}
        """;

    private const string Operators = """
        local M = {}
        function M.add(a, b) return a + b end
        function M.sub(a, b) return a - b end
        function M.mul(a, b) return a * b end
        function M.div(a, b) return a / b end
        function M.idiv(a, b) return a // b end
        function M.mod(a, b) return a % b end
        function M.pow(a, b) return a ^ b end
        function M.band(a, b) return a & b end
        function M.bor(a, b) return a | b end
        function M.bxor(a, b) return a ~ b end
        function M.shl(a, b) return a << b end
        function M.shr(a, b) return a >> b end
        function M.unm(a) return -a end
        function M.bnot(a) return ~a end
        function M.len(a) return #a end
        function M.concat(a, b) return a .. b end
        function M.eq(a, b) return a == b end
        function M.lt(a, b) return a < b end
        function M.le(a, b) return a <= b end
        function M.index(a) return a.field end
        function M.pairs(a)
            local result = {}
            for k, v in pairs(a) do
                result[#result + 1] = k .. "=" .. v
            end
            return table.concat(result, ",")
        end
        function M.newindex(a, b) a.field = b return "stored" end
        function M.call(a, b) return a(b) end
        function M.map(list, f)
            local result = {}
            for i = 1, #list do
                result[i] = f(list[i])
            end
            return table.concat(result, ",")
        end
        function M.each(iterator, state, first)
            local result = {}
            for k, v in iterator, state, first do
                result[#result + 1] = k .. "=" .. v
            end
            return table.concat(result, ",")
        end
        function M.protect(f, ...) return select(2, pcall(f, ...)) end
        function M.method(object) return object:get() end
        function M.sort(list, less)
            local ok = pcall(table.sort, list, less)
            return ok
        end
        -- A metamethod of the library that waits only because one of its importer does.
        function M.wrap(value)
            return setmetatable({}, {__index = function(_, key) return value + key end})
        end
        return M
        """;

    private const string Middle = """
        local M = {}
        function M.sum(list)
            local total = list[1]
            for i = 2, #list do
                total = total + list[i]
            end
            return total
        end
        function M.first(object) return object[1] end
        function M.apply(name, a, b) return operators[name](a, b) end
        return M
        """;

    private const string Separate = """
        local M = {}
        function M.add(a, b) return a + b end
        function M.index(a) return a.field end
        return M
        """;

    private const string Flow = """
        local operators = require("operators")
        local middle = require("middle")

        local results = {}
        local wait

        local function check(name, ...)
            local values = table.pack(...)
            for i = 1, values.n do
                values[i] = tostring(values[i])
            end
            results[#results + 1] = name .. ": " .. table.concat(values, " ")
        end

        local events = {}
        local function waiting(name)
            return function(a, b)
                wait(name)
                events[#events + 1] = name
                return name
            end
        end

        local mt = {
            __add = function(a, b) wait("add") return "sum" end,
            __sub = waiting("sub"), __mul = waiting("mul"), __div = waiting("div"), __idiv = waiting("idiv"), __mod = waiting("mod"),
            __pow = waiting("pow"), __band = waiting("band"), __bor = waiting("bor"), __bxor = waiting("bxor"), __shl = waiting("shl"),
            __shr = waiting("shr"), __unm = waiting("unm"), __bnot = waiting("bnot"), __len = waiting("len"), __concat = waiting("concat"),
            __eq = waiting("eq"), __lt = waiting("lt"), __le = waiting("le"), __call = waiting("call"),
            __index = function(t, k) wait("index") return "field " .. k end,
            __newindex = function(t, k, v) wait("newindex") rawset(t, k, v) end,
        }
        local function new() return setmetatable({}, mt) end

        local binary = {"add", "sub", "mul", "div", "idiv", "mod", "pow", "band", "bor", "bxor", "shl", "shr", "concat", "eq", "lt", "le"}
        local unary = {"unm", "bnot", "len", "index", "call"}

        local function run()
            for _, name in ipairs(binary) do
                check(name, operators[name](new(), new()))
                check(name .. " through a library", middle.apply(name, new(), new()))
            end
            for _, name in ipairs(unary) do
                check(name, operators[name](new()))
            end
            local object = new()
            check("newindex", operators.newindex(object, 7), rawget(object, "field"))
            check("map", operators.map({1, 2, 3}, function(x) wait("map") return x * 2 end))
            local function iterator(limit, i)
                wait("iterator")
                if i < limit then
                    return i + 1, i * i
                end
            end
            check("each", operators.each(iterator, 3, 0))
            check("each of a coroutine", operators.each(coroutine.wrap(function()
                for i = 1, 3 do
                    coroutine.yield(i, "v")
                end
            end)))
            check("pairs", operators.pairs(setmetatable({}, { __pairs = function() return iterator, 3, 0 end })))
            check("protect", operators.protect(function(a, b) wait("protect") return a + b end, 3, 4))
            check("method", operators.method({get = function() wait("method") return "got" end}))
            check("sum", middle.sum({new(), new(), new()}))
            check("first", middle.first(new()))
            check("own metamethod", operators.wrap(new())[1])
            check("through another library's", middle.first(operators.wrap(new())))
            check("sort", operators.sort({3, 1, 2}, function(a, b) wait("sort") return a < b end))
        end

        local function main(how)
            local waits = 0
            if how == "receive" then
                local requests = channel.new()
                local answers = channel.new()
                coroutine.spawn(function()
                    while true do
                        requests:receive()
                        answers:send(true)
                    end
                end)
                wait = function()
                    waits = waits + 1
                    requests:send(1)
                    answers:receive()
                end
                run()
            elseif how == "yield" then
                wait = coroutine.yield
                local co = coroutine.create(run)
                while coroutine.status(co) ~= "dead" do
                    assert(coroutine.resume(co))
                    waits = waits + 1
                end
            else
                wait = function() end
                run()
            end
            check("waits", waits > 0)
            return table.concat(results, "\n")
        end

        return { main = main }
        """;

    private const string Other = """
        local separate = require("separate")
        local point = {}
        point.__index = point
        point.__add = function(a, b) return a.x + b.x end
        local function main()
            channel.new(1):send(1)
            return separate.add(setmetatable({x = 1}, point), setmetatable({x = 2}, point))
        end
        return { main = main }
        """;

    [Theory]
    [InlineData("receive")]
    [InlineData("yield")]
    public async Task OperatorsCallbacksAndIteratorsOfALibraryWait(string how)
    {
        var program = TestResult.Program(Project().Run().Load(), "TestProject.FlowWorkflow");
        using var host = new SystemHost();

        async Task<string[]> Run(string kind) =>
            (await LuaInstance.RunAsync(program, host, (LuaValue)kind)).First.ToString().Split('\n');

        // Comparators of table.sort cannot wait, as in the reference.
        var expected = (await Run("not")).Select(l => l switch { "sort: true" => "sort: false", "waits: false" => "waits: true", _ => l });
        Assert.Equal(expected, await Run(how));
    }

    [Fact]
    public void ALibraryWithoutSuchImportersIsPlainCode()
    {
        var result = Project().Run();

        Assert.DoesNotContain("async", result.Source("app.separate.g.cs"), StringComparison.Ordinal);
        Assert.Contains("async", result.Source("app.operators.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditThatChangesNoWaitingMetamethodMakesOneFile()
    {
        var project = Project();
        project.Run();

        var library = project.With("operators.lua", Operators.Replace("return \"stored\"", "return \"kept\"", StringComparison.Ordinal)).Run();
        Assert.All(library.Reasons(TrackingNames.ProgramMetamethods), static r => Assert.Contains(r, new[] { Cached, Unchanged }));
        Assert.All(library.Reasons(TrackingNames.ChunkOutput), static r => Assert.Contains(r, new[] { Cached, Unchanged }));

        var importer = project.With("flow.lua", Flow.Replace("\"got\"", "\"had\"", StringComparison.Ordinal)).Run();
        Assert.All(importer.Reasons(TrackingNames.ProgramMetamethods), static r => Assert.Contains(r, new[] { Cached, Unchanged }));
        Assert.All(importer.Reasons(TrackingNames.Libraries), static r => Assert.Contains(r, new[] { Cached, Unchanged }));
        Assert.Equal(1, importer.Reasons(TrackingNames.ChunkOutput).Count(static r => r == Modified));
    }

    [Fact]
    public void ANewWaitingMetamethodMakesTheLibrariesOfItsProgram()
    {
        var project = Project();
        var before = project.Run();

        var after = project.With("other.lua", Other.Replace("return a.x + b.x", "return channel.new(1):receive()", StringComparison.Ordinal)).Run();

        Assert.Equal(
            ["app.other.g.cs", "app.separate.g.cs"],
            after.ChangedSince(before));
        Assert.Contains("async", after.Source("app.separate.g.cs"), StringComparison.Ordinal);
    }

    private static TestProject Project() => new TestProject()
        .With("_index.yaml", Index)
        .With("operators.lua", Operators)
        .With("middle.lua", Middle)
        .With("separate.lua", Separate)
        .With("flow.lua", Flow)
        .With("other.lua", Other);
}
