-- 64-bit mixing: FNV-1a, splitmix, xorshift.
local function fnv1a(s)
  local h = 0xcbf29ce484222325
  for i = 1, #s do h = (h ~ s:byte(i)) * 0x100000001b3 end
  return h
end
print(string.format("%016x", fnv1a("")), string.format("%016x", fnv1a("hello")))
local function splitmix(state)
  state = state + 0x9e3779b97f4a7c15
  local z = state
  z = (z ~ (z >> 30)) * 0xbf58476d1ce4e5b9
  z = (z ~ (z >> 27)) * 0x94d049bb133111eb
  return z ~ (z >> 31), state
end
local st, v = 42
for i = 1, 3 do
  v, st = splitmix(st)
  print(i, string.format("%016x", v))
end
local x = 88172645463325252
for i = 1, 3 do
  x = x ~ (x << 13)
  x = x ~ (x >> 7)
  x = x ~ (x << 17)
  print(i, x)
end
