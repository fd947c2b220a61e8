-- Anonymous recursion.
local function Y(f)
  return (function(x) return x(x) end)(function(x)
    return f(function(...) return x(x)(...) end)
  end)
end
local fact = Y(function(self) return function(n) if n == 0 then return 1 end return n * self(n - 1) end end)
print(fact(6))
local fib = Y(function(self) return function(n) return n < 2 and n or self(n - 1) + self(n - 2) end end)
print(fib(12))
print((function(f, n) return f(f, n) end)(function(self, n) return n == 0 and "" or n .. self(self, n - 1) end, 5))
