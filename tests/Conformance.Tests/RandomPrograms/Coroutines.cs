namespace Conformance.Tests.RandomPrograms;

/// <summary>Coroutines that yield from anywhere: loops, <c>pcall</c>, metamethods, iterators, nested coroutines.</summary>
internal static class Coroutines
{
    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local yield = coroutine.yield");
        w.Line("local mt = {__add = function(a, b) return yield('add') end, __sub = function(a, b) yield('sub') return 3 end, __index = function(t, k) return yield('index', k) end,");
        w.Line("  __newindex = function(t, k, v) yield('newindex', k, v) end, __call = function(self, ...) return yield('call', ...) end, __lt = function() return yield('lt') end,");
        w.Line("  __le = function() return yield('le') end, __eq = function() return yield('eq') end, __len = function() return yield('len') end, __concat = function() return yield('concat') end, __unm = function() return yield('unm') end}");
        w.Line("local O, P = setmetatable({}, mt), setmetatable({}, mt)");
        w.Line("local function iter(s, c) c = c + 1 if c <= s then yield('iter', c) return c, c * 2 end end");
        w.Open("local function body(a, b, ...)");
        w.Line("local n = select('#', ...)");
        WriteBody(w, 6, 2);
        w.Line($"return {dice.Pick("'end', a, b", "a", "...", "", "n, ...")}");
        w.Close();
        w.Line($"local co = {dice.Pick("coroutine.create(body)", "coroutine.create(function(...) return body(...) end)", "coroutine.create(function(...) return 'inner', pcall(body, ...) end)")}");
        w.Line("show(coroutine.status(co), coroutine.running() ~= nil)");
        w.Line($"for i = 1, {dice.Between(3, 12)} do show(i, coroutine.resume(co, {dice.Pick("i", "i, 'x'", "i % 2 == 0", "nil, i", "2.5")})) show(coroutine.status(co)) end");
        w.Line("show(coroutine.resume(co, 'again'))");
        w.Line($"local gen = coroutine.wrap(function(...) for i = 1, {dice.Between(1, 3)} do yield(i, ...) end {dice.Pick("return 'last'", "", "error({})", "error('wrapped', 0)")} end)");
        w.Line("for i = 1, 5 do show(pcall(gen, i)) end");
        w.Line("show(pcall(coroutine.resume, coroutine.running()))");
        w.Line($"local outer = coroutine.wrap(function() local inner = coroutine.wrap(function() yield(1) yield(2) {dice.Pick("", "error({2})")} end) for i = 1, 3 do yield('o', inner()) end end)");
        w.Line("for i = 1, 5 do show(pcall(outer)) end");
        w.Line("local self self = coroutine.create(function() show(coroutine.status(self), coroutine.resume(self)) show(coroutine.isyieldable()) end) show(coroutine.resume(self))");
    }

    private static void WriteBody(LuaWriter w, int statements, int depth)
    {
        var dice = w.Dice;
        for (var i = 0; i < statements; i++)
        {
            switch (dice.Next(depth > 0 ? 18 : 12))
            {
                case 0:
                    w.Line($"a = yield({dice.Pick("a", "n, b", "", "'y'")})");
                    break;
                case 1:
                    w.Line("show('got', yield('get'))");
                    break;
                case 2:
                    w.Line($"b = {dice.Pick("O + P", "O - 1", "1 + O", "-O", "#O", "O .. 'x'", "'x' .. P", "O.key", "O[1]", "O(a, b)", "O < P", "O <= P", "O > P", "O == P", "O ~= P", "not (O == P)", "(O + 1) .. 'z'", "O.x or O.y", "{O.x, O.y}")}");
                    break;
                case 3:
                    w.Line($"{dice.Pick("O.key", "O[1]", "O[a or 1]")} = {dice.Pick("1", "a", "O + 1", "yield('value')")}");
                    break;
                case 4:
                    w.Line($"if {dice.Pick("O < P", "O == P", "O <= P", "O.flag", "yield('cond')", "O ~= P and a")} then show('then') else show('else') end");
                    break;
                case 5:
                    w.Line($"show(pcall(function(...) {dice.Pick("yield('in pcall')", "return yield(...)", "error('e' .. tostring(yield('err')), 0)", "return O + 1", "local x = nil; yield(1); x()")} end, a, b))");
                    break;
                case 6:
                    w.Line("show(xpcall(function() yield('in xpcall') error({1}) end, function(e) return type(e) end))");
                    break;
                case 7:
                    w.Line("for c, d in iter, 2, 0 do n = n + d end");
                    break;
                case 8:
                    w.Line($"local {w.NewName("t")} = {{yield('t1'), yield('t2'), k = O.z}}");
                    break;
                case 9:
                    w.Line($"n = {dice.Pick("n + 1", "(yield('n')) and 1 or 2", "select('#', yield('sel'))", "n + (tonumber(yield('num')) or 0)")}");
                    break;
                case 10:
                    w.Line("do local f = coroutine.wrap(function(x) local y = yield(x) return y end) show(f(1), f(yield('mid'))) end");
                    break;
                case 11:
                    w.Line($"show(a, b, n, {dice.Pick("(yield('last'))", "1")})");
                    break;
                case 12 or 13:
                    w.Open($"for i = 1, {dice.Between(1, 2)} do");
                    WriteBody(w, 2, depth - 1);
                    w.Close();
                    break;
                case 14:
                    w.Open("if a then");
                    WriteBody(w, 2, depth - 1);
                    w.Middle("else");
                    WriteBody(w, 1, depth - 1);
                    w.Close();
                    break;
                case 15:
                    w.Open("do local k = 0 while k < 2 do k = k + 1");
                    WriteBody(w, 1, depth - 1);
                    w.Close("end end");
                    break;
                case 16:
                    w.Open("repeat");
                    w.Line("local stop = true");
                    WriteBody(w, 1, depth - 1);
                    w.Close("until stop");
                    break;
                default:
                    w.Open("(function(...)");
                    WriteBody(w, 2, depth - 1);
                    w.Close("end)(a, b)");
                    break;
            }
        }
    }
}
