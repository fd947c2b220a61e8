using System;
using System.Linq;

namespace Wippy.Compiler.Tests.Analysis;

/// <summary>Which functions wait where those that do are no values that an unknown call could reach, and where they are.</summary>
public sealed class ClosedWaitingTests
{
    private const string Class =
        """
        local Account = {}
        Account.__index = Account
        function Account:deposit(n) self.balance = self.balance + n return self end
        local function apply(list, f) for i = 1, #list do list[i] = f(list[i]) end end
        local function plain(a, f) a:deposit(f(1)) apply({ 1, 2 }, f) end

        """;

    [Theory]
    [InlineData("local function main(a) plain(a, print) coroutine.yield(a) end return { main = main }")]
    [InlineData("local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end for i in gen(3) do plain(i, print) end")]
    [InlineData("local function body() coroutine.yield(1) end print(coroutine.resume(coroutine.create(body)), pcall(body))")]
    [InlineData("local M = {} function M.run(a) coroutine.yield(a) end function M.main(a) M.run(a) plain(a, print) end return M")]
    [InlineData("function run(a) coroutine.yield(a) end local function main(a) run(a) plain(a, print) end return { main = main }")]
    [InlineData("local function work(ch, a) plain(a, print) ch:send(1) end local ch = channel.new(1) coroutine.spawn(function() work(ch, {}) end) print(ch:receive())")]
    [InlineData("local function run(a) coroutine.yield(a) end local function main(a) (a and run or print)(a) plain(a, print) end return { main = main }")]
    [InlineData("local y = coroutine.yield local function main(a) plain(a, print) y(a) end return { main = main }")]
    public void Other_functions_are_plain(string text)
    {
        var output = Chunks.Compile(Class + text).Text!;
        Assert.Equal(["Account_deposit", "apply", "plain"], Plain(output));
        Assert.Contains("async ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local function w() coroutine.yield() end plain({}, w)")]
    [InlineData("plain({}, function() coroutine.yield() end)")]
    [InlineData("plain({}, coroutine.yield)")]
    [InlineData("local t = { coroutine.yield } plain({}, t[1])")]
    [InlineData("local t = { go = coroutine } plain({}, t.go.yield)")]
    [InlineData("plain({}, coroutine['yield'])")]
    [InlineData("local t = {} t[1] = function() coroutine.yield() end plain({}, t[1])")]
    [InlineData("local function make() return function() coroutine.yield() end end plain({}, make())")]
    [InlineData("local M = {} function M.run() coroutine.yield() end plain({}, M.run)")]
    [InlineData("local M = {} function M.run() coroutine.yield() end for _, f in pairs(M) do plain({}, f) end")]
    [InlineData("local M = {} function M:run() coroutine.yield() end plain({}, M.run)")]
    [InlineData("function run() coroutine.yield() end plain({}, run)")]
    [InlineData("local w w = function() coroutine.yield() end plain({}, w) w = nil")]
    [InlineData("local w = print and coroutine.yield plain({}, w)")]
    [InlineData("local function w() coroutine.yield() end local set = {} set[w] = true for f in pairs(set) do plain({}, f) end")]
    [InlineData("local function w() coroutine.yield() end local set = { [w] = true } for f in pairs(set) do plain({}, f) end")]
    [InlineData("local function w() coroutine.yield() end local f = Account[print] or w plain({}, f)")]
    [InlineData("local function w() coroutine.yield() end print(Account .. w)")]
    [InlineData("local function w() coroutine.yield() end print(Account[w])")]
    [InlineData("setmetatable(Account, { __mul = function() coroutine.yield() end })")]
    [InlineData("local ch = channel.new() plain({}, ch.receive)")]
    [InlineData("local ch, name = channel.new(), 'receive' plain({}, ch[name])")]
    [InlineData("local ch, name = channel.new(), 'receive' local f = ch[name] plain({}, f)")]
    [InlineData("local w = coroutine.wrap(function() channel.new():receive() end) plain({}, w)")]
    [InlineData("local function name() return 'time' end plain({}, require(name()).sleep)")]
    public void A_function_that_waits_and_is_a_value_makes_unknown_calls_wait(string text) =>
        Assert.Equal(["Account_deposit"], Plain(Chunks.Compile(Class + text).Text!));

    [Theory]
    [InlineData("local function main(o) o:receive() return channel.new() end return { main = main }", true)]
    [InlineData("local function main(o) o:other() return channel.new() end return { main = main }", true)]
    [InlineData("local C = {} function C:other() end local function main(o) o:other() return channel.new() end return { main = main }", false)]
    [InlineData("local C = {} function C:send() end local function main(o) o:send() return channel.new() end return { main = main }", true)]
    [InlineData("local C = {} function C:send() end local function main(o) o:send() return coroutine.yield end return { main = main }", true)]
    [InlineData("local C = {} function C:send() end local function main(o) o:send() end coroutine.yield() return { main = main }", false)]
    [InlineData("local function main(o) for v in o do print(v) end return channel.new() end return { main = main }", true)]
    [InlineData("local function main(o) for v in o do print(v) end end coroutine.yield() return { main = main }", false)]
    [InlineData("local function main(t, k) t[k](1) return channel.new() end return { main = main }", true)]
    [InlineData("local function main(t) for i = 1, #t do t[i](1) end return channel.new() end return { main = main }", false)]
    [InlineData("local function main(s) return s:upper(), channel.new() end return { main = main }", false)]
    public void Methods_of_the_host_wait_where_the_chunk_has_such_objects(string text, bool waits) =>
        Assert.Equal(waits, Chunks.MayWait(Chunks.Compile(text).Text!, "main"));

    // A function that calls nothing unknown is plain anyway.
    private static string[] Plain(string output) => new[] { "Account_deposit", "apply", "plain" }
        .Where(n => output.Contains(" " + n + "(", StringComparison.Ordinal) && !Chunks.MayWait(output, n))
        .ToArray();
}
