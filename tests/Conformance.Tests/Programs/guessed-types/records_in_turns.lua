-- Fields that are read again after stores: of the same record, of another variable that may hold it, in branches and in loops.
local function body(x, v) return {x = x, v = v, n = 0} end

local function step(p, q, dt)
  p.v = p.v + p.x * dt
  q.v = q.v - p.v * dt
  p.x = p.x + p.v * dt
  q.x = q.x + q.v * dt
  return p.x + q.x * 10, p.v + q.v * 10
end

local a, b = body(1.5, 0.5), body(2.5, -0.5)
print(step(a, b, 0.5))
print(a.x, a.v, b.x, b.v)
print(step(a, a, 0.5)) -- one record
print(a.x, a.v)

local function bounce(p)
  if p.x < 0 or p.x > 1 then p.v = -p.v end
  p.x = p.x + p.v
  if p.x < 0 then
    p.x = -p.x
    p.n = p.n + 1
  elseif p.x > 1 then
    p.x = 2 - p.x
    p.n = p.n + 2
  end
  return p.x, p.v, p.n
end
print(bounce(body(0.5, 0.75)))
print(bounce(body(0.5, -0.75)))
print(bounce(body(1.5, 0.25)))
print(bounce(body(0.25, 0.25)))

local function run(p, q, n)
  local sum = 0.0
  for i = 1, n do
    sum = sum + p.x * q.x
    p.x = p.x + 0.5
    q.v = q.v + p.x
    while q.v > 4 do
      q.v = q.v - 4
      p.n = p.n + 1
    end
    repeat
      q.x = q.x + q.v * 0.25
      if q.x > 3 then q.x = q.x - 3 end
    until q.x < 2
    sum = sum + q.x + q.v + p.n
  end
  return sum, p.x, p.v, p.n, q.x, q.v, q.n
end
print(run(body(0.5, 1.0), body(1.5, 2.0), 6))
local both = body(0.5, 1.0)
print(run(both, both, 6))

-- The value of a field is of another type from then on, or the field is gone, or the record is another one.
local function change(p, value)
  local before = p.x * 2
  p.x = value
  local after = p.x
  p.x = p.v
  return before, after, p.x
end
print(change(body(1.5, 2.5), 3.5))
print(change(body(1.5, 2.5), 3))
print(change(body(1.5, 2), "text"))
print(change(body(1.5, 2.5), nil))
print(change(body(1, 2), 3))
print(pcall(change, {v = 1}, 2))

local function replace(p, q)
  p.x = p.x + 1
  local first = p.x
  p = q
  p.x = p.x + 1
  local second = p.x
  do
    local p = {x = 7.5, v = 1.5, n = 1}
    p.x = p.x * 2
    second = second + p.x
  end
  return first, second, p.x
end
print(replace(body(1.5, 0.5), body(10.5, 0.5)))
local one = body(1.5, 0.5)
print(replace(one, one), one.x)

local function held(p, f)
  p.x = p.x + 1
  f(p)
  p.v = p.x + p.v
  return p.x, p.v
end
print(held(body(1.5, 0.5), function(r) r.x = 100.5 end))
print(held(body(1.5, 0.5), function(r) r.x = 100 end))
print(pcall(held, body(1.5, 0.5), function(r) r.x = nil end))

local function swap(p, q)
  p.x, q.x = q.x, p.x
  p.x, p.v = p.v, p.x
  return p.x, p.v, q.x, q.v
end
print(swap(body(1.5, 2.5), body(3.5, 4.5)))
print(swap(one, one))

local log = {}
local watched = setmetatable({v = 1.5, n = 0}, {
  __index = function(_, k) log[#log + 1] = "get " .. k return 8.5 end,
  __newindex = function(t, k, v) log[#log + 1] = "set " .. k .. " " .. v end,
})
print(change(watched, 4.5))
print(table.concat(log, ", "))

-- Integers and signs of zero.
local function count(p)
  p.n = p.n + 1
  p.n = p.n * 2
  p.x = p.x * -0.0
  return p.n, p.n // 3, 1 / p.x
end
print(count({x = 1.5, v = 0.5, n = math.maxinteger}))
print(count({x = -1.5, v = 0.5, n = 4}))
