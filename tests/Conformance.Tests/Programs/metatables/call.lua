-- __call with arguments, results, nesting.
local f = setmetatable({ base = 10 }, { __call = function(self, a, b) return self.base + (a or 0), b end })
print(f(5, "x"))
print(f())
print((f(1)))
print(pcall(f, 7, 8))
local g = setmetatable({}, { __call = function(_, ...) return select("#", ...), ... end })
print(g())
print(g(nil))
print(g"str")
local Class = setmetatable({}, { __call = function(cls, n) return setmetatable({ n = n }, { __index = cls }) end })
function Class:get() return self.n end
print(Class(42):get())
local list = { f }
print(list[1](1))
