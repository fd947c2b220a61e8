-- Errors that the body of a protected function raises itself, and the same functions where nobody catches at once.
local function risky(i)
  if i == 1 then error("one") end
  if i == 2 then error("two", 0) end
  if i == 3 then error({ code = 3 }) end
  if i == 4 then error("four", 1) end
  if i == 5 then error("five", 2) end
  if i == 6 then error() end
  if i == 7 then error(nil) end
  if i == 8 then return error("eight") end
  if i == 9 then error(9) end
  if i == 10 then error(string.format("ten %d", i)) end
  if i == 11 then error(("eleven"):upper()) end
  if i == 12 then local nothing; return nothing.field end
  for j = 1, 3 do while true do if i == 12 + j then error("loop " .. j) end break end end
  return i, "fine"
end
for i = 1, 17 do
  local ok, e, more = pcall(risky, i)
  if type(e) == "table" then e = "table " .. e.code end
  print(i, ok, e, more)
end

-- As values elsewhere: the error goes on.
local list = { risky }
print(pcall(function() local x = list[1](1) return x end))
print(pcall(function() return list[1](2) end))
print(select(2, pcall(pcall, risky, 2)))
print(pcall(table.sort, { 3, 2, 1 }, function(a, b) error("compare", 0) end))
print(pcall(string.gsub, "abc", "b", function(c) error("replace " .. c, 0) end))
print(xpcall(risky, function(m) return "handled " .. m end, 4))
print(select("#", pcall(risky, 6)), select("#", pcall(risky, 16)))

local co = coroutine.wrap(function() local ok, e = pcall(risky, coroutine.yield(1)) coroutine.yield(e) error("last", 0) end)
print(co(), co(9), pcall(co))

-- Returned through tail calls, and through functions in between.
local function through(i) return list[1](i) end
print(pcall(through, 10))
print(pcall(function(...) return through(...) end, 16))
local function depth(n) if n == 0 then error("deep", 0) end return depth(n - 1) end
print(pcall(depth, 10000))

-- Captured variables keep what was assigned before the error.
local count, log = 0, {}
for i = 1, 4 do
  local ok, e = pcall(function()
    count = count + i
    log[#log + 1] = count
    if i % 2 == 0 then error({ i = i, count = count }) end
    return count
  end)
  print(i, ok, ok and e or e.i .. " " .. e.count)
end
print(count, table.concat(log, ","))

-- Typed arithmetic around it.
local function half(n)
  if n % 2 ~= 0 then error("odd: " .. n) end
  return n // 2
end
local total, failed = 0, 0
for i = 1, 10 do
  local ok, h = pcall(half, i)
  if ok then total = total + h else failed = failed + #h end
end
print(total, failed, pcall(half, "x"), pcall(half, 4.0))

-- A function that ends in error has no other result.
local function sign(n) if n > 0 then return 1 elseif n < 0 then return -1 else error("zero") end end
print(sign(5) + sign(-3), pcall(sign, 0))
local function never() error("never") end
print(pcall(never), (select(2, pcall(function() return 1 + never() end))))

-- Errors inside handlers of errors, and raised again.
print(pcall(function()
  local ok, e = pcall(function() error("inner", 0) end)
  error(e .. " again", 0)
end))
local ok, e = pcall(error, setmetatable({}, { __tostring = function() return "object" end }))
print(ok, tostring(e))
error("the end")
