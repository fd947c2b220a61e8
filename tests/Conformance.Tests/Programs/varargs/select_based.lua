-- Walking over varargs with select.
local function sum(...)
  local s = 0
  for i = 1, select("#", ...) do s = s + (select(i, ...)) end
  return s
end
print(sum(), sum(1), sum(1, 2, 3))
local function last(...) return (select(select("#", ...), ...)) end
print(last("a", "b", "c"))
local function nils(...)
  local n = 0
  for i = 1, select("#", ...) do if select(i, ...) == nil then n = n + 1 end end
  return n
end
print(nils(nil, 1, nil), nils())
print(select(-1, 1, 2, 3), select(2, "a", "b", "c"))
print(pcall(select, 0))
