-- Stateless and stateful iterators.
local function range(n)
  return function(limit, i)
    i = i + 1
    if i <= limit then return i end
  end, n, 0
end
for i in range(4) do print("range", i) end
local function chars(s)
  local i = 0
  return function()
    i = i + 1
    if i <= #s then return s:sub(i, i), i end
  end
end
for c, i in chars("xyz") do print(c, i) end
local function reversed(t)
  local i = #t + 1
  return function()
    i = i - 1
    if i > 0 then return i, t[i] end
  end
end
for i, v in reversed { "a", "b", "c" } do print(i, v) end
