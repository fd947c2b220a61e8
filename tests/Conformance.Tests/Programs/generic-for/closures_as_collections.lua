-- map, filter, take, zip as iterator combinators.
local function each(t)
  local i = 0
  return function() i = i + 1 return t[i] end
end
local function map(f, it) return function() local v = it() if v ~= nil then return f(v) end end end
local function filter(p, it)
  return function()
    local v
    repeat v = it() until v == nil or p(v)
    return v
  end
end
local function take(n, it) return function() if n > 0 then n = n - 1 return it() end end end
local function naturals() local i = 0 return function() i = i + 1 return i end end
local function zip(a, b) return function() local x, y = a(), b() if x ~= nil and y ~= nil then return x, y end end end
for v in take(5, map(function(x) return x * x end, filter(function(x) return x % 2 == 1 end, naturals()))) do print(v) end
for a, b in zip(each { "x", "y", "z" }, naturals()) do print(a, b) end
