namespace Conformance.Tests.RandomPrograms;

/// <summary>Errors of every value and level through <c>pcall</c> and <c>xpcall</c>; texts that name variables.</summary>
internal static class Errors
{
    private static readonly string[] Failures =
    [
        "local x = nil; x()", "local x = nil; x.y = 1", "local x; return x.y.z", "local t = {}; t.a.b = 1", "local t = {}; t.a.b.c = 1", "undefinedFunction()", "undefinedTable.field = 1",
        "return undefinedTable.field", "local t = {}; t:method()", "local t = {a = {}}; t.a:method()", "local t = {}; t.x.y()", "return up.x.y", "up()", "up.x()", "up:x()",
        "local s = 'x'; s()", "return #nil", "local n = 5; return #n", "return -{}", "local t = {}; return -t", "return up + 1", "return 1 + up.x", "local a, b = 1, {}; return a + b",
        "local a, b = {}, 1; return a .. b", "return 'x' .. up", "return 'x' .. {} .. 'y'", "return up .. nil", "local a = 'x'; return a + 1", "return 1 < 'x'", "return {} < {}", "return nil < 1", "return {} <= 'x'",
        "local a, b = nil, 1; return a < b", "return 1 & 1.5", "return 1 | 'x'", "local x = 1.5; return x & 1", "return '1.5' & 1", "local s = 'a'; return s & 1", "return 1 // 0", "return 1 % 0", "local z = 0; return 5 % z", "return 2^63 | 0",
        "local t = {}; t[nil] = 1", "local t = {}; t[0/0] = 1", "local t = setmetatable({}, {__index = function(t, k) error('no ' .. k) end}); return t.foo", "return ('x'):bad()", "return ('x').y.z",
        "string.rep()", "('x'):rep({})", "('x'):rep(1e10)", "string.char(256)", "string.char(-1)", "setmetatable(1, {})", "setmetatable({}, 1)", "ipairs()", "next({}, 'nokey')", "table.concat({1, {}, 3})", "table.concat({1, 2}, ',', 1, 3)",
        "table.insert({}, 5, 1)", "table.insert({}, 1, 2, 3)", "table.insert(nil, 1)", "table.remove({}, 5)", "math.floor('x')", "math.floor({})", "math.max()", "math.random(0)", "math.random(2, 1)", "tostring()", "tonumber()", "tonumber('10', 99)", "tonumber(10, 10)", "tonumber({}, 10)",
        "select(0)", "error()", "error(nil)", "error({})", "error(5)", "error('text')", "error('text', 0)", "error('text', 1)", "error('text', 2)", "error(true)", "assert(nil, 5)", "assert(false, {})", "assert(1 == 1, 'm') error('after')",
        "string.format('%d', 1.5)", "string.format('%d', 'x')", "string.format('%y', 1)", "string.format('%d')", "string.format('%s')", "('x'):format()", "rawset(1, 2, 3)", "rawget(nil, 1)", "getmetatable()", "coroutine.resume(1)", "coroutine.wrap(1)", "coroutine.create()",
        "string.gsub('x', '(', '')", "string.gsub('x', '%', '')", "string.find('x', '[a')", "string.gsub('x', 'x', '%2')", "string.gsub('x', 'x', true)", "('x'):find(nil)", "pcall()", "xpcall()", "xpcall(print)", "unpack()", "local f = 5; f{}", "local f; f''", "return math.tointeger('x')",
        "local t = {}; t.x = t.x + 1", "local t = {1}; t[1][2][3] = 1", "local t = {}; return t[1] + 1", "local t = {}; local k = 'key'; return t[k].x", "local t = {}; local k = 'key'; t[k]()", "for i = 1, 'x' do end", "for i = 'a', 2 do end", "for i = 1, 2, {} do end", "for k in 5 do end",
        "local a = {}; a.b:c()", "return (up or nil).x", "return (nil)()", "return ({}).x.y", "return (5)()", "return ('x')()", "G1.x.y = 1", "return G1.x", "G1.y()", "local function f() return nil end f().x = 1", "local function f() return nil end return f() + 1", "string.nofunc('x')", "return string.nofunc.x", "return math.pi.x.y", "os.time(5)",
    ];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line($"local up = {dice.Pick("nil", "{}", "5", "'s'", "true")}");
        w.Line($"G1 = {dice.Pick("nil", "{}", "5")}");
        string Failure() => dice.Pick(Failures);
        for (var i = 0; i < 7; i++)
        {
            w.Line($"show({i}, pcall(function() {Failure()} end))");
        }

        w.Line($"local function level(n, ...) error({dice.Pick("'leveled'", "'x' .. 1", "{}")}, n) end");
        w.Line("local function middle(n) level(n) return 1 end");
        w.Open("local function outer(n)");
        w.Line("middle(n)");
        w.Line("return 2");
        w.Close();
        for (var i = 0; i < 3; i++)
        {
            w.Line($"show(pcall(outer, {dice.Between(0, 3)}))");
        }

        w.Line($"show(xpcall(function(...) {Failure()} end, function(e) return 'handled', type(e), e end, 1, 2))");
        w.Line($"show(xpcall(function() {Failure()} end, function(e) {dice.Pick("return", "return nil", "return e", "return {e}")} end))");
        w.Line($"show(pcall(pcall, error, {Operands.Value(dice)}))");
        w.Line($"show(select('#', pcall(error)))");
        w.Line($"show(pcall(error, {Operands.Value(dice)}, {dice.Between(0, 2)}))");
        w.Open("show(pcall(function()");
        w.Line($"local ok, e = pcall(function() {Failure()} end)");
        w.Line($"if not ok then error({dice.Pick("e", "e, 0", "tostring(e) .. '!'", "{inner = e}", "e, 2")}) end");
        w.Line("return 'fine'");
        w.Close("end))");
        w.Line($"local r = table.pack(pcall(function() local ok, e = xpcall(function() error({{code = {dice.Between(1, 99)}}}) end, function(e) return e.code end) return ok, e end)) show(r.n, r[1], r[2], r[3])");
    }
}
