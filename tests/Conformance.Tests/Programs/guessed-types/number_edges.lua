-- NaN, signed zeros, infinities and the ends of the integers keep their ways in code on machine numbers.
local nan, inf = 0 / 0, 1 / 0

local function kinds(t)
  local out = {}
  for i = 1, #t do
    local x = t[i] + 0.0
    out[i] = (x == x and "=" or "nan") .. (1 / x > 0 and "+" or "-")
  end
  return table.concat(out, " ")
end
print(kinds({ 0.0, -0.0, 1.0, -1.0, inf, -inf }))
print(kinds({ 1.0, nan }):sub(1, 6))

local function extremes(t)
  local low, high = t[1], t[1]
  for i = 2, #t do
    low = math.min(low, t[i])
    high = math.max(high, t[i])
  end
  return low, high
end
print(extremes({ 3.5, -1.5, 2.5 }))
print(extremes({ 3, -1, 2 }))
print(extremes({ 3, -1.5, 2 }))
print(extremes({ 1.5, nan, 2.5 }))
print(math.max(nan, 1.5) ~= math.max(nan, 1.5), math.max(1.5, nan), math.min(1.5, nan))
print(math.max(0.0, -0.0), math.max(-0.0, 0.0), math.min(0.0, -0.0), math.min(-0.0, 0.0))
print(math.max(math.maxinteger, math.mininteger), math.min(2, 1))
print(math.abs(-3), math.abs(-3.5), math.abs(-0.0), math.abs(math.mininteger))
print(math.sqrt(2), math.sqrt(-1) ~= math.sqrt(-1), math.exp(0), math.log(1), math.sin(0), math.cos(0))
print(pcall(math.max))
print(pcall(math.sqrt, "x"))
print(math.sqrt("16"), math.abs("-2"), math.floor("3.7"))
print(math.pi, math.huge, -math.huge, math.maxinteger + 1 == math.mininteger)

local function wrap(t)
  local x = t[1]
  for i = 2, #t do x = x + t[i] end
  return x, math.type(x)
end
print(wrap({ math.maxinteger, 1 }))
print(wrap({ math.mininteger, -1 }))
print(wrap({ 1, 2, 3.0 }))
print(wrap({ 2 ^ 53, 1 }))

local function divide(t, d)
  return t[1] // d, t[1] % d, t[1] / d
end
print(divide({ 7 }, 2))
print(divide({ -7 }, 2))
print(divide({ 7 }, -2))
print(divide({ 7.5 }, 2))
print(divide({ -7.5 }, inf))
print(divide({ math.mininteger }, -1))
print(pcall(divide, { 7 }, 0))
print(divide({ 7 }, 0.0))

local function compare(t, x)
  local less, equal = 0, 0
  for i = 1, #t do
    if t[i] < x then less = less + 1 end
    if t[i] == x then equal = equal + 1 end
  end
  return less, equal
end
print(compare({ 1, 2, 3 }, 2))
print(compare({ 1, 2.0, 3 }, 2))
print(compare({ 1.0, nan, 3.0 }, nan))
print(compare({ math.maxinteger, 2 ^ 63 }, 2 ^ 63))
print(pcall(compare, { 1, "2" }, 2))
print(compare({ "a", "b" }, "b"))

-- Loops whose variables are written, that count down and that count in floats.
local function steps(t)
  local log = {}
  for i = t.first, t.last, t.step do
    log[#log + 1] = i
    if #log == 5 then break end
  end
  return table.concat(log, " ")
end
print(steps({ first = 1, last = 3, step = 1 }))
print(steps({ first = 3, last = 1, step = -1 }))
print(steps({ first = 1, last = 2, step = 0.25 }))
print(steps({ first = 1.0, last = 3, step = 1 }))
print(pcall(steps, { first = 1, last = {}, step = 1 }))

local function changed(t)
  local out = {}
  for i = 1, #t do
    out[#out + 1] = i
    i = i * t[i]
    out[#out + 1] = i
  end
  return table.concat(out, " ")
end
print(changed({ 2, 3, 4 }))
print(changed({ 2, 3.5, 4 }))

-- Integer keys that are floats.
local function pick(t, keys)
  local s = 0
  for i = 1, #keys do s = s + t[keys[i]] end
  return s
end
print(pick({ 10, 20, 30 }, { 1, 3 }))
print(pick({ 10, 20, 30 }, { 1.0, 3 }))
print(pcall(pick, { 10, 20, 30 }, { 1.5, 3 }))
