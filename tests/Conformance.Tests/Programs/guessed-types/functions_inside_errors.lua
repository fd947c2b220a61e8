-- Errors in functions inside functions that are only called by their names: lines, names of variables, and recursion without end.
local function lines(f, ...)
  print(select(2, pcall(f, ...)))
end

local function reads(list, key, other)
  local function get(i)
    return list[i]
      + other[key]
  end
  return get(1)
end
lines(reads, { 1 }, "x", { x = 1 })
lines(reads, nil, "x", {})
lines(reads, { 1 }, "x", nil)
lines(reads, { 1 }, "x", {})
lines(reads, { "a" }, 1, { 2 })

local function calls(callback, count)
  local done = 0
  local function each(i)
    done = done + callback(i)
    if i < count then each(i + 1) end
  end
  each(1)
  return done
end
lines(calls, function(i) return i end, 3)
lines(calls, nil, 3)
lines(calls, function() end, 3)
lines(calls, function(i) error("at " .. i) end, 3)
lines(calls, function(i) error(i * 2.5) end, 3)
lines(calls, function(i) return i end, {})
lines(calls, function(i) return i end, nil)

local function assigns(x)
  local count, text = 0, ""
  local function add(n)
    count = count + n.by
    text = text .. n
  end
  add(x)
  return count
end
lines(assigns, 1)
lines(assigns, nil)
lines(assigns, {})
lines(assigns, { by = 1 })
lines(assigns, setmetatable({ by = 1 }, { __concat = function() return {} end }))

local function compares(a, b)
  local function less(i) return a[i] < b[i] end
  for i = 1, 3 do
    if less(i) then return i end
  end
end
lines(compares, { 1, 2, 3 }, { 0, 0, 4 })
lines(compares, { 1, 2, 3 }, { 0, 0 })
lines(compares, { 1, {}, 3 }, { 0, {} })
lines(compares, { 1, "2" }, { 0, 1 })

-- recursion without end, with and without variables by reference
local function endless(n)
  local depth, list = 0, { n }
  local function deeper(i)
    depth = depth + 1
    return deeper(i + list[1]) + 1
  end
  local function deepest(i)
    return 1 + deepest(i + n) * 2
  end
  return deeper(1), deepest(1)
end
for _, n in ipairs({ 1, 1.5 }) do
  local ok, message = pcall(endless, n)
  print(ok, (string.find(message, "stack overflow", 1, true)) ~= nil)
end

-- deep recursion that ends: what it has assigned comes back
local function deep(n)
  local count, sum, last = 0, 0, "none"
  local function down(i)
    count = count + 1
    if i == 0 then
      last = "end"
      return 0
    end
    local below = down(i - 1)
    sum = sum + i
    return below + 1
  end
  local function plain(i)
    count = count + 1
    if i > 0 then
      plain(i - 1)
      last = i
    end
  end
  local result = down(n)
  plain(n)
  return result, count, sum, last
end
print(deep(10))
print(deep(100000))
print(deep(50000.0))

-- errors that pcall catches between: what was assigned before is seen behind
local function caught(list)
  local seen = 0
  local function see(i)
    seen = seen + list[i]
    return seen
  end
  local ok, message = pcall(function() return see(1) + see(2) + see(3) end)
  return ok, message, seen
end
print(caught({ 1, 2, 3 }))
print(caught({ 1, "x", 3 }))
print(caught({ 1, 2 }))

local function protected(list)
  local seen = 0
  local function see(i)
    seen = seen + list[i]
    if seen > 10 then error("too many: " .. seen) end
    return seen
  end
  for i = 1, #list do see(i) end
  return seen
end
print(pcall(protected, { 1, 2, 3 }))
print(pcall(protected, { 1, 20, 3 }))
print(pcall(protected, { 1, 2.5, "7" }))
print(pcall(protected, { 1, {}, 3 }))
