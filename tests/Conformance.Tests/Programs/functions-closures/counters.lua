-- Closures keep private state.
local function counter(start, step)
  local n = start or 0
  return function() n = n + (step or 1) return n end
end
local a, b = counter(), counter(10, 5)
print(a(), a(), b(), a(), b())
local function pair()
  local v = 0
  return function(x) v = x end, function() return v end
end
local set, get = pair()
set(5) print(get())
local set2, get2 = pair()
set2("other") print(get(), get2())
