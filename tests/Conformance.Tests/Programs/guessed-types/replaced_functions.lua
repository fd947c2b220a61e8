-- Functions of the library that the program replaces are called like any other.
math = setmetatable({ floor = function(x) return "floor " .. x end, pi = "pie" }, { __index = math })
math.sqrt = function(x) return { x } end

local function f(x)
  local i = math.floor(x)
  local r = math.sqrt(x)
  return i, r[1], math.pi, math.abs(-x)
end
print(f(2.5))
print(f(3))

local calls = 0
type = function(x) calls = calls + 1 return x end
print(type(1.5) + 1, calls)

setmetatable(_G, { __index = function(_, name) calls = calls + 1 return { name = name, n = calls } end })

local function g()
  local total = 0
  for i = 1, 3 do
    total = total + unknown.n * 2
  end
  return total, other.name
end
print(g())
