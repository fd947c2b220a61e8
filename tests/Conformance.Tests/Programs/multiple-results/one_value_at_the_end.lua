-- Calls of functions that give exactly one value, last in lists that would take any number.
local function one(x) return x end
local function maybe(x) if x then return x end end
local function none() end
local function two(x) return x, x + 1 end
local function cut(x) return (two(x)) end
local function many(...) return ... end
local function count(...) return select("#", ...) end

print(one(1), one(2))
print(#{ one(1), one(2) }, #{ one(nil), one(nil) }, #{ two(1), two(2) }, #{ cut(1), cut(2) })
print(count(one(nil)), count(maybe(nil)), count(none()), count(two(1)), count(cut(1)), count(many()))
print(count(1, one(nil)), count(1, maybe(nil)), count(1, none()), count(1, (none())))
print(count(tostring(1)), count(1, type(nil)), count(setmetatable({}, nil)), count(tonumber("x")), count(math.max(1, 2)))
print(count(string.byte("abc", 1, -1)), count(string.find("abc", "z")), count(next({})), count(("x"):rep(2)))

local a, b = one(1)
local c, d = two(1)
local e, f, g = tostring(2)
print(a, b, c, d, e, f, g)
a, b = one(3)
c, d = cut(4)
print(a, b, c, d)

local function list(n) return { n, n > 0 and list(n - 1) or nil, one(n) } end
local t = list(3)
print(#t, t[1], #t[2], t[3], t[2][2][2][3])
local mixed = { one(1), x = one(2), one(3) }
print(#mixed, mixed.x, mixed[2])
local function tree(depth)
  if depth == 0 then return {} end
  return { tree(depth - 1), tree(depth - 1) }
end
local function check(node) return node[1] and 1 + check(node[1]) + check(node[2]) or 1 end
print(check(tree(8)))

local function returned() return 0, one(5) end
local function forwarded(x) return many(one(x), one(x + 1)) end
print(returned())
print(forwarded(7))
print(count(returned()), count(forwarded(1)))
print(table.unpack({ 1, 2, one(3) }, one(2)))
print(pcall(one, one(9)))
print(select(2, "a", one("b")), select("#", one(nil)), (select(-1, 1, one(2))))
for _, v in ipairs({ one("p"), one("q") }) do print(v) end
