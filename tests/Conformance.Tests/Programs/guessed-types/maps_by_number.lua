-- Maps whose keys are integers that are no places in a list.
local function index(list)
  local map = {}
  for _, v in ipairs(list) do map[v * 1000003 % 65537] = v end
  return map
end
local function total(map, list)
  local s = 0
  for i = 1, #list do s = s + map[list[i] * 1000003 % 65537] end
  return s
end
local list = {}
for i = 1, 300 do list[i] = i * 17 end
local map = index(list)
for _ = 1, 12 do print(total(map, list)) end
map[list[5] * 1000003 % 65537] = 0.5
print(total(map, list))
map[list[7] * 1000003 % 65537] = nil
print(pcall(total, map, list))

local values = {}
for i = 65, 90 do values[i] = i - 65 end
local function code(text)
  local h = 0
  for i = 1, #text do h = h * 26 + values[text:byte(i)] end
  return h
end
for _, word in ipairs {"A", "BA", "HELLO", "WORLD", "ZZZ", "LUA", "Q", "MAP", "KEY", "BYTE", "CODE", "LAST"} do print(word, code(word)) end
print(pcall(code, "lower"))
setmetatable(values, {__index = function(_, k) return k - 97 end})
print(code("lower"), code("UPPER"))

local memo = {}
local function fib(n)
  if n < 2 then return n end
  local known = memo[n]
  if known then return known end
  known = fib(n - 1) + fib(n - 2)
  memo[n] = known
  return known
end
print(fib(30), fib(80))
local names = {[10] = "ten", [-3] = "minus three", [1 << 40] = "big"}
local function name(k) local text = names[k] return #text end
for _ = 1, 12 do print(name(10), name(-3), name(1 << 40)) end
print(pcall(name, 11))
