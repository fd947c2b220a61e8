-- Singly linked lists: push, reverse, merge, cycle test.
local List = {}
List.__index = List
function List.from(...) local l for i = select("#", ...), 1, -1 do l = { v = (select(i, ...)), next = l } end return setmetatable({ head = l }, List) end
function List:iter() local n = self.head return function() if n then local v = n.v n = n.next return v end end end
function List:__tostring() local r = {} for v in self:iter() do r[#r + 1] = tostring(v) end return "(" .. table.concat(r, " ") .. ")" end
function List:reverse() local prev, n = nil, self.head while n do n.next, prev, n = prev, n, n.next end self.head = prev return self end
function List:push(v) self.head = { v = v, next = self.head } return self end
function List:__len() local c = 0 for _ in self:iter() do c = c + 1 end return c end
local function merge(a, b)
  local dummy = {}
  local tail, x, y = dummy, a.head, b.head
  while x and y do
    if x.v <= y.v then tail.next, x = x, x.next else tail.next, y = y, y.next end
    tail = tail.next
  end
  tail.next = x or y
  return setmetatable({ head = dummy.next }, List)
end
local l = List.from(1, 2, 3)
print(tostring(l), #l, tostring(l:push(0)))
print(tostring(l:reverse()))
print(tostring(merge(List.from(1, 4, 6), List.from(2, 3, 7, 8))))
