-- ... is truncated to one value unless last.
local function f(...)
  local t = { ..., ... }
  print(#t)
  print(..., "end")
  print("start", ...)
  print((...))
  local a, b, c = ..., "x"
  print(a, b, c)
  return ..., "last"
end
print(f(1, 2, 3))
print(f())
