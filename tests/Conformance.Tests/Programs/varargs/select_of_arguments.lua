-- select over the arguments of the function itself.
local function count(...) return select("#", ...) end
local function at(i, ...) return (select(i, ...)) end
local function from(i, ...) return select(i, ...) end
local function sum(...)
  local s = 0
  for i = 1, select("#", ...) do s = s + select(i, ...) end
  return s
end
print(count(), count(nil), count(1, nil), count(nil, nil, nil), count(1, 2, 3, 4, 5))
print(sum(), sum(1), sum(1, 2), sum(1, 2.5, 3), sum(1, 2, 3, 4, 5))
for i = 1, 6 do print(i, at(i, "a", "b", "c", nil), from(i, "a", "b", "c", nil)) end
for i = -4, -1 do print(i, at(i, "a", "b", "c", nil), from(i, "a", "b", "c", nil)) end
print(at(2.0, "x", "y"), at("2", "x", "y"), from("#", 1, nil), at("#", 1, nil, nil))
print(pcall(at, 0, 1))
print(pcall(at, -3, 1, 2))
print(pcall(from, 0))
print(pcall(from, -1))
print(pcall(at, 1.5, 1))
print(pcall(at, {}, 1))
print(pcall(at, nil, 1))
print(pcall(at, "x", 1))
print(pcall(count, select(2, "dropped", "kept", nil)))
print(at(math.maxinteger, 1), pcall(at, math.mininteger, 1))
local function nested(...)
  local function inner(...) return select("#", ...), select(-1, ...) end
  return inner(select("#", ...), ...)
end
print(nested("p", "q"))
local function twice(...) return select("#", ...) * 2 + select("#", ...) / 2 end
print(twice(1, 2, 3))
local function through(...)
  local t = { select(2, ...) }
  t[#t + 1] = select("#", ...)
  return table.concat(t, ",")
end
print(through("a", "b", "c"))
do
  local select = function(...) return "own", ... end
  local function shadowed(...) return select("#", ...) end
  print(shadowed(1, 2))
end
