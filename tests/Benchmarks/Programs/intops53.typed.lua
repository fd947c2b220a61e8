-- 64-bit integers: wraparound multiply, floor division, shifts and bit operators. With type annotations.
-- Lua 5.3 syntax: not for Lua 5.1/5.2 peers (LuaJIT, MoonSharp).
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 4000000

local function hash(h: integer, v: integer): integer
  h = h ~ v
  h = h * 0x100000001b3
  return h ~ (h >> 29)
end

local function popcount(x: integer): integer
  local c: integer = 0
  while x ~= 0 do
    x = x & (x - 1)
    c = c + 1
  end
  return c
end

local function kernel(n: integer): string
  local h: integer = 0x1cbf29ce48422232
  local q: integer = 0
  for i = 1, n do
    h = hash(h, i)
    q = q + (h // 1000003) % 97 + (i << 3 | 5)
  end
  local pc: integer = 0
  for i = 1, n // 20 do
    pc = pc + popcount(i * 2654435761 & 0xffffffff)
  end
  return string.format("%d %d %d", h, q, pc)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT intops53 " .. r)
print("TIME intops53 " .. string.format("%.4f", t1 - t0))
