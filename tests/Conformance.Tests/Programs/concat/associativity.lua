-- .. is right associative and binds tighter than comparison, looser than +.
print(1 + 2 .. 3 + 4)
print("a" .. "b" == "ab", "x" .. 1 < "x" .. 2)
print(2 .. 3 .. 4, -1 .. "")
print("v" .. 2 ^ 2 .. "w" .. 7 // 2)
local log = {}
local mt = {}
mt.__concat = function(a, b)
  local x = type(a) == "table" and a.n or a
  local y = type(b) == "table" and b.n or b
  log[#log + 1] = x .. "+" .. y
  return setmetatable({ n = "(" .. x .. y .. ")" }, mt)
end
local function v(n) return setmetatable({ n = n }, mt) end
local r = v("a") .. "b" .. v("c") .. "d"
print(r.n)
print(table.concat(log, " "))
