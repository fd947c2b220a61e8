-- Comments: short, long, levelled, nested looking, at odd places.
--[[ long comment
print("not printed")
]]
print("one") -- trailing
--[==[ another ]] still comment
]==] print("two")
---[[ this is a short comment
print("three")
--]]
print(1 --[[ inside an expression ]] + --[=[ again ]=] 2)
local t = { -- first
  1, -- one
  --[[ skipped ]] 2,
}
print(#t)
--[not long
print("four")
--[=not long
print("five")--
--
