-- Tail calls between functions, through methods and fields.
local M = {}
function M:step(n)
  if n <= 0 then return "done", self.count end
  self.count = (self.count or 0) + 1
  return self:step(n - 1)
end
print(M:step(200000))
local states = {}
function states.a(n) if n == 0 then return "end in a" end return states.b(n - 1) end
function states.b(n) if n == 0 then return "end in b" end return states.a(n - 1) end
print(states.a(100001))
