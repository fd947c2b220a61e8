-- Loops that cannot yield in functions that do: what they read and assign, how they end, what their errors say.
local yield = coroutine.yield

local function drive(f, ...)
  local co = coroutine.create(f)
  local values = table.pack(coroutine.resume(co, ...))
  while coroutine.status(co) ~= "dead" do
    print("yielded", table.unpack(values, 2, values.n))
    values = table.pack(coroutine.resume(co, #values))
  end
  print(table.unpack(values, 1, values.n))
end

-- Accumulators of several types, parameters assigned inside, loops over lists and maps.
local function totals(items, limit)
  local sum, best, names = 0, nil, ""
  yield("start")
  for i = 1, #items do
    local item = items[i]
    if item.price > limit then limit = limit + 0.5 end
    sum = sum + item.price * item.count
    if best == nil or item.price > best then best = item.price end
    names = names .. item.name .. ","
  end
  yield(sum, best, names, limit)
  local count = 0
  for _, item in ipairs(items) do
    if item.count == 0 then goto continue end
    count = count + item.count
    ::continue::
  end
  for key, value in pairs({ 5 }) do
    count = count + key * value
  end
  return count, sum, best, limit
end
drive(totals, { { name = "a", price = 2, count = 3 }, { name = "b", price = 2.5, count = 0 }, { name = "c", price = 1, count = 1 } }, 2)
drive(totals, {}, 2)

-- break, nested loops, while and repeat with a local in the condition.
local function search(grid, wanted)
  local row, column, steps = nil, nil, 0
  yield("searching", wanted)
  for i = 1, #grid do
    for j = 1, #grid[i] do
      steps = steps + 1
      if grid[i][j] == wanted then
        row, column = i, j
        break
      end
    end
    if row then break end
  end
  local n = steps
  while n > 0 do
    n = n - 2
  end
  repeat
    local done = n >= 3
    n = n + 1
  until done
  yield(n)
  return row, column, steps
end
drive(search, { { 1, 2 }, { 3, 4 } }, 3)
drive(search, { { 1, 2 }, { 3, 4 } }, 9)

-- Variables that closures hold, variables of outer functions, names that hide others.
local calls = 0
local function outer(n)
  local seen = {}
  local total = 0
  local function add(x)
    total = total + x
    calls = calls + 1
    return total
  end
  local fixed = n * 2
  local get = function() return fixed end
  yield("closures")
  for i = 1, n do
    seen[i] = add(i) + calls
  end
  for i = 1, n do
    local total = i * fixed
    seen[i] = seen[i] + total
  end
  calls = calls + get()
  for _ = 1, 2 do
    calls = calls + 1
  end
  yield(total)
  return table.concat(seen, " "), total, calls
end
drive(outer, 3)

-- A loop variable outside is assigned inside.
drive(function(n)
  local log = {}
  for i = 1, n do
    yield("round", i)
    while i % 3 ~= 0 do
      i = i + 1
    end
    log[#log + 1] = i
  end
  return table.concat(log, " ")
end, 4)

-- Methods, and functions inside tables.
local Account = {}
Account.__index = Account
function Account:run(deposits)
  yield("account", self.name)
  for _, amount in ipairs(deposits) do
    self.balance = self.balance + amount
  end
  return self.balance
end
drive(Account.run, setmetatable({ name = "x", balance = 10 }, Account), { 1, 2, 3.5 })

local handlers = {
  count = function(text, ...)
    local letters, extra = {}, select("#", ...)
    yield("count")
    for c in text:gmatch("%a") do
      letters[c] = (letters[c] or 0) + 1
    end
    for i = 1, extra do
      extra = extra + (select(i, ...))
    end
    return letters.l, letters.o, extra
  end,
}
drive(handlers.count, "hello world", 10, 20)

-- Errors name what they name elsewhere, and leave the function.
local limit = "ten"
local function failing(kind, value)
  local sum = 0
  yield("failing", kind)
  if kind == "arithmetic" then
    for i = 1, 3 do sum = sum + value end
  elseif kind == "index" then
    for i = 1, 3 do sum = sum + value.x.y end
  elseif kind == "compare" then
    while sum < value do sum = sum + 1 end
  elseif kind == "limit" then
    for i = 1, value do sum = sum + i end
  elseif kind == "upvalue" then
    for i = 1, 2 do sum = sum + limit end
  elseif kind == "call" then
    for i = 1, 2 do sum = sum + math.floor(value) end
  elseif kind == "error" then
    for i = 1, 2 do error("raised " .. value) end
  elseif kind == "level" then
    for i = 1, 2 do error("raised above", 2) end
  else
    for i = 1, 2 do undefined_function(i) end
  end
  return sum
end
drive(failing, "arithmetic", {})
drive(failing, "index", {})
drive(failing, "compare", "x")
drive(failing, "limit", "x")
drive(failing, "upvalue")
drive(failing, "call", {})
drive(failing, "error", 1)
drive(failing, "level")
drive(failing, "other")
drive(failing, "limit", 4)
drive(function()
  local ok, message = pcall(failing, "arithmetic", nil)
  return ok, message
end)

-- Numbers change their type on the way, and values of other types come.
local function mixed(values)
  local sum, last = 0, nil
  yield("mixed")
  for i = 1, #values do
    local v = values[i]
    if type(v) == "string" then v = #v end
    if v then sum = sum + v end
    last = v
  end
  yield(sum, last)
  for i = 1, 70 do
    sum = sum * 2
    if i == 66 then sum = sum + 0.5 end
  end
  return sum, math.type(sum)
end
drive(mixed, { 1, 2, 3 })
drive(mixed, { 1, 2.5, "abc", false, 4 })

-- Names like those that such loops could be given.
local mixed_loop = 1
local function run()
  yield("names")
  local run_loop = 0
  for i = 1, 3 do
    run_loop = run_loop + mixed_loop
    mixed_loop = mixed_loop + 1
  end
  run_loop_2 = run_loop
  for i = 1, 3 do
    run_loop_2 = run_loop_2 + i
  end
  return run_loop, mixed_loop, run_loop_2
end
drive(run)

-- Deep recursion around such loops.
local function deep(n)
  local s = 0
  for i = 1, 3 do s = s + i * n end
  if n == 0 then yield("deepest") return s end
  return s + deep(n - 1)
end
drive(deep, 100)
