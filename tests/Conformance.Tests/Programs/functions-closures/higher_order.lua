-- map, filter, reduce, compose, curry.
local function map(t, f) local r = {} for i, v in ipairs(t) do r[i] = f(v, i) end return r end
local function filter(t, p) local r = {} for _, v in ipairs(t) do if p(v) then r[#r + 1] = v end end return r end
local function reduce(t, f, acc) for _, v in ipairs(t) do acc = f(acc, v) end return acc end
local function compose(...)
  local fs = { ... }
  return function(...)
    local r = table.pack(...)
    for i = #fs, 1, -1 do r = table.pack(fs[i](table.unpack(r, 1, r.n))) end
    return table.unpack(r, 1, r.n)
  end
end
local function curry(f, a) return function(...) return f(a, ...) end end
local t = { 1, 2, 3, 4, 5 }
print(table.concat(map(t, function(x) return x * x end), " "))
print(table.concat(filter(t, function(x) return x > 2 end), " "))
print(reduce(t, function(a, b) return a + b end, 0), reduce(t, math.max, -math.huge))
print(compose(tostring, function(x) return x + 1 end, math.abs)(-41))
print(curry(curry(function(a, b, c) return a .. b .. c end, "x"), "y")("z"))
