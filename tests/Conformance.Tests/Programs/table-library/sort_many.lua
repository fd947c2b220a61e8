-- Sorting longer inputs of several shapes.
local function check(t, lt)
  table.sort(t, lt)
  for i = 2, #t do
    if lt and lt(t[i], t[i - 1]) or not lt and t[i] < t[i - 1] then return false end
  end
  return true, t[1], t[#t]
end
local seed = 12345
local function rnd(n) seed = (seed * 1103515245 + 12345) % 2147483648 return seed % n end
local function gen(n, f) local t = {} for i = 1, n do t[i] = f(i) end return t end
print("random", check(gen(500, function() return rnd(1000) end)))
print("ascending", check(gen(300, function(i) return i end)))
print("descending", check(gen(300, function(i) return -i end)))
print("equal", check(gen(200, function() return 7 end)))
print("few values", check(gen(400, function() return rnd(3) end)))
print("organ pipe", check(gen(201, function(i) return math.min(i, 202 - i) end)))
print("reverse order", check(gen(250, function() return rnd(50) end), function(a, b) return a > b end))
print("strings", check(gen(100, function(i) return ("%03d"):format(rnd(1000)) end)))
