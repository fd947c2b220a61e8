using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Types.Checking;

/// <summary>What the checker must accept: every row of the rules of spec/lua.md section 11, and idiomatic code without annotations.</summary>
public sealed class AcceptedProgramTests
{
    private const string User = "type User = { name: string, email: string? }\nlocal function find(id: string): (User?, error?) return nil, nil end\n";
    private const string Shape = "type Shape = { kind: 'circle', radius: number } | { kind: 'square', side: number }\n";

    [Theory]
    [InlineData("local function f(x: string?) if x ~= nil then return x:upper() end end")]
    [InlineData("local function f(x: string?) if x then return x:upper() end end")]
    [InlineData("local function f(x: string?) if not x then return end return x:upper() end")]
    [InlineData("local function f(x: string?) if x == nil then error('x') end return x:upper() end")]
    [InlineData("local function f(x: string?) assert(x) return x:upper() end")]
    [InlineData("local function f(x: string?) local y = x or 'none' return y:upper() end")]
    [InlineData("local function f(x: string?) return x and x:upper() end")]
    [InlineData("local function f(x: string?) return (x == nil and 'a') or x:upper() end")]
    [InlineData("local function f(x: string?) return x!:upper() end")]
    [InlineData("local function f(x: string | number) if type(x) == 'string' then return x:upper() else return x + 1 end end")]
    [InlineData("local function f(x: any) if type(x) == 'number' then return x + 1 end end")]
    [InlineData("local function f(x: string?) while x do x = x:sub(2) end end")]
    [InlineData("local function f(xs: {string?}) for _, x in ipairs(xs) do if not x then goto continue end print(x:upper()) ::continue:: end end")]
    [InlineData("local function f(x: string?) repeat if x then break end x = 'a' until false return x:upper() end")]
    [InlineData("local function f(x: 'a' | 'b'): number if x == 'a' then return 1 elseif x == 'b' then return 2 end end")]
    [InlineData("local function f(x: { v: string? }) if x.v then return x.v:upper() end end")]
    [InlineData("type T = { a: string } local function f(x: any) local t = T:is(x) if t then return t.a:upper() end end")]
    [InlineData("local function f(x: string?) x = x or 'a' return x:upper() end")]
    [InlineData("local function must(x: any): asserts x is string if type(x) ~= 'string' then error('no') end end local function f(y: string?) must(y) return y:upper() end")]
    public void Narrowing(string text) => AssertSilent(text);

    [Theory]
    [InlineData("local u, err = find('x') if err then return nil, err end return u.name")]
    [InlineData("local u, err = find('x') if err ~= nil then error(err) end print(u.name)")]
    [InlineData("local u, err = find('x') if not u then error(err) end print(u.name)")]
    [InlineData("local u = assert(find('x')) print(u.name)")]
    [InlineData("local u, err = find('a') if err then return end u, err = find('b') if err then return end print(u.name)")]
    public void Error_idiom(string text) => AssertSilent(User + text);

    [Theory]
    [InlineData("local function area(s: Shape): number if s.kind == 'circle' then return s.radius else return s.side end end")]
    [InlineData("local function area(s: Shape): number if s.kind == 'circle' then return s.radius elseif s.kind == 'square' then return s.side end end")]
    [InlineData("local s: Shape = { kind = 'circle', radius = 1 }")]
    [InlineData("local function kind(s: Shape): string return s.kind end")]
    public void Unions(string text) => AssertSilent(Shape + text);

