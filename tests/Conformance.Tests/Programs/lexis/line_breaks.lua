-- Statements spread over lines and several statements on one line.
local
x
=
10
print
(
x
)
local y = 1 local z = 2 print(y, z) y = 3 z = 4 print(y, z)
local r = x
  + y
  - z
  * 2
print(r)
local t = {
  a
  =
  1
}
print(t
  .a)
local s = ("a")
  :rep(3)
  :upper()
print(s)
