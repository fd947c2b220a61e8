-- Says hello.
local rate = 0.2
local function total(amount) return amount + amount * rate end
local function main(order)
  local t = { a = 1, 2, 3, x = { y = "z" } }
  for i, v in ipairs(t) do print(i, v) end
  print(total(10), t.x.y, order)
  if order then return 1 end
end
main(1)
local ok, err = pcall(function() local q = nil; return q.x end)
print(ok, err)
local function loop(n) if n == 0 then return "done" end return loop(n - 1) end
print(loop(1000000))
goto done
print("never")
::done::
for i = 10, 1, -3 do print(i) end
print(1e15, 2^53, 10 // 3, 7.0 // 2, -7 % 3, 1 / 0, "a" .. 1 .. 2.0)
