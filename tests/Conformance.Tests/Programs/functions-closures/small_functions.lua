-- Small functions, literals and operators as programs use them.
local function sum(n, acc) if n == 0 then return acc end return sum(n - 1, acc + n) end
print(sum(100000, 0), sum(10, 0.5), pcall(sum, 3, "x"), pcall(sum, "3", 0))
local function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(100001), odd(7))
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
print(fact(20), fact(21), fact(25.0), fact("5"))
local function ack(m, n) if m == 0 then return n + 1 elseif n == 0 then return ack(m - 1, 1) else return ack(m - 1, ack(m, n - 1)) end end
print(ack(2, 3), ack(2.0, 3))
local function fibs() local a, b = 0, 1 return function() local r = a a, b = b, a + b return r end end
local f = fibs() local t = {} for i = 1, 95 do t[i] = f() end print(t[93], t[94], t[95])
local function flat(t, out) out = out or {} for _, v in ipairs(t) do if type(v) == "table" then flat(v, out) else out[#out + 1] = v end end return out end
print(table.concat(flat({ 1, { 2, { 3, "x" }, 4.5 }, { {} } }), ","))
local function deepcopy(o, seen) seen = seen or {} if type(o) ~= "table" then return o end if seen[o] then return seen[o] end local r = {} seen[o] = r for k, v in pairs(o) do r[deepcopy(k, seen)] = deepcopy(v, seen) end return setmetatable(r, getmetatable(o)) end
local src = { 1, 2, { a = { b = "c" } } } src.self = src local c = deepcopy(src) print(c ~= src, c.self == c, c[3].a.b, #c)
local function gcd(a, b) while b ~= 0 do a, b = b, a % b end return a end
print(gcd(48, 18), gcd(-48, 18), gcd(48.0, 18), gcd(2^40, 2^20), pcall(gcd, 1, nil))
local function pow(b, e) local r = 1 while e > 0 do if e % 2 == 1 then r = r * b end b = b * b e = e // 2 end return r end
print(pow(2, 10), pow(2, 62), pow(2, 64), pow(1.5, 3), pow(3, 2.5))
local s = 0 for i = 10, 1, -3 do s = s * 10 + i end print(s)
for i = 1, 3 do local i = i * 2 if i == 4 then goto cont end print(i) ::cont:: end
for i = math.maxinteger - 1, math.maxinteger do print(i) end
for i = math.mininteger, math.mininteger + 1 do print(i) end
for i = 1, 0 do print("never") end for i = 1.0, 2 do print(i) end for i = 1, 2, 0.5 do print(i) end
print(pcall(function() for i = 1, 10, 0 do end end)) print(pcall(function() for i = "a", 10 do end end)) print(pcall(function() for i = 1, {} do end end))
for i = 3, 1, -1 do for j = i, 3 do if j == 2 then break end if i == 1 then goto out end print(i, j) end end ::out::
local fns = {} for i = 1, 3 do local j = i * i fns[i] = function(d) j = j + (d or 0) return i, j end end fns[2](5) print(fns[1](), fns[2](), fns[3](1))
do local i = 1 local fs = {} while i <= 3 do local k = i fs[i] = function() k = k + 1 return k end i = i + 1 end print(fs[1](), fs[1](), fs[2](), fs[3]()) end
do local k = 0 ::top:: local v = k local g = function() return v end k = k + 1 if k < 3 then goto top end print(g(), k) end
local function va(...) local a, b = ... local t = { ... } return select("#", ...), #t, a, b, (...) end
print(va()) print(va(nil)) print(va(1, nil)) print(va(nil, nil, 3)) print((va(1, 2)))
print(select(-1, 1, 2, 3), select(2, "a", "b", "c")) print(pcall(select, 0)) print(pcall(select, -5, 1))
print(string.format("%5.1f|%-5d|%05d|%+d|%x|%X|%o|%e|%g|%g|%q|%s|%10.3s|%%|%c", 3.14159, 42, 42, 42, 255, 255, 8, 12345.678, 1e20, 0.1, 'a\n"b"\0', "str", "abcdef", 65))
print(#"\u{10FFFF}", "\x41\65\z
   B", '\'', "tab\tq", [[
line1
line2]], [==[a]]b]==])
print(0x10, 0xA.8p1, 1e2, .5, 3., 0xffffffffffffffff, 9223372036854775807, 9223372036854775808, 1e308 * 10, -1e308 * 10)
print(7 // 2, -7 // 2, 7 // -2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, 1 // 0.0, -1 // 0.0, 0/0 ~= 0/0, 5 % math.huge, -5 % math.huge)
print(1 < 1.5, 1 == 1.0, "1" == 1, math.maxinteger < math.huge, math.maxinteger + 1.0 == 2^63, math.maxinteger == 2^63, "a" < "b", "a" < "B", "" < "a", "a\0b" < "a\0c")
print(10 .. 20, 1.5 .. "", -0.0 .. "", 2^63 .. "", "10" + 5, "0x10" * 2, "1e1" // 1, 10 // "3", "5" % 3, -"2", pcall(function() return "a" + 1 end))
print(3 & 5, 3 | 5, 3 ~ 5, ~0, 1 << 63, 1 << 64, -1 >> 60, 2.0 & 3, "7" & 3, pcall(function() return 1.5 & 1 end))
print(math.tointeger(3.0), math.tointeger(3.5), math.tointeger("8"), math.type(1), math.type(1.0), math.type("1"), math.ult(1, -1), math.abs(math.mininteger), math.fmod(-7, 3), math.fmod(7, -3.0))
