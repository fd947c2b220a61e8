-- Strings that grow: what was built before stays as it was.
local s = ""
local kept = {}
for i = 1, 2000 do
  s = s .. i .. ","
  if i % 250 == 0 then kept[#kept + 1] = s end
end
local function check(x) local h = 0; for i = 1, #x do h = (h * 31 + x:byte(i)) % 1000003 end return h end
for i, k in ipairs(kept) do print(i, #k, check(k)) end
print(#s, check(s))

-- Two strings go on from the same beginning.
local base = ("0123456789"):rep(40)
base = base .. "!"
base = base .. "?"
local a = base .. "left"
local b = base .. "right"
local c = a .. 1 .. 2.5
local d = a .. "other"
print(#base, base:sub(-4), a:sub(-8), b:sub(-8), c:sub(-8), d:sub(-9), a .. b == base .. "left" .. base .. "right")
local set = {}
set[a] = 1
set[b] = 2
set[base .. "left"] = 3
print(set[a], set[b], set[base], #a, #b)

-- Growing at the front and at both ends.
local front = ""
for i = 1, 300 do front = i .. " " .. front end
print(#front, check(front))
local both = "x"
for i = 1, 100 do both = "<" .. both .. ">" end
print(#both, check(both))
print(1 .. "", -0.0 .. "|", 1e15 .. "|" .. 2^63 .. "|" .. 10 // 1 .. "|" .. 0.1, "a" .. 1 .. 2 .. 3.5 .. "b", (1 .. 2) + 1, "" .. "", #("" .. ""))
local mt = { __concat = function(x, y) return "<" .. tostring(type(x)) .. "," .. tostring(type(y)) .. ">" end }
local o = setmetatable({}, mt)
print("a" .. "b" .. o, o .. "a" .. "b", "x" .. 1 .. o .. 2 .. "y", s:sub(1, 5) .. o)
print(pcall(function() return "a" .. 1 .. {} .. "b" end))
print(pcall(function() local n; return "a" .. "b" .. n end))
local parts = {}
for i = 1, 40 do parts[i] = i end
print("v" .. 1 .. 2 .. 3 .. 4 .. 5 .. 6 .. 7 .. 8 .. 9 .. 10 .. 11 .. 12 .. "w", table.concat(parts, "", 1, 12))
