-- Tables whose keys are integers close together that do not follow each other: few and many, with values added, replaced, removed and added again.
local function contents(t)
  local count, sum, mixed = 0, 0, 0
  for k, v in pairs(t) do
    count = count + 1
    sum = sum + k
    mixed = mixed + (v == true and 1 or type(v) == "number" and v or #tostring(v)) * (k % 7)
  end
  return count, sum, mixed
end

-- marks of a sieve
for _, n in ipairs({ 10, 100, 5000, 40000 }) do
  local composite = {}
  local primes = 0
  for i = 2, n do
    if not composite[i] then
      primes = primes + 1
      for j = i * i, n, i do composite[j] = true end
    end
  end
  print("sieve", n, primes, contents(composite))
end

-- a third of the keys is missing
for _, n in ipairs({ 30, 3000 }) do
  local t = {}
  for i = 2, n do if i % 3 ~= 0 then t[i] = i end end
  print("thirds", n, contents(t))
  for i = 2, n do if i % 3 == 0 then t[i] = -i end end
  print("filled", n, t[1], t[2], t[3], t[n], contents(t))
  t[1] = 1
  print("whole", #t == n, contents(t))
  for i = 1, n, 2 do t[i] = nil end
  print("halved", t[1], t[2], t[3], contents(t))
  t.name, t[-5], t[0.5] = "x", "y", "z"
  print("mixed", t.name, t[-5], t[0.5], t[4])
end

-- in the order of a random generator, with all kinds of values
local k = 1
local function random(m)
  k = k * 48271 % 2147483647
  return k % m
end
for _, n in ipairs({ 20, 200, 4000, 30000 }) do
  local t, shadow = {}, {}
  for i = 1, n do
    local key = random(n) + 2
    local what = random(12)
    local v
    if what == 0 then v = nil elseif what == 1 then v = "s" .. key elseif what == 2 then v = key / 2 elseif what == 3 then v = true else v = key * 3 end
    t[key] = v
    shadow["k" .. key] = v
  end
  local same = true
  for key = -1, n + 5 do same = same and t[key] == shadow["k" .. key] end
  print("random", n, same, contents(t))
  for i = 1, n do
    local key = random(n) + 2
    t[key] = not t[key] and key or nil
    shadow["k" .. key] = not shadow["k" .. key] and key or nil
  end
  same = true
  for key = -1, n + 5 do same = same and t[key] == shadow["k" .. key] end
  print("changed", n, same, contents(t))
  for key in pairs(t) do t[key] = nil end
  print("empty", next(t), #t)
end

-- filled from the end, and from the middle
for _, n in ipairs({ 9, 2000 }) do
  local t = {}
  for i = n, 1, -1 do t[i] = i end
  print("backwards", #t, contents(t))
  local u = {}
  for i = 0, n - 1 do u[(i * 7 + n // 2) % n + 1] = i end
  print("turned", #u == n or n % 7 == 0, contents(u))
end

-- a metatable is asked for what is missing, and told of what is new
local asked, told = 0, 0
local t = setmetatable({}, {
  __index = function(_, key) asked = asked + 1 return -key end,
  __newindex = function(self, key, value) told = told + 1 rawset(self, key, value) end,
})
for i = 3, 6000, 3 do t[i] = i end
for i = 3, 6000, 2 do t[i] = i end
local sum = 0
for i = 1, 6000 do sum = sum + t[i] end
print(asked, told, sum)
