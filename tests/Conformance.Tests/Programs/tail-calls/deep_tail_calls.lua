-- A million tail calls do not overflow the stack.
local function loop(n, acc)
  if n == 0 then return acc end
  return loop(n - 1, acc + 1)
end
print(loop(1000000, 0))
local function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(300001))
local function countdown(n) if n > 0 then return countdown(n - 1) else return "zero", n end end
print(countdown(500000))
