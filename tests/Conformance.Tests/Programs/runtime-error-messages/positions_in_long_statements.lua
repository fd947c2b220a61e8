-- Where an error is in a statement of several lines.
local n = 0
local function t(f) n = n + 1 print(n, pcall(f)) end
t(function()
local t
t.b = {
  1,
}
end)
t(function()
local t
t.b = function()
  return 1
end
end)
t(function()
local t, u = nil, {}
u.a, t.b =
  1,
  2
end)
t(function()
local t
t.b
  = 5
end)
t(function()
local t
t
  .b = 5
end)
t(function()
local t
local x = t
  .a
end)
t(function()
local t = {}
local x = t
  .a
  .b
end)
t(function()
local t = {}
local x = t
  .a
  .b
  .c
end)
t(function()
local t
local x = t.a
  + 1
end)
t(function()
local t = {}
local x = t.a
  + 1
end)
t(function()
local t = {}
local x = 1 +
  t.a
end)
t(function()
local t = {}
local x = 1 +
  2 *
  t.a
end)
t(function()
local t
print(t.a,
  2)
end)
t(function()
local t
print(
  1,
  t.a
)
end)
t(function()
local t = {}
t.f(
  1,
  2
)
end)
t(function()
local t = {}
t
  .f(
  1,
  2
)
end)
t(function()
local t = {}
t:f(
  1,
  2
)
end)
t(function()
local t = {}
t
  :f(
  1,
  2
)
end)
t(function()
local t
t[
  1
] = 2
end)
t(function()
local t
local x = t[
  1
]
end)
t(function()
local t
local x = t[1
  ]
  
end)
t(function()
local t
return t
  .a
end)
t(function()
local t
if t.a
  then
  return
end
end)
t(function()
local t
if t
  .a == 1
  then
  return
end
end)
t(function()
local t
local x = {
  a = 1,
  b = t.c,
}
end)
t(function()
local t
local x = {
  1,
  t.c
}
end)
t(function()
local t
local x = {
  [t.c] = 1,
}
end)
t(function()
local t
local x = "a" ..
  t
end)
t(function()
local t
local x = "a" ..
  "b" ..
  t ..
  "c"
end)
t(function()
local t
local x = #
  t
end)
t(function()
local t
local x = -
  t
end)
t(function()
local t
for i = 1,
  t do
end
end)
t(function()
local t
for k, v in
  t do
end
end)
t(function()
local t = {}
local x = t.a and
  t.a.b or
  t.a.b
end)
t(function()
local t
local x = 1 <
  t
end)
t(function()
local t
local x = (t
  ).a
end)
t(function()
local t
local x = t.a.b,
  2
end)
t(function()
local t = {}
t.a.b.c =
  function()
  end
end)
t(function()
local t
local a, b = 1,
  t.x
end)
t(function()
local f
f
(1)
end)
t(function()
local t = {}
t.x = t.y.z
  + 3
end)
t(function()
error(
  "multi"
)
end)
t(function()
local function f() error("two", 2) end
f(
  1,
  2
)
end)
t(function()
local t = {}
local s = t.name
  :upper()
  :lower()
end)
t(function()
local t = { name = "x" }
local s = t.name
  :upper()
  :foo()
end)
t(function()
local t = setmetatable({}, { __newindex = function() error("ni", 2) end })
t.x = {
  1
}
end)
t(function()
local t = setmetatable({}, { __index = function() error("ix", 2) end })
local y = t.x
  + 1
end)
t(function()
local t = {}
t[nil] = {
  1
}
end)
t(function()
local t = {}
t[
 nil
] =
 5
end)
t(function()
undefined.y.z = 1,
  2
end)
t(function()
local a = {}
a.b.c, a.d =
  1,
  2
end)
t(function()
local a = {}
a.d, a.b.c =
  print,
  2
end)
t(function()
local a
while a.x
do
end
end)
t(function()
local a
repeat
until
  a.x
end)
t(function()
local a
return 1,
  a.b,
  2
end)
t(function()
local a
return
  a.b
  ..
  "x"
end)
t(function()
local a
return not
  a.b

end)
t(function()
local a
local function g() return a end
local z = g()
  .x
  .y
end)
t(function()
local a = {}
a.x = 1 +
  a.y
end)
t(function()
local a = {}
a.x, a.y = a.p.q,
  1
end)
t(function()
local list = { 1, 2, 3 }
for i = 1, 3 do
  list.missing[i] =
    list[i] +
    1
end
end)
t(function()
local list = {}
for i = 1, 3 do
  list[i] =
    list[i] +
    1
end
end)
t(function()
local sum = 0.0
local rows = { { 1.5 }, { 2.5 } }
for i = 1, 3 do
  sum = sum + rows[i][1]
    * 2
end
return sum
end)
t(function()
local a = {}
if a.x == nil
  and a.y.z
then
  return 1
elseif a
then
  return 2
end
end)
t(function()
local a = {}
local s = "x" .. (a.b.c
  ) .. "y"
end)
t(function()
local a = {}
print(a.x and
  a.y or
  a.z.w
  )
end)
t(function()
local a
function a.b(
  x
)
  return x
end
end)
t(function()
for i = 1, 10,
  nil
do
end
end)
t(function()
for i = {},
  10
do
end
end)
t(function()
local a
local x = a.b
  and 1
end)
t(function()
local a = {}
local x = (a.b and
  a.c.d
  )
end)
t(function()
local a = {}
local x = a.b or a.c.d
  or 3
end)
t(function()
local a = {}
local x = { 1, a.b or
  a.c.d
  }
end)
t(function()
local a = {}
if not a.b.c
then
end
end)
t(function()
local a = {}
if (a.b.c
) then
end
end)
t(function()
local a = {}
if (a.b.c)
then
end
end)
t(function()
local a = {}
if #a.b.c
then
end
end)
t(function()
local a = {}
if a.b.c
then
elseif 1 then
end
end)
t(function()
local a = {}
if a.b then
elseif a.b
  .c
  then
end
end)
t(function()
local a = {}
local x = -a.b.c
  + 1
end)
t(function()
local a = {}
local x = a.b.c
  ^ 2
end)
t(function()
local a = {}
local x = 2 ^ a.b.c
  ^ 2
end)
t(function()
local a = {}
local x = a.x ==
  a.b.c
  or 1
end)
t(function()
local a = {}
a.b.c:d(
)
end)
t(function()
local a = {}
local s = ("x"):rep(a.b.c
)
end)
