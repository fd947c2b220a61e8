-- string.format, tostring, concatenation of numbers, rep, reverse. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 250000

local function kernel(n: integer): string
  local format = string.format
  local seed: integer, length: integer, h: integer = 5, 0, 0
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    local s: string = format("%d|%5d|%-8s|%08.3f|%x|%s", i, seed % 10000, "k" .. seed % 100, seed / 1000, seed, i % 2 == 0)
    s = s .. ":" .. tostring(i) .. "/" .. seed % 977
    if i % 8 == 0 then s = s:rep(2, "-"):reverse():upper() end
    length = length + #s
    h = (h * 31 + s:byte(seed % #s + 1)) % 1000000007
  end
  return format("%d %d", length, h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT format " .. r)
print("TIME format " .. string.format("%.4f", t1 - t0))
