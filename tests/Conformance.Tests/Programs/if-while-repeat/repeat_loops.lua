-- repeat until, at least one iteration, nested break.
local n = 0
repeat n = n + 1 until n >= 3
print(n)
repeat print("once") until true
local out = {}
repeat
  local m = 0
  repeat
    m = m + 1
    if m == 2 then break end
  until m > 10
  out[#out + 1] = m
until #out == 3
print(table.concat(out, ","))
local count = 0
repeat
  count = count + 1
  if count == 4 then break end
until false
print(count)
