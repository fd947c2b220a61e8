-- The condition of repeat is where the general code goes on, also when an earlier statement of the body is such a place.
local log = {}
local function note(x) log[#log + 1] = tostring(x) return x end
local T = { 2, 2.5, 3 }
local O = { x = 1 }

local function walk(t, n)
  local total = 0
  repeat
    local w = (O.x * 6) & 3
    local v = t[2]
    total = total + v
    n = n - 1
    note(w)
  until (#t - n) < 0.5 or w == ((2.0 / -3) + (2.0 - 1.5)) or n <= 0
  return total
end
print(pcall(walk, T, 2))
print(pcall(walk, { 1, 2, 3 }, 5))
print(pcall(walk, setmetatable({ 1, 2 }, { __len = function() return note("0") end }), 3))
print(pcall(walk, setmetatable({ 1, "3" }, { __len = function() return {} end }), 3))
print(pcall(walk, "text", 3))
O.x = 1.5
print(pcall(walk, T, 2))
O.x = "2"
print(pcall(walk, T, 2.5))
O.x = nil
print(pcall(walk, T, 2))

local function branches(a, b)
  if a then
    repeat
      local v = b % math.sqrt(b)
      b = b - 1
    until not true or v == T[1] or b < 0
  else
    repeat
      local v = T[2]
      b = b + v
    until (#T - b) < 0.5 or v == b or b > 50
  end
  while type(a) == "string" do
    a = nil
    b = b + 1
  end
  return b
end
print(branches(true, 3), branches(false, 1), branches("s", 3))
T[2] = 1
print(branches(true, 3), branches(false, 1), branches("s", 3), branches(nil, 1.5))
T[1], T[2] = "2", "0.5"
print(branches(true, 3), branches(false, 1), pcall(branches, false, {}))
T[2] = nil
print(pcall(branches, false, 1))
print(table.concat(log, " "))
