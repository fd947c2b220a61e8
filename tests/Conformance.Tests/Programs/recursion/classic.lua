-- Factorial, Fibonacci, Ackermann, hanoi.
local function fact(n) if n < 2 then return 1 end return n * fact(n - 1) end
print(fact(5), fact(20))
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(20))
local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end
print(ack(2, 3))
local moves = {}
local function hanoi(n, a, b, c)
  if n == 0 then return end
  hanoi(n - 1, a, c, b)
  moves[#moves + 1] = a .. c
  hanoi(n - 1, b, a, c)
end
hanoi(3, "A", "B", "C")
print(#moves, table.concat(moves, " "))
