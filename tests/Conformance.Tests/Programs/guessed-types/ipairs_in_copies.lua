-- ipairs over lists of records and of other values, in functions that are compiled for probable types.
local function make(n)
  local list = {}
  for i = 1, n do list[i] = {x = i / 4, y = i * 3 % 7, name = "p" .. i} end
  return list
end
local function total(list)
  local x, y = 0.0, 0
  for i, p in ipairs(list) do
    p.x = p.x + 0.25
    p.x = p.x * 2
    x = x + p.x
    y = y + p.y * i
    p.y = p.y + 1
  end
  return x, y
end
local list = make(6)
for _ = 1, 3 do print(total(list)) end
print(total({}))
list[3] = nil
print(total(list))
list[3] = 5
print(pcall(total, list))
list[3] = {x = 1, y = 2.5}
print(total(list))
print(total(setmetatable({{x = 0.5, y = 1}}, {__index = function(_, i) return i <= 3 and {x = 1.5, y = i} or nil end})))
print(total(setmetatable({}, {__index = make(2)})))
print(pcall(total, setmetatable({}, {__index = function(_, i) error("no " .. i, 0) end})))
print(pcall(total, nil))
print(pcall(total, 7))

-- Loops that change what they walk through, their variables, or leave.
local function walk(t)
  local out = {}
  for i, v in ipairs(t) do
    out[#out + 1] = i .. ":" .. v
    if i == 2 then t[3] = nil end
    if i == 1 then t[#t + 1] = 99 end
    v = v + 1
    i = i * 10
    out[#out + 1] = i + v
    if #out > 20 then break end
  end
  return table.concat(out, " ")
end
print(walk({5, 6, 7, 8}))
print(walk({5.5, 6.5}))
print(walk({5, 6.5, "7"}))
print(walk({"1", "2"}))
local function grow(t)
  local n = 0
  for i in ipairs(t) do
    n = n + i
    if #t < 9 then t[#t + 1] = true end
  end
  return n, #t
end
print(grow({true}), grow({}), grow({1, 2}))
local function find(t, wanted)
  for i, v in ipairs(t) do
    if v == wanted then return i end
    if v == "skip" then goto continue end
    if type(v) == "number" then t[i] = v + 1 end
    ::continue::
  end
  return nil
end
local words = {"a", "skip", 3, "b"}
print(find(words, "b"), words[3], find(words, "c"), words[3])
local function keep(t)
  local fs = {}
  for i, v in ipairs(t) do fs[#fs + 1] = function() i = i + 1 return i, v end end
  return fs
end
local fs = keep({10, 20})
print(fs[1](), fs[1]())
print(fs[2]())
local function nested(t)
  local s = 0
  for i, row in ipairs(t) do
    for j, v in ipairs(row) do
      if v == 0 then break end
      s = s + v * (i + j)
    end
    t = {}
  end
  return s
end
print(nested({{1, 2}, {3, 0, 4}, {5.5}}))
print(pcall(nested, {{1}, 2}))

-- Fields that are stored with the type they have, or with another, through two names.
local function both(a, b)
  a.x = a.x + 1.5
  b.x = b.x * 2
  a.x = a.x + b.x
  local x = a.x
  b.x = 7
  a.y = a.x
  a.x = a.x + 0.5
  b.y = b.y + 1
  b.y = b.y + 1
  return x, a.x, b.x, a.y, b.y
end
local p, q = {x = 1.0, y = 2}, {x = 2.0, y = 3}
print(both(p, q))
print(both(p, p))
print(both({x = 1.0, y = 2}, {x = 1, y = 2.0}))
print(both({x = 1, y = 2}, {x = 1, y = 2}))
print(math.type(p.x), math.type(p.y), math.type(q.x), math.type(q.y))
