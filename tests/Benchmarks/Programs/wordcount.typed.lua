-- Map-heavy: string keys, read-modify-write, iteration with pairs. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 3000000

local function kernel(n: integer): string
  local seed: integer = 99
  local syl: {string} = { "ka", "lo", "mi", "ne", "su", "ta", "ri", "vo", "pe", "zu", "ha", "do" }
  local vocab: {string}, nv: integer = {}, 5000
  for i = 1, nv do
    seed = seed * 16807 % 2147483647
    local x: integer = seed
    local a, b, c = x % 12, x % 143 % 12, x % 1709 % 12
    vocab[i] = syl[a + 1] .. syl[b + 1] .. syl[c + 1] .. i % 40
  end
  local count: {[string]: integer} = {}
  for _ = 1, n do
    seed = seed * 16807 % 2147483647
    local w: string = vocab[seed % nv + 1]
    count[w] = (count[w] or 0) + 1
  end
  -- pair keys made by concatenation
  local pairsOf: {[string]: integer} = {}
  local prev: string = "start"
  for i = 1, n / 20 do
    seed = seed * 16807 % 2147483647
    local w: string = vocab[seed % 300 + 1]
    local k: string = prev .. " " .. w
    pairsOf[k] = (pairsOf[k] or 0) + 1
    prev = w
  end
  local keys: {string}, nk: integer = {}, 0
  for k, v in pairs(count) do
    nk = nk + 1
    keys[nk] = k
  end
  table.sort(keys, function(x: string, y: string): boolean
    local cx: integer, cy: integer = count[x], count[y]
    if cx ~= cy then return cx > cy end
    return x < y
  end)
  local np: integer, twos: integer = 0, 0
  for _, v in pairs(pairsOf) do
    np = np + 1
    if v >= 2 then twos = twos + 1 end
  end
  return string.format("%d %s %d %s %d %d", nk, keys[1], count[keys[1]], keys[nk], np, twos)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT wordcount " .. r)
print("TIME wordcount " .. string.format("%.4f", t1 - t0))
