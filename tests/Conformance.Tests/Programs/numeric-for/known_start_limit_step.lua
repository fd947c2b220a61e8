-- Numeric loops whose start, limit and step are known in different degrees.
local function show(name, ...) print(name, ...) end
local function run(name, start, limit)
  local out = {}
  for i = 1, limit do out[#out + 1] = i; if #out > 6 then break end end
  show(name .. " from 1", table.concat(out, " "))
  out = {}
  for i = 3, limit, -1 do out[#out + 1] = i; if #out > 6 then break end end
  show(name .. " down from 3", table.concat(out, " "))
  out = {}
  for i = start, limit, 2 do out[#out + 1] = i; if #out > 6 then break end end
  show(name .. " from start", table.concat(out, " "))
end
local limits = { 5, 4.5, -1.5, -3, 1e300, -1e300, math.huge, -math.huge, math.maxinteger, math.mininteger }
for k, limit in ipairs(limits) do
  run("limit " .. k, 1, limit)
  run("limit " .. k .. " float", 1.0, limit)
end

-- Start and step proven, at the edges of the integers.
local low, high = math.mininteger, math.maxinteger
local function edge(limit)
  local n = 0
  for i = low, limit do n = n + 1; if n > 3 then break end end
  local m = 0
  for i = high - 2, limit do m = m + 1; if m > 2 then break end end
  local d = 0
  for i = low + 2, limit, -1 do d = d + 1; if d > 2 then break end end
  local h = 0
  for i = high, limit, -1 do h = h + 1; if h > 3 then break end end
  return n, m, d, h
end
for k, limit in ipairs(limits) do show("edge " .. k, edge(limit)) end

-- A step that is an integer but not constant.
local function strided(first, step, limit)
  local out = {}
  for i = first * 1, limit, step do
    out[#out + 1] = i
    if #out > 5 then break end
  end
  return table.concat(out, " ")
end
local three, back = 3, -2
local function strides(limit)
  local out = {}
  for i = 1, limit, three do out[#out + 1] = i; if #out > 5 then break end end
  for i = 10, limit, back do out[#out + 1] = i; if #out > 11 then break end end
  for i = high - 4, limit, three do out[#out + 1] = i; if i > high - 3 then break end end
  return table.concat(out, " ")
end
for k, limit in ipairs(limits) do show("strides " .. k, strides(limit)) end
show("strided", strided(2, 5, 20), strided(2.5, 5, 20), strided(20, -5, 2))

-- Floats.
local function floats(limit)
  local out = {}
  for x = 0.5, limit, 0.25 do out[#out + 1] = x; if #out > 4 then break end end
  for x = 2, limit, 0.5 do out[#out + 1] = x; if #out > 8 then break end end
  for x = 1.0, limit do out[#out + 1] = x; if #out > 12 then break end end
  for x = 1.5, limit, -0.5 do out[#out + 1] = x; if #out > 16 then break end end
  return table.concat(out, " ")
end
for k, limit in ipairs(limits) do show("floats " .. k, floats(limit)) end

-- The variable is a copy, and closures hold their own.
local fs = {}
for i = 1, limits[1] do
  fs[#fs + 1] = function() i = i + 10; return i end
  if i % 2 == 0 then i = "even" end
end
show("closures", fs[1](), fs[1](), fs[3](), (pcall(fs[2])))
for x = 1.0, 2.0, 0.5 do x = tostring(x) .. "!"; show("assigned", x) end

-- Each part is evaluated once, in order.
local function part(name, value) show("part", name); return value end
for i = 1, part("limit", 2.5) do show("pass", i) end
for i = part("start", 1), part("limit", 3), part("step", 2) do show("pass", i) end

-- Errors.
local function fails(f) print(select(2, pcall(f))) end
fails(function() for i = 1, {} do end end)
fails(function() for i = 1, nil do end end)
fails(function() for i = 1, "x", 2 do end end)
fails(function() for i = 1.5, "x" do end end)
fails(function() for i = 1, {}, three do end end)
fails(function() for i = {}, 2 do end end)
fails(function() for i = 1, 2, {} do end end)
fails(function() for i = 1.5, {}, 0.5 do end end)
