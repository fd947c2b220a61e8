-- A function with many branches, locals and loops.
local function process(n)
  local a, b, c, d, e = 0, 0, 0, 0, 0
  local names = {}
  for i = 1, n do
    if i % 15 == 0 then names[#names + 1] = "fizzbuzz" a = a + 1
    elseif i % 5 == 0 then names[#names + 1] = "buzz" b = b + 1
    elseif i % 3 == 0 then names[#names + 1] = "fizz" c = c + 1
    else
      names[#names + 1] = i
      d = d + 1
      local j = i
      while j > 1 do
        if j % 2 == 0 then j = j // 2 else j = j - 1 end
        e = e + 1
        if e > 1000 then return "too many" end
      end
    end
  end
  local last = names[#names]
  if a > b then last = "a" elseif b > c then last = "b" elseif c > d then last = "c" elseif d > e then last = "d" end
  repeat a = a + 1 until a >= b
  return a, b, c, d, e, last, table.concat(names, " ", 1, math.min(#names, 16))
end
print(process(16))
print(process(0))
print(process(50))
print(process(1000))