    [Theory]
    [InlineData("local n: number = 5 local f: number = 1.5 local a: any = n local u: unknown = a")]
    [InlineData("local x: any = 5 local s: string = x")]
    [InlineData("local s: 'a' | 'b' = 'a' local t: string = s")]
    [InlineData("local p: { x: number } = { x = 1, y = 2 }")]
    [InlineData("local p: { x: number, y: string? } = { x = 1 }")]
    [InlineData("local l: readonly {number} = {} local m: {integer} = {} l = m")]
    [InlineData("local f: (integer) -> number = function(x: number): integer return 1 end")]
    [InlineData("local f: (string, number) -> boolean = function(a, b) return #a < b end")]
    [InlineData("local l: {{ id: string }} = { { id = 'a' }, { id = 'b' } } print(l[1].id:upper())")]
    [InlineData("local m: {[string]: {integer}} = { a = { 1, 2 } } m.b = { 3 } m.a = nil print(m.b[1] + 1)")]
    [InlineData("type Node = { value: integer, next: Node? } local n: Node = { value = 1, next = { value = 2 } } print(n.next!.value + 1)")]
    [InlineData("type Json = string | number | boolean | {Json} | {[string]: Json} local j: Json = { a = { 1, { b = 'x' } }, c = true }")]
    [InlineData("type A = { a: string } & { b: number } local x: A = { a = 'x', b = 1 } print(x.a:upper(), x.b + 1)")]
    [InlineData("type T<K, V> = { key: K, value: V } local t: T<string, number> = { key = 'a', value = 1 } print(t.value + 1)")]
    [InlineData("type P = { x: number } type K = keyof(P) local k: K = 'x' local v: P['x'] = 1")]
    [InlineData("local origin = { x = 1 } local function f(p: typeof(origin)) return p.x end f(origin)")]
    [InlineData("local f: function = print f(1)")]
    [InlineData("local f: () -> () = function() return 1 end local g: (number) -> string = function() return 'a', 2 end")]
    [InlineData("local f: ((number) -> string)? = function(n) return tostring(n) end")]
    [InlineData("type S = 'a' | 'b' print(S <= string, string >= S)")]
    [InlineData("local x: number if os.time() > 1 then x = 1 else x = 2 end print(x)")]
    [InlineData("local x: number for i = 1, 3 do x = i end print(x)")]
    [InlineData("local x: number if os.time() > 1 then x = 1 else error('no') end print(x)")]
    [InlineData("local function empty<T>(): {T} return {} end local l: {string} = empty() empty() local function f(): {string} return empty() end")]
    [InlineData("local function first<T>(l: {T}): T? return l[1] end print(first({}), first({ 1 }))")]
    [InlineData("if os.time() > 1 then assert(false) end assert(nil, 'never')")]
    [InlineData("local function f(x: any, y: unknown, z: number | string, i: number) print(integer(x), integer(y), integer(z), integer(i), string(z)) end")]
    [InlineData("local V = setmetatable({}, { __add = function(a, b) return 1 end }) print(V + {}, {} + V)")]
    [InlineData("local function f(a) return a + {}, {} .. a, {} < a end")]
    [InlineData("function _G.shared() end shared()")]
    public void Assignability(string text) => AssertSilent(text);

    [Theory]
    [InlineData("local function f(a: string, b?: number, c: number?) end f('x') f('x', 1) f('x', 1, 2)")]
    [InlineData("local function f(...: number): number return select('#', ...) end f() f(1, 2, 3)")]
    [InlineData("local function f(a, b) return a, b end f() f(1, 2, 3)")]
    [InlineData("local function two(): (string, number) return 'a', 1 end local function f(a: string, b: number) end f(two())")]
    [InlineData("local function f(t: { run: (string) -> string }) return t.run('x'):upper() end")]
    [InlineData("local function first<T>(list: {T}): T? return list[1] end local n: integer? = first({ 1, 2 }) local s = first({ 'a' }) if s then print(s:upper()) end")]
    [InlineData("local function map<A, B>(list: {A}, f: (A) -> B): {B} local r: {B} = {} for i, v in ipairs(list) do r[i] = f(v) end return r end local s: {string} = map({ 1 }, function(n) return tostring(n + 1) end)")]
    [InlineData("local function fail(): never error('x') end local function f(): string fail() end")]
    [InlineData("local function f(): string while true do if x then return 'a' end end end", "x = 1")]
    [InlineData("local function f(x: string): string, error if x == '' then return nil, errors.new('e') end return x end")]
    [InlineData("local function f(x: string): (string?, error?) if x == '' then return nil, errors.new('e') end return x end")]
    [InlineData("local function f(): (string?) end")]
    [InlineData("interface Shape\n function area(scale: number): number\n name: string\nend\nlocal function f(s: Shape) return s:area(2) + 1, s.name:upper() end")]
    public void Calls_and_returns(string text, string more = "") => AssertSilent(text + "\n" + more);

