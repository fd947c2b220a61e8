-- The rounded number is the result, also where all results of the call are returned.
local A, O = { 1, 2, 3 }, { x = 1, y = 2, n = 0, list = { 1, 2 } }
local C = {}
function C:get(a, b)
  local v = #A * (self.x + self.y)
  if math.floor(self.x) >= 1.5 then return print(v) end
  return math.ceil(((1.5 // 16) * #A) * #O.list)
end
print(pcall(C.get, O, -3))
print(C.get(O), math.type((C.get(O, 1, 2))))
O.list = { 1 }
print(C.get({ x = 0.5, y = 1 }), C.get({ x = 2, y = 1 }))
