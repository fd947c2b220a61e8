-- Upvalues through several levels of functions.
local function a(x)
  return function(y)
    return function(z)
      x = x + 1
      return function() y = y * 2 return x, y, z end
    end
  end
end
local b = a(1)
local c = b(10)
local d, e = c("d"), c("e")
print(d())
print(e())
print(d())
local f = b(100)("f")
print(f())
print(d())