    [Theory]
    [InlineData("local A = {} A.__index = A\nfunction A.new(n: number) return setmetatable({ n = n }, A) end\nfunction A:add(k: number) self.n = self.n + k return self end\nprint(A.new(1):add(2):add(3).n)")]
    [InlineData("local B = {} B.__index = B function B:hi() end local D = setmetatable({}, { __index = B }) D.__index = D function D.new() return setmetatable({}, D) end D.new():hi()")]
    [InlineData("local A = {} A.__index = A function A.new() local self = setmetatable({}, A) self.go = print return self end A.new().go() A.new():go()")]
    [InlineData("local mt = { __add = function(a, b) return a end } local v = setmetatable({}, mt) print(v + 1, 'x' + v, nil .. v)")]
    [InlineData("local t = {} t.name = 'x' t.size = #t.name t.add = function(n) return n end print(t.add(1), t.missing)")]
    [InlineData("local M = {} function M.run(a, b) return a end M.run(1) M.run(1, 2, 3) return M")]
    public void Objects(string text) => AssertSilent(text);

    [Theory]
    [InlineData("local n = tonumber('5') print(n + 1) local a, b = ('1-2'):match('(%d)-(%d)') print(a + b)")]
    [InlineData("local cache = {} local function get(k) local v = cache[k] if not v then v = {} cache[k] = v end return v end print(get(1).x)")]
    [InlineData("local x if math.random() > 0.5 then x = 1 else x = 'a' end print(x .. '')")]
    [InlineData("local f local function g() return f() end f = function() return 1 end print(g())")]
    [InlineData("if debug_hook then debug_hook() end print(optional or 1) print(type(other) == 'nil')")]
    [InlineData("local ok, err = pcall(error, { code = 1 }) print(err.code)")]
    [InlineData("for k, v in pairs({ a = 1 }) do print(k .. v, v + 1) end for w in ('a b'):gmatch('%a') do print(w:upper()) end")]
    [InlineData("local s = 'x' for i = 1, 3 do s = s .. i end print(#s, s:rep(2), s:byte())")]
    [InlineData("local t = { 1, 2, 3 } table.sort(t, function(a, b) return a > b end) table.insert(t, 4) print(table.concat(t, ','), t[1] + 1)")]
    [InlineData("local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b end) print(co(1), co(2))")]
    [InlineData("local c = channel.new(1) c:send(1) local v, ok = c:receive() print(v + 1, ok)")]
    [InlineData("function add(a, b) return a + b end print(add(1, 2), add('1', 2))")]
    [InlineData("local function half(s) return tonumber(s) / 2, math.max(s, 1) + 1, math.tointeger(s) + 1 end half('4')")]
    [InlineData("local n = tonumber('12') + tonumber('0x10', 16)! + tonumber(' -1.5 ') local i: integer = tonumber('7') + math.abs(-3) + math.max(1, 2) + math.random(6)")]
    [InlineData("local function f(n: number, i: integer): (number, integer, string) return tonumber(n), math.tointeger(i), math.type(n) end")]
    [InlineData("local d = os.date('*t') print(d.year + 1, os.date('%Y') .. '') local t: integer = math.min(table.unpack({ 1, 2 }))")]
    [InlineData("local f: (any) -> number? = tonumber print(f('1'))")]
    public void Idiomatic_code_without_annotations(string text) => AssertSilent(text);

    [Fact]
    public void Conditions_nested_in_each_other_take_bounded_time()
    {
        var condition = "a";
        for (var i = 0; i < 60; i++)
        {
            condition = $"(({condition} and b) or c)";
        }

        AssertSilent($"local function f(a: string?, b: string?, c: string?) if {condition} then return 1 end end");
        var literal = "1";
        for (var i = 0; i < 60; i++)
        {
            literal = $"{{ {literal} }}";
        }

        AssertSilent($"type Json = number | {{Json}} | {{[string]: Json}} local j: Json = {literal}");
    }

    private static void AssertSilent(string text) => Assert.Empty(Chunks.Findings(Chunks.Compile(text)));
}
