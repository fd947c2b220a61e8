-- table.sort with and without a comparator, on numbers, records and strings. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 100000

local function kernel(n: integer): string
  type Record = { key: integer, id: integer }
  local seed: integer = 12345
  local function rnd(): integer
    seed = seed * 16807 % 2147483647
    return seed
  end
  local nums: {integer}, recs: {Record}, strs: {string}, plain: {integer} = {}, {}, {}, {}
  for i = 1, n do
    nums[i] = rnd()
    plain[i] = rnd()
    recs[i] = { key = rnd() % 1000, id = i }
  end
  for i = 1, n / 4 do strs[i] = "k" .. rnd() end
  table.sort(nums, function(a: integer, b: integer): boolean return a > b end)
  table.sort(recs, function(a: Record, b: Record): boolean
    if a.key ~= b.key then return a.key < b.key end
    return a.id < b.id
  end)
  table.sort(strs, function(a: string, b: string): boolean return a < b end)
  table.sort(plain)
  local h: integer = 0
  for i = 1, n, 7 do
    h = (h * 31 + nums[i] + recs[i].id * 3 + plain[i]) % 1000000007
  end
  for i = 1, #strs, 5 do
    h = (h * 31 + strs[i]:byte(-1)) % 1000000007
  end
  return string.format("%d", h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT sort " .. r)
print("TIME sort " .. string.format("%.4f", t1 - t0))
