-- The receiver of a method call is evaluated once.
local n = 0
local obj = { v = 1, m = function(self, x) return self.v + x end }
local function get() n = n + 1 return obj end
print(get():m(5), n)
print(get().m(get(), 6), n)
local list = { obj }
local i = 0
local function idx() i = i + 1 return 1 end
print(list[idx()]:m(1), i)
local s = "abc"
print(s:sub(2):upper():rep(2), #s:rep(3), s:len() * 2)
print(("x"):byte(), ("%s=%d"):format("k", 3))
